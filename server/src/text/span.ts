import { firstIndex } from "./many.ts";

/**
 * A stretch of text: UTF-16 offsets, `end` exclusive. In nodes of the syntax tree the offsets count from the start of
 * the chunk (head, contents or item) that the node lies in, so that a chunk can move without being touched.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** The same stretch, `by` UTF-16 units further on. */
export function shifted(s: Span, by: number): Span {
  return { start: s.start + by, end: s.end + by };
}

/** The words of a stretch without the white space around them; an empty stretch stays where it is. */
export function trimmed(text: string, s: Span): Span {
  let { start, end } = s;
  while (start < end && isBlankCode(text.charCodeAt(start))) start++;
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** The index of the first of `spans` that ends behind `offset`; they stand in order, without overlap. */
export function firstEndingBehind(spans: readonly Span[], offset: number): number {
  return firstIndex(spans.length, (index) => (spans[index]?.end ?? Infinity) > offset);
}

/** Whether `offset` lies in one of `spans`; they stand in order, without overlap. */
export function liesInOne(spans: readonly Span[], offset: number): boolean {
  const next = spans[firstEndingBehind(spans, offset)];
  return next !== undefined && next.start <= offset;
}

export function slice(text: string, s: Span): string {
  return text.slice(s.start, s.end);
}

/** What JavaScript takes for white space, and trims: blanks, tabs, line ends, the byte order mark. */
export function isBlankCode(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    (code > 0xff &&
      (code === 0x1680 ||
        (code >= 0x2000 && code <= 0x200a) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x205f ||
        code === 0x3000 ||
        code === 0xfeff))
  );
}
