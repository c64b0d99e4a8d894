import type { Chunk } from "../syntax/nodes.ts";
import { lastNotAbove } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { lineStartIn } from "../syntax/lineStart.ts";

/** The comment that marks an action as done: it stands on the action's line, and is never exported. */
export const doneMark = "<!-- udført -->";

const mark = /^<!--\s{0,9}udført(?!\p{Alpha})/iu;
const said = /\((?:er\s)?(?:udført|afsluttet|gennemført)(?!\p{Alpha})[^()\r\n]{0,60}\)|\[x\]/iu;

/** Where an action is marked as done: by a comment behind it, or by `(udført)` in its words; null where it is not. */
export function doneMarkAt(chunk: Chunk, action: Span): Span | null {
  return doneCommentAt(chunk, action) ?? doneWordsIn(chunk, action);
}

/** The comment right behind an action, on its last line, or within it. */
export function doneCommentAt(chunk: Chunk, action: Span): Span | null {
  const line = lastNotAbove(chunk.lineStarts, action.end);
  const lineEnd = lineStartIn(chunk, line + 1);
  return (
    chunk.comments.find(
      ({ start, end }) =>
        start >= action.start &&
        start < lineEnd &&
        mark.test(chunk.text.slice(start, end)) &&
        chunk.masked.slice(action.end, start).trim() === "",
    ) ?? null
  );
}

function doneWordsIn(chunk: Chunk, action: Span): Span | null {
  const match = said.exec(chunk.masked.slice(action.start, action.end));
  return match && { start: action.start + match.index, end: action.start + match.index + match[0].length };
}
