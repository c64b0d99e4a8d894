import type { ReferatDocument } from "../syntax/document.ts";
import type { Preamble } from "../syntax/nodes.ts";
import { editDistance, folded } from "../text/spelling.ts";
import { plainText } from "./plainText.ts";

/** For each entry of the contents the index of its item, or null. */
export type ContentsAlignment = readonly (number | null)[];

export interface HeadingTitle {
  /** The title with its time, as an entry repeats it. */
  readonly full: string;
  /** The title without its time. */
  readonly title: string;
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
  return document.items.map((item) => ({
    full: plainText(item, item.heading.fullTitleSpan),
    title: item.heading.title,
  }));
}

/**
 * Matches entries with headings. The same words belong together wherever they stand; then what was cut short, what has
 * another time, and what is spelt alike, in the gaps between those that are sure.
 */
export function alignContents(
  entries: readonly string[],
  headings: readonly HeadingTitle[],
): ContentsAlignment {
  const result: (number | null)[] = entries.map(() => null);
  const taken = headings.map(() => false);
  const keys = entries.map(comparable);
  const fulls = headings.map((heading) => comparable(heading.full));
  const titles = headings.map((heading) => comparable(heading.title));

  const match = (entry: number, heading: number): void => {
    result[entry] = heading;
    taken[heading] = true;
  };
  const byFull = new Map<string, number[]>();
  fulls.forEach((full, index) => byFull.set(full, [...(byFull.get(full) ?? []), index]));
  keys.forEach((key, index) => {
    const same = byFull.get(key)?.find((heading) => !taken[heading]);
    if (same !== undefined && key !== "") match(index, same);
  });
  // Each later test is weaker, and is asked only of what the ones before left over.
  const tests: ((key: string, heading: number) => boolean)[] = [
    (key, heading) => key.length >= 4 && (fulls[heading] ?? "").startsWith(key),
    (key, heading) => (titles[heading] ?? "") !== "" && withoutTime(key) === titles[heading],
    (key, heading) => alike(key, fulls[heading] ?? "") || alike(withoutTime(key), titles[heading] ?? ""),
  ];
  for (const test of tests) {
    keys.forEach((key, index) => {
      if (result[index] !== null || key === "") return;
      const candidate = candidates(index, result, taken).find((heading) => test(key, heading));
      if (candidate !== undefined) match(index, candidate);
    });
  }
  return result;
}

/** The free headings in the gap around an entry, in order; then the other free ones, as far as there are few. */
function candidates(index: number, result: readonly (number | null)[], taken: readonly boolean[]): number[] {
  let low = index - 1;
  while (low >= 0 && result[low] === null) low--;
  let high = index + 1;
  while (high < result.length && result[high] === null) high++;
  const from = low >= 0 ? (result[low] ?? 0) + 1 : 0;
  const to = high < result.length ? (result[high] ?? 0) : taken.length;
  const near: number[] = [];
  const far: number[] = [];
  // An entry of a long unmatched run is compared with its neighbourhood only: the work stays linear.
  const around = from + (index - low - 1);
  for (let i = Math.max(0, around - 40); i < Math.min(taken.length, around + 40); i++) {
    if (taken[i]) continue;
    (i >= from && i < to ? near : far).push(i);
  }
  return [...near, ...far];
}

function comparable(text: string): string {
  return folded(text)
    .replace(/[–—]/g, "-")
    .replace(/[”„“»«]/g, '"')
    .replace(/[\s.…]+$/, "");
}

function withoutTime(key: string): string {
  return key.replace(/[,\s]*\(?\s*(?:kl\.?)?\s*\d{1,2}[.:]\d{2}.*$|\s*\(\d+\s*min[^)]*\)?$/, "").trim();
}

/** Spelt alike but for a letter in eight; an entry can be cut short besides. */
function alike(entry: string, heading: string): boolean {
  if (entry.length < 5) return false;
  const limit = Math.max(1, Math.floor(entry.length / 8));
  return (
    editDistance(entry, heading, limit) <= limit ||
    (entry.length >= 30 && editDistance(entry, heading.slice(0, entry.length), limit) <= limit)
  );
}

const known = new WeakMap<Preamble, { titles: readonly string[]; alignment: ContentsAlignment }>();

/** The alignment of a document's contents. It is computed again only when the contents or a heading has changed. */
export function contentsAlignmentOf(document: ReferatDocument): ContentsAlignment {
  const entries = contentsEntries(document);
  const chunk = entries[0]?.chunk;
  if (!chunk) return [];
  const headings = headingTitles(document);
  const titles = headings.map((heading) => heading.full);
  const before = known.get(chunk);
  if (before && sameStrings(before.titles, titles) && before.alignment.length === entries.length) {
    return before.alignment;
  }
  const texts = entries.map(({ chunk: at, entry }) => plainText(at, entry.textSpan));
  const alignment = alignContents(texts, headings);
  known.set(chunk, { titles, alignment });
  return alignment;
}

function sameStrings(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
