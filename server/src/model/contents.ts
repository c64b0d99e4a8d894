import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item, Preamble } from "../syntax/nodes.ts";
import type { Stretch } from "../syntax/stretches.ts";
import { type Span, span } from "../text/span.ts";
import type { ContentsAlignment, HeadingTitle } from "./contentsAlignment.ts";
import { compareContents, type ContentsComparison } from "./contentsComparison.ts";
import type { EntryDifference } from "./contentsText.ts";
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
  const before = known.get(first) ?? known.get(document.items[0] ?? first);
  const comparison = compareContents(texts, headingTitles(document), before?.comparison);
  const lines = linesOf(document, comparison, before?.lines ?? []);
  const found = { comparison, lines };
  known.set(first, found);
  if (document.items[0]) known.set(document.items[0], found);
  return lines;
});

/** What was last found out of each contents, kept with them and with the first item: an edit reaches one of the two. */
const known = new WeakMap<
  Chunk,
  { readonly comparison: ContentsComparison; readonly lines: readonly ContentsLine[] }
>();

/** The lines; those that say the same as before are the same objects. */
function linesOf(
  { preambles }: ReferatDocument,
  { entries, alignment, differences }: ContentsComparison,
  before: readonly ContentsLine[],
): ContentsLine[] {
  const lines: ContentsLine[] = [];
  for (const [index, chunk] of preambles.entries()) {
    for (const entry of chunk.entries) {
      const position = lines.length;
      const { words = "", number = null, length = 0 } = entries[position] ?? {};
      const [item, difference] = [alignment[position] ?? null, differences[position] ?? null];
      const kept = before[position];
      const isKept =
        kept?.entry === entry &&
        kept.chunk === chunk &&
        kept.index === index &&
        kept.words === words &&
        kept.item === item &&
        kept.difference === difference;
      if (isKept) {
        lines.push(kept);
        continue;
      }
      const { start, end } = entry.textSpan;
      const wordsSpan = span(Math.min(start + length, end), end);
      lines.push({ chunk, index, entry, wordsSpan, words, number, item, difference });
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
