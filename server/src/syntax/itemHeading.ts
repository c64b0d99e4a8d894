import { type Span, slice, span, trimmed } from "../text/span.ts";
import { type ItemTime, readTitleTime } from "./itemTime.ts";

/** `Punkt 4: Ny svømmehal, kl. 13.05-13.30`, or an unnumbered pause. Offsets count from the start of the text read. */
export interface ItemHeading {
  /** Null for an unnumbered item. */
  readonly number: number | null;
  /** The digits of the number. */
  readonly numberSpan: Span | null;
  /** `Punkt 4`, without the colon; the title of an unnumbered item. What a finding about the item as such points at. */
  readonly labelSpan: Span;
  /** The title without its time and the separator before it, with its type prefix. */
  readonly title: string;
  readonly titleSpan: Span;
  readonly time: ItemTime | null;
  /** Title and time as they stand: what an entry of the contents repeats. */
  readonly fullTitleSpan: Span;
  /** The whole heading, trimmed. */
  readonly span: Span;
}

const numberedPattern = /^(?:Punkt|PUNKT)[ \t\u00a0]{1,4}(\d{1,6})[ \t\u00a0]{0,4}:/;
const unnumberedPattern = /^(?:kaffepause|frokostpause|frokost|pause)$/i;

/** Whether the line that starts at `start` is the heading of a numbered item. */
export function isNumberedHeading(text: string, start: number): boolean {
  // The first letter is looked at alone: this runs on every line of a document.
  return text.charCodeAt(start) === 0x50 && numberedPattern.test(text.slice(start, start + 24));
}

/** Reads the heading of a numbered item in the line `text.slice(start, end)`; null where it is none. */
export function readNumberedHeading(text: string, start: number, end: number): ItemHeading | null {
  const match = numberedPattern.exec(text.slice(start, Math.min(end, start + 24)));
  if (!match) return null;
  const digits = match[1] ?? "";
  const colon = start + match[0].length - 1;
  const numberStart = start + match[0].indexOf(digits);
  const numberSpan = span(numberStart, numberStart + digits.length);
  return heading(text, colon + 1, end, {
    number: Number(digits),
    numberSpan,
    labelSpan: span(start, numberSpan.end),
    start,
  });
}

/** Reads a lone line such as `PAUSE (kl. 14.20-14.30)`; null where it is none. Whether it stands alone is not seen here. */
export function readUnnumberedHeading(text: string, start: number, end: number): ItemHeading | null {
  if (end - start > 60 || !/[pfk]/i.test(text[start] ?? "")) return null;
  const read = heading(text, start, end, { number: null, numberSpan: null, labelSpan: null, start });
  return unnumberedPattern.test(read.title) ? read : null;
}

/** Any line as the heading of an unnumbered item. */
export function plainHeading(text: string, start: number, end: number): ItemHeading {
  return heading(text, start, end, { number: null, numberSpan: null, labelSpan: null, start });
}

function heading(
  text: string,
  titleFrom: number,
  end: number,
  label: { number: number | null; numberSpan: Span | null; labelSpan: Span | null; start: number },
): ItemHeading {
  const full = trimmed(text, span(titleFrom, end));
  const found = readTitleTime(text, full.start, full.end);
  const titleSpan = span(full.start, found ? Math.max(full.start, found.titleEnd) : full.end);
  return {
    number: label.number,
    numberSpan: label.numberSpan,
    labelSpan: label.labelSpan ?? titleSpan,
    title: slice(text, titleSpan),
    titleSpan,
    time: found ? found.time : null,
    fullTitleSpan: full,
    span: span(label.start, Math.max(full.end, label.labelSpan?.end ?? label.start)),
  };
}
