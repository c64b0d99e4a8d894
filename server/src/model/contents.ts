import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item, Preamble } from "../syntax/nodes.ts";
import type { Stretch } from "../syntax/stretches.ts";
import { type Span, span } from "../text/span.ts";
import {
  alignLines,
  comparable,
  type ContentsAlignment,
  type HeadingTitle,
  type Line,
  lineOf,
} from "./contentsAlignment.ts";
import { type EntryDifference, differenceOf, withoutNumber } from "./contentsText.ts";
import { majorityOf } from "./majority.ts";
import { memo } from "./memo.ts";
import { plainText } from "./plainText.ts";

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

export function headingTitles({ stretches }: ReferatDocument): HeadingTitle[] {
  const titles: HeadingTitle[] = [];
  for (const stretch of stretches) for (const title of titlesIn(stretch)) titles.push(title);
  return titles;
}

const titlesIn = memo(({ chunks }: Stretch): readonly HeadingTitle[] =>
  chunks.flatMap((chunk) => (chunk.kind === "item" ? [headingTitle(chunk)] : [])),
);

const headingTitle: (item: Item) => HeadingTitle = memo((item) => ({
  full: plainText(item, item.heading.fullTitleSpan),
  title: item.heading.title,
}));

/** The contents of a document, entry by entry. */
export const contentsOf: (document: ReferatDocument) => readonly ContentsLine[] = memo((document) => {
  const first = document.preambles.find(({ entries }) => entries.length > 0);
  if (!first) return [];
  const texts = document.preambles.flatMap(entryTexts);
  const headings = headingTitles(document);
  const before = known.get(first) ?? known.get(document.items[0] ?? first);
  const compared = before && holds(before, texts, headings) ? before : compare(texts, headings, before);
  const lines = contentsLines(document, compared, before?.contentsLines ?? []);
  const next = { ...compared, contentsLines: lines };
  known.set(first, next);
  if (document.items[0]) known.set(document.items[0], next);
  return lines;
});

/** The lines; those that say the same as before are the same objects. */
function contentsLines(
  { preambles }: ReferatDocument,
  { texts, numbers, alignment, differences }: Compared,
  before: readonly ContentsLine[],
): ContentsLine[] {
  const lines: ContentsLine[] = [];
  for (const [index, chunk] of preambles.entries()) {
    for (const entry of chunk.entries) {
      const position = lines.length;
      const [item, difference] = [alignment[position] ?? null, differences[position] ?? null];
      const { number = null, length = 0 } = numbers[position] ?? {};
      const wordsStart = Math.min(entry.textSpan.start + length, entry.textSpan.end);
      const kept = before[position];
      const isKept =
        kept?.entry === entry &&
        kept.chunk === chunk &&
        kept.index === index &&
        kept.item === item &&
        kept.difference === difference &&
        kept.number === number &&
        kept.wordsSpan.start === wordsStart;
      lines.push(
        isKept
          ? kept
          : {
              chunk,
              index,
              entry,
              wordsSpan: span(wordsStart, entry.textSpan.end),
              words: (texts[position] ?? "").slice(length),
              number,
              item,
              difference,
            },
      );
    }
  }
  return lines;
}

/** The alignment of a document's contents. */
export function contentsAlignmentOf(document: ReferatDocument): ContentsAlignment {
  return contentsOf(document).map((line) => line.item);
}

const entryTexts: (chunk: Preamble) => readonly string[] = memo((chunk) =>
  chunk.entries.map((entry) => plainText(chunk, entry.textSpan)),
);

/** What the entries and the headings of one version have to do with each other. */
interface Compared {
  readonly texts: readonly string[];
  /** The numbers that the entries begin with, and those of them that count. */
  readonly numbersFound: readonly EntryNumber[];
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

/** What was last found out of each contents, kept with them and with the first item: an edit reaches one of the two. */
const known = new WeakMap<Chunk, Compared & { readonly contentsLines: readonly ContentsLine[] }>();

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
  const numbersFound = made(texts, before?.texts, before?.numbersFound, withoutNumber);
  const numbers = numbersOf(texts, numbersFound);
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
    return lines[index].full === comparableTitle(heading) ? [false] : [];
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
    const whole = withoutTimes && comparable(entry) === comparableTitle(heading);
    return whole ? "same" : differenceOf(entry, heading.full);
  });
  return {
    texts,
    numbersFound,
    numbers,
    words,
    lines,
    headings,
    targets,
    withoutTimes,
    alignment,
    differences,
  };
}

const comparableTitle: (heading: HeadingTitle) => string = memo(({ title }) => comparable(title));

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
function numbersOf(texts: readonly string[], found: readonly EntryNumber[]): EntryNumber[] {
  const numbered = majorityOf(found.map(({ number }) => number !== null)) === true;
  return found.map((each, index) =>
    numbered || each.number === null || /^p/i.test(texts[index] ?? "") ? each : { number: null, length: 0 },
  );
}
