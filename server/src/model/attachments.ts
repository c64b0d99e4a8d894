import type { Item } from "../syntax/nodes.ts";
import { type Span, span } from "../text/span.ts";
import { memo } from "./memo.ts";
import { plainText } from "./plainText.ts";
import { sectionsOf, statementsOf } from "./sections.ts";

/** One line of a Bilag section. */
export interface Attachment {
  readonly line: number;
  readonly number: string | null;
  readonly numberSpan: Span | null;
  readonly name: string;
  readonly nameSpan: Span;
  /** The number with its word, and the name. */
  readonly span: Span;
  /** Which of the item's Bilag sections lists it, from 0. */
  readonly list: number;
}

// The word, the number, any of blank, colon, underscore and hyphen between, and the rest is the name. A number without
// the word must have a point: `2025 budget.pdf` is a name.
const worded = /^bilag[\s:_-]*(\d{1,3}(?:\.\d{1,3})*)(?=[\s:_-]|$)[\s:_-]*/i;
const bare = /^(\d{1,3}(?:\.\d{1,3})+)(?=[\s:_-])[\s:_-]*/;

export const attachmentsOf: (item: Item) => readonly Attachment[] = memo((item) =>
  sectionsOf(item, "bilag").flatMap((section, list) =>
    statementsOf(item, section.blocks)
      .filter((statement) => !/^(?:ingen(?: bilag)?|-|–)\.?$/i.test(plainText(item, statement.span)))
      .map((statement) => readAttachment(item, statement.line, statement.span, list)),
  ),
);

function readAttachment(item: Item, line: number, at: Span, list: number): Attachment {
  const text = item.masked.slice(at.start, at.end);
  const match = worded.exec(text) ?? bare.exec(text);
  const number = match?.[1];
  const nameStart = at.start + (match ? match[0].length : 0);
  const nameSpan = span(nameStart, at.end);
  const numberStart = number === undefined ? 0 : at.start + text.indexOf(number);
  return {
    line,
    number: number ?? null,
    numberSpan: number === undefined ? null : span(numberStart, numberStart + number.length),
    name: plainText(item, nameSpan),
    nameSpan,
    span: at,
    list,
  };
}
