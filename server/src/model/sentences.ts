import { type Span, span, trimmed } from "../text/span.ts";

const reach = 300;
// `nr.`, `jf.` and the like end no sentence. A blank line always does. A footnote's mark belongs to what stands before it.
const sentenceEnd =
  /\p{Alpha}{3}(?<!(?<!\p{Alpha})(?:stk|pkt|tlf|tel|mob|afd|kap|evt|inkl|ekskl|vedr|bl|sml))[)”»«"’]?[.!?][)”»«"’]?(?:\^?\[\d{1,3}\])?\s{1,4}(?=[\p{Upper}»„”"])|(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\r|\n)/gu;

/** The sentence around a stretch of running text, as far as it can be told; no more than some lines to each side. */
export function sentenceAround(text: string, { start, end }: Span): Span {
  const from = Math.max(0, start - reach);
  const before = text.slice(from, start + 1);
  let sentenceStart = from;
  for (const match of before.matchAll(sentenceEnd)) {
    const at = from + match.index + match[0].length;
    if (at <= start) sentenceStart = at;
  }
  const behind = text.slice(Math.max(0, end - 3), end + reach);
  const stop = [...behind.matchAll(sentenceEnd)].find((match) => match.index + match[0].trimEnd().length > 3);
  const sentenceStop = stop
    ? Math.max(end, Math.max(0, end - 3) + stop.index + stop[0].trimEnd().length)
    : end + reach;
  return span(sentenceStart, Math.min(text.length, sentenceStop));
}

const betweenSentences = /(?<=(?:[^\d\s]{2}|\d{4}|\d[%)])[.!?])\s+(?=[*_]{0,2}\p{Upper})/gu;

/** The sentences of a stretch of running text, without the blanks between them. */
export function sentencesIn(text: string, { start, end }: Span): Span[] {
  const sentences: Span[] = [];
  let from = start;
  for (const { 0: between, index } of text.slice(start, end).matchAll(betweenSentences)) {
    sentences.push(trimmed(text, span(from, start + index)));
    from = start + index + between.length;
  }
  return [...sentences, trimmed(text, span(from, end))];
}
