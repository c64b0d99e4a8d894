import type { ReferatDocument } from "../syntax/document.ts";
import type { ContentsEntry } from "../syntax/contentsEntry.ts";
import type { Chunk, Item, Preamble } from "../syntax/nodes.ts";
import type { Stretch } from "../syntax/stretches.ts";
import { lastNotAbove } from "../text/lines.ts";
import { joined } from "../text/many.ts";
import { type Span, span } from "../text/span.ts";
import type { ContentsAlignment } from "./contentsAlignment.ts";
import { compareContents, type ContentsComparison, type NumberedTitle } from "./contentsComparison.ts";
import type { EntryDifference } from "./contentsText.ts";
import { memo } from "./memo.ts";
import { plainText } from "./plainText.ts";

/** An entry of the contents, held against the heading that it belongs to. */
export interface ContentsLine {
  readonly chunk: Preamble;
  /** The index of the chunk. */
  readonly index: number;
  readonly entry: ContentsEntry;
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

/** The titles of all items, in order; each is read once. */
export function headingTitles({ stretches }: ReferatDocument): NumberedTitle[] {
  const titles: NumberedTitle[] = [];
  for (const stretch of stretches) for (const title of titlesIn(stretch)) titles.push(title);
  return titles;
}

const titlesIn = memo(({ chunks }: Stretch): readonly NumberedTitle[] =>
  chunks.flatMap((chunk) => (chunk.kind === "item" ? [headingTitle(chunk)] : [])),
);

const headingTitle: (item: Item) => NumberedTitle = memo((item) => ({
  full: plainText(item, item.heading.fullTitleSpan),
  title: item.heading.title,
  number: item.heading.number,
}));

/**
 * The contents of a document, held against its headings. A line is made when it is asked for: who types in one of a thousand asks
 * for few of the others.
 */
export class Contents {
  readonly entries: readonly ContentsEntry[];
  /** For each preamble the index of its first entry. */
  private readonly firsts: readonly number[];
  private readonly made = new Map<number, ContentsLine>();

  constructor(
    private readonly preambles: readonly Preamble[],
    private readonly comparison: ContentsComparison,
  ) {
    this.entries = joined(preambles.map(({ entries }) => entries));
    const firsts: number[] = [];
    let first = 0;
    for (const { entries } of preambles) {
      firsts.push(first);
      first += entries.length;
    }
    this.firsts = firsts;
  }

  /** For each entry its page. */
  get pages(): readonly (number | null)[] {
    return pagesOf(this);
  }

  /** For each entry the index of its item. */
  get alignment(): ContentsAlignment {
    return this.comparison.alignment;
  }

  /** The lines that have no item, or do not say what its heading says. */
  get deviating(): ContentsLine[] {
    return this.comparison.deviating.flatMap((position) => this.line(position) ?? []);
  }

  /** The line of the entry at a position in `entries`; undefined where there is none. */
  line(position: number): ContentsLine | undefined {
    const made = this.made.get(position);
    const entry = this.entries[position];
    if (made || !entry) return made;
    // Of several preambles that begin with the same entry the last one holds it.
    const index = lastNotAbove(this.firsts, position);
    const chunk = this.preambles[index];
    const { alignment, differences, entries } = this.comparison;
    const { words = "", number = null, length = 0 } = entries[position] ?? {};
    if (!chunk) return undefined;
    const { start, end } = entry.textSpan;
    const line = {
      chunk,
      index,
      entry,
      wordsSpan: span(Math.min(start + length, end), end),
      words,
      number,
      item: alignment[position] ?? null,
      difference: differences[position] ?? null,
    };
    this.made.set(position, line);
    return line;
  }

  /** All lines. */
  get lines(): readonly ContentsLine[] {
    return linesOf(this);
  }
}

const pagesOf = memo(({ entries }: Contents): readonly (number | null)[] => entries.map(({ page }) => page));

const linesOf: (contents: Contents) => readonly ContentsLine[] = memo((contents: Contents) =>
  contents.entries.flatMap((_, position) => contents.line(position) ?? []),
);

/** The contents of a document; what is known of them from before the last edit is used again. */
export const contentsIn: (document: ReferatDocument) => Contents = memo((document) => {
  const { preambles, items } = document;
  const first = preambles.find(({ entries }) => entries.length > 0);
  if (!first) return new Contents([], compareContents([], []));
  const texts = joined(preambles.map(entryTexts));
  const [own, ofItems] = [lastOf(first), lastOf(items[0] ?? first)];
  const before = own.comparison ?? ofItems.comparison ?? undefined;
  const comparison = compareContents(texts, headingTitles(document), before);
  own.comparison = ofItems.comparison = comparison;
  return new Contents(preambles, comparison);
});

/** The last comparison of contents, kept with them and with the first item: an edit reaches one of the two. */
const lastOf = memo<Chunk, { comparison: ContentsComparison | null }>(() => ({ comparison: null }));

/** The contents of a document, entry by entry. */
export function contentsOf(document: ReferatDocument): readonly ContentsLine[] {
  return contentsIn(document).lines;
}

const entryTexts: (chunk: Preamble) => readonly string[] = memo((chunk) =>
  chunk.comments.length === 0
    ? chunk.entries.map(({ words }) => words)
    : chunk.entries.map(({ textSpan }) => plainText(chunk, textSpan)),
);
