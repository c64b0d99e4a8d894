import type { Chunk } from "../syntax/nodes.ts";
import { firstEndingBehind, type Span } from "../text/span.ts";

/** Names in running text: with word boundaries, in the genitive too (*Anna Holms*), and over a line end. */

export interface Match extends Span {
  readonly text: string;
}

/** Text that no name reaches beyond: enough of it around a place shows every name that covers the place. */
const reach = 400;
const boundedEnd = String.raw`(?=['’]?s?(?![\p{Alpha}\p{N}-]))`;
/** Blanks between the words of a name, or the end of a line that it runs over. */
const gap = String.raw`(?:[ \t\u00a0]{1,3}|[ \t]{0,3}(?:\r\n?|\n)[ \t]{0,3})`;
const never = "(?!)";

/** The expression of any of the names, the longest first. `word` says how a word of a name is written. */
export function anyName(names: readonly string[], flags: string, word = escaped): RegExp {
  const alternatives = [...names].sort((a, b) => b.length - a.length).map((name) => bounded(name, word));
  return new RegExp(names.length === 0 ? never : `(?:${alternatives.join("|")})${boundedEnd}`, flags);
}

/** The first letter stands before the look behind it: so the search stops at that letter alone. */
export function bounded(name: string, word = escaped): string {
  const [first = "", ...rest] = name;
  return `${escaped(first)}(?<![\\p{Alpha}\\p{N}-].)${rest.join("").split(/\s+/).map(word).join(gap)}`;
}

export function matchesIn(chunk: Chunk, pattern: RegExp): Match[] {
  return [...chunk.masked.matchAll(pattern)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

export function matchesAround(chunk: Chunk, at: number, pattern: RegExp): Match[] {
  const from = Math.max(0, at - reach);
  return [...textAround(chunk, at).matchAll(pattern)]
    .map(({ 0: text, index }) => ({ text, start: from + index, end: from + index + text.length }))
    .filter(({ start, end }) => start <= at && at <= end);
}

export function textAround(chunk: Chunk, at: number): string {
  return chunk.masked.slice(Math.max(0, at - reach), at + reach);
}

/** A name that is sought in whole documents: by words that it can begin with, and by its (sticky) expression there. */
export interface Sought {
  readonly words: readonly string[];
  /** How many signs of the name stand in front of the words. */
  readonly before: number;
  readonly pattern: RegExp;
}

/** The places of one name, in order: what is built in looks for its first word, and most texts do not have that. */
export function placesOf({ masked }: Chunk, { words, before, pattern }: Sought): Match[] {
  const starts: number[] = [];
  for (const word of new Set(words)) {
    for (let at = masked.indexOf(word, before); at !== -1; at = masked.indexOf(word, at + word.length))
      starts.push(at - before);
  }
  const found: Match[] = [];
  for (const start of starts.sort((a, b) => a - b)) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    pattern.lastIndex = start;
    const text = pattern.exec(masked)?.[0];
    if (text !== undefined) found.push({ text, start, end: start + text.length });
  }
  return found;
}

/** Whether one of `others` holds the stretch; they stand in order, without overlap. */
export function isWithinOne(inner: Span, others: readonly Span[]): boolean {
  const next = others[firstEndingBehind(others, inner.end - 1)];
  return next !== undefined && next.start <= inner.start;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** A dash between two words can be of any length. */
export function withAnyDash(word: string): string {
  return /^[-–—]$/.test(word) ? "[-–—]" : escaped(word);
}
