import { type DocumentState, stateMark, stateMarkOf } from "../model/documentState.ts";
import { headOf } from "../model/meeting.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { lineEndOf } from "../text/lines.ts";
import { type EditResult, refused } from "./result.ts";

/**
 * Says how far the document has come, in a comment below the title line; `null` takes that comment away, with its line where
 * nothing else stands on it.
 */
export function setState(document: ReferatDocument, state: DocumentState | null): EditResult {
  const mark = stateMarkOf(document);
  if ((mark?.state ?? null) === state) return { edits: [], left: [], caret: null };
  if (mark) {
    const { index: chunk, span } = mark;
    const edit =
      state === null
        ? { chunk, span: wholeLine(mark.chunk.text, span), newText: "" }
        : { chunk, span, newText: stateMark(state) };
    return { edits: [edit], left: [], caret: null };
  }
  const head = headOf(document);
  const titleLine = head?.titleLine;
  const chunk = head ? document.preambles.indexOf(head) : -1;
  if (!head || !titleLine || state === null || chunk === -1) return refused({ why: "noTitleLine" });
  const end = titleLine.span.end + (/^[^\r\n]*/.exec(head.text.slice(titleLine.span.end))?.[0].length ?? 0);
  const newText = `${lineEndOf(document.chunks[0]?.text ?? "")}${stateMark(state)}`;
  return { edits: [{ chunk, span: { start: end, end }, newText }], left: [], caret: null };
}

/** The line of a comment that stands alone on it, with its end; else the comment itself. */
function wholeLine(text: string, { start, end }: { start: number; end: number }) {
  const before = /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, start - 200), start));
  const after = /^[ \t]*(?:\r\n|\r|\n|$)/.exec(text.slice(end, end + 200))?.[0];
  if (!before || after === undefined) return { start, end };
  let from = start;
  while (from > 0 && /[ \t]/.test(text.charAt(from - 1))) from--;
  return { start: from, end: end + after.length };
}
