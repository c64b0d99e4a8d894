import { allActionsOf } from "../archive/record.ts";
import { doneCommentAt, doneMark, doneMarkAt } from "../model/actionMarks.ts";
import { meetingOf } from "../model/meeting.ts";
import { plainText } from "../model/plainText.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { isBlankCode } from "../text/span.ts";
import { type EditResult, refused } from "./result.ts";

/**
 * Marks an action as done, by a comment behind its words, or takes that comment away. `line` counts from 0; where several actions
 * stand on it, `text`, a part of the action's words, tells which is meant. Nothing is changed where it is as wished already.
 */
export function markDone(document: ReferatDocument, line: number, done: boolean, text?: string): EditResult {
  const index = document.items.findLastIndex((_, at) => firstLine(at) <= line);
  const item = document.items[index];
  if (!item) return refused({ why: "noAction" });
  const onLine = allActionsOf(item, meetingOf(document).date).filter(
    (action) => action.line + firstLine(index) === line,
  );
  const meant =
    text === undefined || onLine.length < 2
      ? onLine
      : onLine.filter((action) => plainText(item, action.span).includes(text));
  const [action] = meant;
  if (!action)
    return refused({ why: onLine.length === 0 ? "noAction" : "severalActions", actions: onLine.length });
  if (meant.length > 1) return refused({ why: "severalActions", actions: meant.length });
  const chunk = document.firstItemIndex + index;
  const mark = doneMarkAt(item, action.span);
  if ((mark !== null) === done) return { edits: [], left: [], caret: null };
  if (done) {
    const { end } = action.span;
    return { edits: [{ chunk, span: { start: end, end }, newText: ` ${doneMark}` }], left: [], caret: null };
  }
  const comment = doneCommentAt(item, action.span);
  if (!comment) return refused({ why: "saidDone" });
  let { start } = comment;
  while (start > 0 && isBlankOfLine(item.text, start - 1)) start--;
  return { edits: [{ chunk, span: { start, end: comment.end }, newText: "" }], left: [], caret: null };

  function firstLine(at: number): number {
    return document.lineOf(document.firstItemIndex + at);
  }
}

function isBlankOfLine(text: string, at: number): boolean {
  return isBlankCode(text.charCodeAt(at)) && !/[\r\n]/.test(text.charAt(at));
}
