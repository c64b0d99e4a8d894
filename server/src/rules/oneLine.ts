import type { Chunk } from "../syntax/nodes.ts";
import { type Span, span, trimmed } from "../text/span.ts";

/** The first line of a stretch of text: what is underlined of an entry that runs over several. */
export function oneLine(chunk: Chunk, at: Span): Span {
  const end = chunk.masked.slice(at.start, at.end).search(/[\r\n]/);
  return trimmed(chunk.masked, end === -1 ? at : span(at.start, at.start + end));
}
