import { defaultProfile, type Profile } from "../model/profile.ts";
import { commentOpen } from "../syntax/comments.ts";
import type { ReferatDocument, TextChange } from "../syntax/document.ts";
import { typedTrigger } from "./triggers.ts";
import { ChunkEdits } from "./formatting/edits.ts";
import { FormattedLines } from "./formatting/lines.ts";
import { completedTime } from "./onType/headingTime.ts";
import { enterInList } from "./onType/listEntry.ts";

/**
 * What the editor writes by itself when Enter has been pressed and the caret stands at `offset`: the next mark of a list,
 * an entry without words taken away, the time of a heading in the document's style. Nothing where that is not certain.
 */
export function onTypeOf(
  document: ReferatDocument,
  offset: number,
  typed: string,
  profile: Profile = defaultProfile,
): TextChange[] {
  const caret = document.positionAt(offset).line;
  const index = document.chunkIndexAtLine(caret);
  const item = document.chunks[index];
  const firstLine = document.lineOf(index);
  const line = caret - firstLine;
  // Lists and times are in items, below a line of the same one.
  if (typed !== typedTrigger || item?.kind !== "item" || line === 0) return [];
  const base = document.offsetOf(index);
  const lines = new FormattedLines(item, false);
  const inBlanks = offset - base <= lines.leading(line).end;
  if (!inBlanks || lines.meetsComment(lines.start(line - 1), lines.next(line))) return [];
  if (isBehindOpenComment(document, index, lines.start(line))) return [];
  const edits = new ChunkEdits(item.text, firstLine, { first: 0, last: document.lineCount });
  if (line > 1) enterInList(item, lines, line, edits);
  else if (lines.isBlank(line)) {
    const completed = completedTime(document, index - document.firstItemIndex, profile);
    if (completed) edits.replace(completed.span.start, completed.span.end, completed.text);
  }
  return edits.inDocument(base);
}

/** A comment that is not closed yet is text to parsing, but not to who is writing it. */
function isBehindOpenComment(document: ReferatDocument, index: number, at: number): boolean {
  const opener = document.chunks.findIndex((chunk) => chunk.unclosedComment);
  if (opener === -1 || opener > index) return false;
  const chunk = document.chunks[opener];
  return opener < index || (chunk?.text.indexOf(commentOpen, chunk.comments.at(-1)?.end ?? 0) ?? at) < at;
}
