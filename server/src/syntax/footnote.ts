import { type Span, span } from "../text/span.ts";

/** `[1] Faglig ramme …` at the start of a line: the text of a footnote. */
export interface FootnoteText {
  readonly number: string;
  readonly numberSpan: Span;
}

const pattern = /^\^?\[(\d{1,3})\]:?[ \t\u00a0]+\S/;

export function readFootnoteText(text: string, start: number, end: number): FootnoteText | null {
  const match = pattern.exec(text.slice(start, Math.min(end, start + 24)));
  const number = match?.[1];
  if (number === undefined) return null;
  const at = text.indexOf(number, start);
  return { number, numberSpan: span(at, at + number.length) };
}
