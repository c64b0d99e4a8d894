import type { Span } from "../text/span.ts";
import type { Chunk } from "../syntax/nodes.ts";

/** The words of a stretch of a chunk as a reader sees them: without comments, and without blanks around. */
export function plainText(chunk: Chunk, range: Span): string {
  let text = "";
  let at = range.start;
  for (const comment of chunk.comments) {
    if (comment.end <= at || comment.start >= range.end) continue;
    const before = chunk.text.slice(at, comment.start);
    // The blank on one side of a comment is enough.
    text += /\s$/.test(before) && /^\s/.test(chunk.text.slice(comment.end)) ? before.trimEnd() : before;
    at = comment.end;
  }
  return (text + chunk.text.slice(Math.max(at, range.start), range.end)).trim();
}
