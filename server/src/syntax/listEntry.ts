import { ordinalContinues } from "../calendar/dateText.ts";
import { type Span, span } from "../text/span.ts";

/** The mark of a list entry: `-`, `•`, `*`, `1.`, `1)` or `a)`. */
export interface ListMark {
  readonly type: "bullet" | "number" | "letter";
  /** What is counted: 5 for `5.`, 2 for `b)`; null for a bullet. */
  readonly ordinal: number | null;
  /** The number or letter alone, or the bullet. */
  readonly ordinalSpan: Span;
  /** How deep the line is indented; a tab goes to the next multiple of four. */
  readonly indent: number;
  /** What follows the mark, trimmed. */
  readonly text: Span;
}

const markPattern =
  /^([ \t\u00a0]*)(?:([-–•*·▪◦‣\uf0b7])[ \t\u00a0]+|(\d{1,3})([.)])(?:[ \t\u00a0]+|(?=[A-ZÆØÅ]))|([a-zæøå])\)[ \t\u00a0]+)/;

/**
 * Reads the mark of a list entry in the line `text.slice(start, end)`, whose end is trimmed. A line that begins with a
 * date or an ordinal (`5. februar 2024 vedtog`, `3.kvartal`) is no entry.
 */
export function readListMark(text: string, start: number, end: number): ListMark | null {
  const first = text.charCodeAt(start);
  // Most lines begin with a letter and are done with here.
  if (first >= 0x41 && first <= 0x5a) return null;
  const match = markPattern.exec(text.slice(start, Math.min(end, start + 200)));
  if (!match) return null;
  const [whole, blanks = "", bullet, digits, , letter] = match;
  const textStart = start + whole.length;
  if (textStart >= end) return null;
  if (digits !== undefined && ordinalContinues.test(text.slice(textStart, Math.min(end, textStart + 24))))
    return null;
  const markStart = start + blanks.length;
  const mark = bullet ?? digits ?? letter ?? "";
  return {
    type: bullet !== undefined ? "bullet" : digits !== undefined ? "number" : "letter",
    ordinal:
      digits !== undefined
        ? Number(digits)
        : letter !== undefined
          ? "abcdefghijklmnopqrstuvwxyzæøå".indexOf(letter) + 1
          : null,
    ordinalSpan: span(markStart, markStart + mark.length),
    indent: indentOf(blanks),
    text: span(textStart, end),
  };
}

function indentOf(blanks: string): number {
  let indent = 0;
  for (const sign of blanks) indent = sign === "\t" ? (Math.floor(indent / 4) + 1) * 4 : indent + 1;
  return indent;
}
