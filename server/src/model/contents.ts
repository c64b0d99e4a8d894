import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item, Preamble } from "../syntax/nodes.ts";
import { withoutEnd } from "../text/ends.ts";
import { folded } from "../text/spelling.ts";
import { type Span, span } from "../text/span.ts";
import { type EntryDifference, differenceOf, timedTitle, timeKey, withoutNumber } from "./contentsText.ts";
import { majorityOf } from "./majority.ts";
import { memo } from "./memo.ts";
import { plainText } from "./plainText.ts";
import { risingRun } from "./risingRun.ts";

/** For each entry of the contents the index of its item, or null. */
export type ContentsAlignment = readonly (number | null)[];

export interface HeadingTitle {
  /** The title with its time, as an entry repeats it. */
  readonly full: string;
  /** The title without its time. */
  readonly title: string;
}

/** An entry of the contents, held against the heading that it belongs to. */
export interface ContentsLine {
  readonly chunk: Preamble;
  /** The index of the chunk. */
  readonly index: number;
  readonly entry: Preamble["entries"][number];
  /** The words of the entry: without the number that some contents repeat. */
  readonly wordsSpan: Span;
  readonly words: string;
  /** The number that it repeats. */
  readonly number: number | null;
  /** The index of its item. */
  readonly item: number | null;
  /** Null where it has no item. */
  readonly difference: EntryDifference | null;
}

/** The entries of all contents of a document with the chunk that they stand in, in order. */
export function contentsEntries(document: ReferatDocument): {
  chunk: Preamble;
  index: number;
  entry: Preamble["entries"][number];
}[] {
  return document.preambles.flatMap((chunk, index) =>
    chunk.entries.map((entry) => ({ chunk, index, entry })),
  );
}

export function headingTitles(document: ReferatDocument): HeadingTitle[] {
  return document.items.map(headingTitle);
}

const headingTitle: (item: Item) => HeadingTitle = memo((item) => ({
  full: plainText(item, item.heading.fullTitleSpan),
  title: item.heading.title,
}));

/** An entry or a heading, made ready to be compared with many others. */
interface Line {
  readonly full: string;
  readonly title: string;
  readonly time: string;
  /** Title and time, where there is a title. */
  readonly timedTitle: string;
  /** The title without its type (*Orienteringssag:*). */
  readonly bare: string;
  /** Its letter pairs, made when they are first asked for: most lines are found by their words alone. */
  pairs: readonly number[] | null;
}

/**
 * Matches entries with headings. The same words belong together wherever they stand; between those that are sure the rest
 * is matched in order, so that what they have in common is as much as can be: one missing entry leaves one heading over.
 * At last what is spelt alike is found wherever it stands.
 */
export function alignContents(
  entries: readonly string[],
  headings: readonly HeadingTitle[],
): ContentsAlignment {
  return alignLines(
    entries.map(lineOf),
    headings.map((heading) => lineOf(heading.full)),
  );
}

function alignLines(lines: readonly Line[], targets: readonly Line[]): ContentsAlignment {
  const result: (number | null)[] = lines.map(() => null);
  const taken = targets.map(() => false);
  const match = (entry: number, heading: number): void => {
    result[entry] = heading;
    taken[heading] = true;
  };
  matchEqual(lines, targets, (line) => line.full, result, taken, match);
  matchEqual(lines, targets, (line) => line.timedTitle, result, taken, match);
  let letters = 0;
  const score: Score = (entry, heading) => {
    const [line, target] = [lines[entry], targets[heading]];
    if (!line || !target || letters > mostLetters) return 0;
    letters += line.bare.length + target.bare.length;
    return likeness(line, target);
  };
  for (const gap of gapsBetween(result, taken)) {
    for (const [entry, heading] of alignGap(gap.entries, gap.headings, score)) match(entry, heading);
  }
  matchLeftOver(score, result, taken, match);
  return result;
}

/** How much an entry and a heading, given by their indices, have in common; 0 for nothing. */
type Score = (entry: number, heading: number) => number;

/** So much is read in comparing: where thousands of entries are at odds with their headings, the last are left alone. */
const mostLetters = 2_000_000;

/** Same key, same item: the first entry with the first heading, the second with the second. */
function matchEqual(
  lines: readonly Line[],
  targets: readonly Line[],
  keyOf: (line: Line) => string,
  result: readonly (number | null)[],
  taken: readonly boolean[],
  match: (entry: number, heading: number) => void,
): void {
  const free = new Map<string, number[]>();
  for (let index = targets.length - 1; index >= 0; index--) {
    const target = targets[index];
    if (!target || taken[index]) continue;
    const key = keyOf(target);
    const list = free.get(key);
    if (list) list.push(index);
    else free.set(key, [index]);
  }
  for (const [index, line] of lines.entries()) {
    const key = keyOf(line);
    const heading = result[index] === null && key !== "" ? free.get(key)?.pop() : undefined;
    if (heading !== undefined) match(index, heading);
  }
}

/** The entries and the headings that are left between those whose matches stand in order. */
function gapsBetween(
  result: readonly (number | null)[],
  taken: readonly boolean[],
): { entries: number[]; headings: number[] }[] {
  const matched = [...result.entries()].flatMap(([entry, heading]) =>
    heading === null ? [] : [{ entry, heading }],
  );
  const stays = risingRun(matched.map(({ heading }) => heading));
  const anchors = matched.filter((_, index) => stays[index]);
  const gaps: { entries: number[]; headings: number[] }[] = [];
  let entry = 0;
  let heading = 0;
  for (const anchor of [...anchors, { entry: result.length, heading: taken.length }]) {
    const gap = { entries: [] as number[], headings: [] as number[] };
    for (; entry < anchor.entry; entry++) if (result[entry] === null) gap.entries.push(entry);
    for (; heading < anchor.heading; heading++) if (!taken[heading]) gap.headings.push(heading);
    if (gap.entries.length > 0 && gap.headings.length > 0) gaps.push(gap);
    entry = anchor.entry + 1;
    heading = anchor.heading + 1;
  }
  return gaps;
}

/** In a gap of many more cells than this, an entry looks at its neighbourhood only: the work stays linear. */
const mostCells = 2500;
const neighbourhood = 12;

/** The pairs of a gap, in order, that have the most in common together. */
function alignGap(entries: readonly number[], headings: readonly number[], score: Score): [number, number][] {
  const scoreAt = (i: number, j: number): number => score(entries[i] ?? -1, headings[j] ?? -1);
  const pairs: [number, number][] = [];
  const pair = (i: number, j: number): void => {
    const entry = entries[i];
    const heading = headings[j];
    if (entry !== undefined && heading !== undefined) pairs.push([entry, heading]);
  };
  if (entries.length * headings.length > mostCells) {
    let from = 0;
    for (let i = 0; i < entries.length; i++) {
      let best = -1;
      let bestScore = 0;
      for (let j = from; j < Math.min(headings.length, from + neighbourhood); j++) {
        const here = scoreAt(i, j);
        if (here > bestScore) [best, bestScore] = [j, here];
      }
      if (best === -1) continue;
      pair(i, best);
      from = best + 1;
    }
    return pairs;
  }
  // `best[i][j]` is what the entries from i on and the headings from j on can have in common.
  const width = headings.length + 1;
  const best = new Float64Array((entries.length + 1) * width);
  const scores = new Float64Array(entries.length * width);
  for (let i = entries.length - 1; i >= 0; i--) {
    for (let j = headings.length - 1; j >= 0; j--) {
      const here = scoreAt(i, j);
      scores[i * width + j] = here;
      const matched = here > 0 ? here + (best[(i + 1) * width + j + 1] ?? 0) : 0;
      best[i * width + j] = Math.max(matched, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  for (let i = 0, j = 0; i < entries.length && j < headings.length;) {
    const here = scores[i * width + j] ?? 0;
    const most = best[i * width + j] ?? 0;
    if (here > 0 && most === here + (best[(i + 1) * width + j + 1] ?? 0)) pair(i++, j++);
    else if (most === (best[(i + 1) * width + j] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

/** Entries that stand elsewhere than their items: only what is nearly the same is believed to be it. */
function matchLeftOver(
  score: Score,
  result: readonly (number | null)[],
  taken: readonly boolean[],
  match: (entry: number, heading: number) => void,
): void {
  const entries = [...result.keys()].filter((entry) => result[entry] === null);
  const headings = [...taken.keys()].filter((heading) => !taken[heading]);
  const all = entries.length * headings.length <= mostCells;
  for (const [rank, entry] of entries.entries()) {
    const from = all ? 0 : Math.max(0, rank - neighbourhood);
    const near = all ? headings : headings.slice(from, from + 2 * neighbourhood);
    let best = -1;
    let bestScore = 0.8;
    for (const heading of near) {
      const here = taken[heading] ? 0 : score(entry, heading);
      if (here > bestScore) [best, bestScore] = [heading, here];
    }
    if (best !== -1) match(entry, best);
  }
}

const typePrefix =
  /^(?:(?:til )?(?:skriftlig )?orientering|orienterings(?:sag|punkt)|drøftelses(?:sag|punkt)|beslutnings(?:sag|punkt)|lukket (?:punkt|sag)|lukket) ?: ?/;

function lineOf(text: string): Line {
  const { full, title, time } = timedTitle(text);
  const key = comparable(title).replace(/^evt(?=\.|\b)\.?/, "eventuelt");
  const bare = key.replace(typePrefix, "") || key;
  const ofTime = timeKey(time);
  const named = key && `${key}|${ofTime}`;
  return { full: comparable(full), title: key, time: ofTime, timedTitle: named, bare, pairs: null };
}

function comparable(text: string): string {
  const alike = folded(text.slice(0, 300))
    .replace(/[–—]/g, "-")
    .replace(/[”„“»«]/g, '"');
  return withoutEnd(alike, ".…");
}

function pairsOf(line: Line): readonly number[] {
  line.pairs ??= letterPairs(line.bare);
  return line.pairs;
}

/** The pairs of neighbouring letters, sorted. */
function letterPairs(text: string): number[] {
  const pairs: number[] = [];
  for (let i = 0; i + 1 < text.length; i++) pairs.push(text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1));
  return pairs.sort((a, b) => a - b);
}

/**
 * From 0 (nothing to do with each other) to above 1. A beginning of the heading is the heading's entry; else the letters
 * that they share decide, and the time where both have the same.
 */
function likeness(entry: Line, heading: Line): number {
  if (entry.full.length >= 3 && heading.full.startsWith(entry.full)) return 1;
  if (entry.title === "" || heading.title === "") return 0;
  if (entry.bare === heading.bare) return 1;
  const sameTime = entry.time !== "" && entry.time === heading.time ? 0.15 : 0;
  const own = pairsOf(entry);
  const shared = sharedPairs(own, pairsOf(heading));
  let part = (2 * shared) / (own.length + pairsOf(heading).length || 1);
  // An entry that was cut short is held against as much of the heading, if that can be enough.
  const longer = heading.bare.length > entry.bare.length + 3 && entry.bare.length >= 12;
  if (longer && shared / own.length + sameTime >= 0.6) {
    const beginning = letterPairs(heading.bare.slice(0, entry.bare.length));
    part = Math.max(part, sharedPairs(own, beginning) / own.length);
  }
  return part + sameTime >= 0.6 ? part + sameTime : 0;
}

/** How many elements two sorted lists have in common. */
function sharedPairs(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}

/** The contents of a document, entry by entry. */
export const contentsOf: (document: ReferatDocument) => readonly ContentsLine[] = memo((document) => {
  const entries = contentsEntries(document);
  const first = entries[0]?.chunk;
  if (!first) return [];
  const texts = document.preambles.flatMap(entryTexts);
  const headings = headingTitles(document);
  const before = known.get(first) ?? known.get(document.items[0] ?? first);
  const compared = before && holds(before, texts, headings) ? before : compare(texts, headings, before);
  known.set(first, compared);
  if (document.items[0]) known.set(document.items[0], compared);
  return entries.map(({ chunk, index, entry }, position): ContentsLine => {
    const { number = null, length = 0 } = compared.numbers[position] ?? {};
    return {
      chunk,
      index,
      entry,
      wordsSpan: span(Math.min(entry.textSpan.start + length, entry.textSpan.end), entry.textSpan.end),
      words: (texts[position] ?? "").slice(length),
      number,
      item: compared.alignment[position] ?? null,
      difference: compared.differences[position] ?? null,
    };
  });
});

/** The alignment of a document's contents. */
export function contentsAlignmentOf(document: ReferatDocument): ContentsAlignment {
  return contentsOf(document).map((line) => line.item);
}

const entryTexts: (chunk: Preamble) => readonly string[] = memo((chunk) =>
  chunk.entries.map((entry) => plainText(chunk, entry.textSpan)),
);

interface Compared {
  readonly texts: readonly string[];
  readonly numbers: readonly EntryNumber[];
  /** The entries without the numbers that count. */
  readonly words: readonly string[];
  readonly lines: readonly Line[];
  readonly headings: readonly HeadingTitle[];
  readonly targets: readonly Line[];
  readonly withoutTimes: boolean;
  readonly alignment: ContentsAlignment;
  readonly differences: readonly (EntryDifference | null)[];
}

/** The last comparison of each contents, kept with them and with the first item: an edit reaches one of the two. */
const known = new WeakMap<Chunk, Compared>();

/** Whether no entry and no heading has changed. */
function holds(before: Compared, texts: readonly string[], headings: readonly HeadingTitle[]): boolean {
  return (
    before.texts.length === texts.length &&
    before.headings.length === headings.length &&
    texts.every((text, index) => text === before.texts[index]) &&
    headings.every(({ full }, index) => full === before.headings[index]?.full)
  );
}

function compare(
  texts: readonly string[],
  headings: readonly HeadingTitle[],
  before: Compared | undefined,
): Compared {
  const numbers = numbersOf(texts);
  const words = texts.map((text, index) => text.slice(numbers[index]?.length ?? 0));
  const lines = made(words, before?.words, before?.lines, lineOf);
  const [fulls, fullsBefore] = [headings.map(fullOf), before?.headings.map(fullOf)];
  const targets = made(fulls, fullsBefore, before?.targets, lineOf);
  const alignment = alignLines(lines, targets);
  // Contents that leave the times out are contents of another style.
  const timed = alignment.flatMap((item, index) => {
    const heading = item === null ? undefined : headings[item];
    if (!heading || heading.full === heading.title) return [];
    if (lines[index]?.time !== "") return [true];
    return lines[index].full === comparable(heading.title) ? [false] : [];
  });
  const withoutTimes = majorityOf(timed) === false;
  const sameStyle = before?.withoutTimes === withoutTimes;
  const differences = alignment.map((item, index): EntryDifference | null => {
    const heading = item === null ? undefined : headings[item];
    if (!heading) return null;
    const entry = words[index] ?? "";
    const headingBefore = before?.headings[before.alignment[index] ?? -1];
    if (sameStyle && before.words[index] === entry && headingBefore?.full === heading.full)
      return before.differences[index] ?? null;
    const whole = withoutTimes && comparable(entry) === comparable(heading.title);
    return whole ? "same" : differenceOf(entry, heading.full);
  });
  return { texts, numbers, words, lines, headings, targets, withoutTimes, alignment, differences };
}

function fullOf({ full }: HeadingTitle): string {
  return full;
}

/** What `make` makes of texts; where they begin and end as before, what it made of them then. */
function made<Made>(
  texts: readonly string[],
  textsBefore: readonly string[] = [],
  before: readonly Made[] = [],
  make: (text: string) => Made,
): Made[] {
  const shorter = Math.min(texts.length, textsBefore.length);
  let start = 0;
  while (start < shorter && texts[start] === textsBefore[start]) start++;
  let end = 0;
  while (end < shorter - start && texts.at(-1 - end) === textsBefore.at(-1 - end)) end++;
  return [
    ...before.slice(0, start),
    ...texts.slice(start, texts.length - end).map(make),
    ...before.slice(before.length - end),
  ];
}

interface EntryNumber {
  readonly number: number | null;
  readonly length: number;
}

/** `Punkt 3:` is never a title; `3.` is a number only where most entries have one. */
function numbersOf(texts: readonly string[]): EntryNumber[] {
  const found = texts.map(withoutNumber);
  const numbered = majorityOf(found.map(({ number }) => number !== null)) === true;
  return found.map((each, index) =>
    numbered || /^p/i.test(texts[index] ?? "") ? each : { number: null, length: 0 },
  );
}
