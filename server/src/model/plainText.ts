import { firstEndingBehind, isBlankCode, slice, type Span } from "../text/span.ts";
import type { Chunk } from "../syntax/nodes.ts";

/** The words of a stretch of a chunk as a reader sees them: without comments, and without blanks around. */
export function plainText(chunk: Chunk, range: Span): string {
  return uncommented(chunk, range).trim();
}

/** A stretch of a chunk without its comments; the blanks around stay. */
export function uncommented(chunk: Chunk, range: Span): string {
  if (chunk.comments.length === 0) return slice(chunk.text, range);
  let text = "";
  let at = range.start;
  for (let index = firstEndingBehind(chunk.comments, at); index < chunk.comments.length; index++) {
    const comment = chunk.comments[index];
    if (!comment || comment.start >= range.end) break;
    const before = chunk.text.slice(at, comment.start);
    // The blank on one side of a comment is enough.
    text += isBlankCode(chunk.text.charCodeAt(comment.end)) ? before.trimEnd() : before;
    at = comment.end;
  }
  return text + chunk.text.slice(Math.max(at, range.start), range.end);
}
