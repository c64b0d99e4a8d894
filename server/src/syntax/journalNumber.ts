import { type Span, span } from "../text/span.ts";

/** A journal number under an item's heading. */
export interface JournalNumber {
  readonly number: string;
  readonly numberSpan: Span;
}

const labelled =
  /^(?:Sagsnr|Sagsnummer|Sag nr|J\. ?nr|Jnr|Journalnr|Journalnummer)\b\.?\s{0,3}:?\s{0,3}(\S{3,40}?)[.,]?$/i;
const bare = /^(\d{2}(?:\d{2})?\/\d{2,8})$/;

/** Reads `23/1493`, `Sagsnr. 23/1493`, `J.nr.: 00.01.00-A00-1-26` in a line's trimmed content. */
export function readJournalNumber(text: string, start: number, end: number): JournalNumber | null {
  if (end - start > 64) return null;
  const content = text.slice(start, end);
  const number = (bare.exec(content) ?? labelled.exec(content))?.[1];
  if (number === undefined || !/\d/.test(number)) return null;
  const at = start + content.lastIndexOf(number);
  return { number, numberSpan: span(at, at + number.length) };
}
