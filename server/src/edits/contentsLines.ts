import {
  type Contents,
  contentsIn,
  type ContentsLine,
  contentsOf,
  headingTitles,
} from "../model/contents.ts";
import { withoutNumber } from "../model/contentsText.ts";
import { majorityOf } from "../model/majority.ts";
import { memo } from "../model/memo.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { readTitleTime } from "../syntax/itemTime.ts";
import { slice, type Span } from "../text/span.ts";
import { applyEdits } from "./applyEdits.ts";
import type { ChunkEdit, Place } from "./chunkEdit.ts";
import { lineStartIn } from "../syntax/lineStart.ts";

/** The entries of the contents: where they stand, and how new ones are written. */

/** What stands between title and page where nothing is learnt from the document. */
const usualLeader = ".....\t";

export function leaderOf(line: ContentsLine): string {
  return slice(line.chunk.masked, line.entry.leader);
}

/** The leader of most entries with a page, or of the nearest one where there is no majority. */
export function leaderLike(lines: readonly ContentsLine[], near: ContentsLine | undefined): string {
  const { first, most } = leadersOf(lines);
  return most ?? (near?.entry.page != null ? leaderOf(near) : (first ?? usualLeader));
}

const leadersOf = memo((lines: readonly ContentsLine[]) => {
  const leaders = lines.filter((line) => line.entry.page !== null).map(leaderOf);
  return { first: leaders[0], most: majorityOf(leaders) };
});

/** The entries that are not cut short: those that were can have lost their leader. */
export const wholeEntries: (lines: readonly ContentsLine[]) => readonly ContentsLine[] = memo(
  (lines: readonly ContentsLine[]) => lines.filter((line) => line.difference !== "cut"),
);

/** Whether most entries have a page; contents without any are contents of another style. */
export const pagesInUse: (contents: Contents) => boolean = memo(
  ({ pages }: Contents) => majorityOf(pages.map((page) => page !== null)) !== false,
);

export function placeOf(line: ContentsLine): Place {
  return { chunk: line.index, span: line.wordsSpan };
}

/** The whole line of an entry, with its line end. */
export function wholeLine({ chunk, entry }: ContentsLine): Span {
  const start = lineStartIn(chunk, entry.line);
  return { start, end: lineStartIn(chunk, entry.line + 1) };
}

/** Whether a stretch holds no comment: comments are nobody's but the writer's. */
export function isPlain({ chunk }: ContentsLine, at: Span): boolean {
  return slice(chunk.text, at) === slice(chunk.masked, at);
}

/** Whether the entries repeat the times of their headings; so they do where there is none to tell by. */
export const entriesHaveTimes: (document: ReferatDocument) => boolean = memo((document) => {
  const timed = contentsOf(document).flatMap((line) => {
    const item = line.item === null ? undefined : document.items[line.item];
    return item?.heading.time ? [readTitleTime(line.words, 0, line.words.length) !== null] : [];
  });
  return majorityOf(timed) !== false;
});

/** The entry of the nearest item before `item`; null where there is none. */
export function lineBefore(lines: readonly ContentsLine[], item: number): ContentsLine | null {
  return lines
    .filter((line) => line.item !== null && line.item < item)
    .reduce<ContentsLine | null>((best, line) => ((line.item ?? 0) > (best?.item ?? -1) ? line : best), null);
}

/** Where a new entry's page comes from. */
export interface NewPage {
  /** The page, where a layout knows it. */
  readonly page?: number | null;
  /** How many other new entries come between it and the line above. */
  readonly above?: number;
}

/**
 * A line behind `before`, or in front of all others where that is null, written as the others are; null where there is no
 * other. Its page is the one before it plus one, unless it is known.
 */
export function newEntry(
  document: ReferatDocument,
  before: ContentsLine | null,
  title: string,
  number: number | null,
  { page: known = null, above = 0 }: NewPage = {},
): ChunkEdit | null {
  const lines = contentsOf(document);
  const next = lines[before ? lines.indexOf(before) + 1 : 0];
  const near = before ?? next;
  if (!near) return null;
  const { lineEnd } = document;
  const between = pageBetween(before?.entry.page ?? null, next?.entry.page ?? null, above);
  const page = pagesInUse(contentsIn(document)) ? (known ?? between) : null;
  // Without a page `Punkt 4: …` would be an item's heading.
  const prefix = page === null ? "" : numberLike(near, number);
  const words = `${prefix}${title}${page === null ? "" : leaderLike(lines, near) + String(page)}`;
  const line = wholeLine(near);
  const at = before ? line.end : line.start;
  // A last line without its line end gets one.
  const ended = !before || /[\r\n]$/.test(near.chunk.text.slice(line.start, line.end));
  return {
    chunk: near.index,
    span: { start: at, end: at },
    newText: ended ? words + lineEnd : lineEnd + words,
  };
}

/** A new entry; null where the line would be read as something else, as a title that begins like a field is. */
export function readableEntry(
  document: ReferatDocument,
  before: ContentsLine | null,
  title: string,
  number: number | null,
  page: NewPage = {},
): ChunkEdit | null {
  const edit = newEntry(document, before, title, number, page);
  return edit && areRead(document, [{ title, edit }]) ? edit : null;
}

/** Whether all these new entries are read as such, each with its title, and all else as before. */
export function areRead(
  document: ReferatDocument,
  added: readonly { readonly title: string; readonly edit: ChunkEdit }[],
): boolean {
  // `Punkt 6` as a title would be read as the number that some contents repeat.
  if (added.some(({ title }) => /^p/i.test(title) && withoutNumber(title).number !== null)) return false;
  const mended = applyEdits(
    document,
    added.map(({ edit }) => edit),
  );
  if (mended.chunks.length !== document.chunks.length) return false;
  return document.preambles.every((was, chunk) => {
    const is = mended.preambles[chunk];
    const titles = added.flatMap(({ title, edit }) => (edit.chunk === chunk ? [title] : []));
    if (is?.entries.length !== was.entries.length + titles.length) return false;
    // A title that ends like a leader would lose its end.
    let next = 0;
    for (const { textSpan } of is.entries)
      if (next < titles.length && slice(is.text, textSpan).endsWith(titles[next] ?? "")) next++;
    return next === titles.length;
  });
}

/** All entries of contents that have none, with their heading where it is missing; null where there is nothing to list. */
export function newContents(
  document: ReferatDocument,
  pages?: ReadonlyMap<number, number>,
): ChunkEdit | null {
  // Behind all that stands before the first item.
  const headed = document.preambles.findIndex((chunk) => chunk.contentsHeading);
  const chunk = headed === -1 ? document.preambles.length - 1 : headed;
  const preamble = document.preambles[chunk];
  if (!preamble) return null;
  const heading = preamble.contentsHeading;
  const end = heading?.wordsSpan.end ?? preamble.text.trimEnd().length;
  const { lineEnd } = document;
  const entries = headingTitles(document)
    .map(({ full }, index) => ({ full, index }))
    .filter(({ full }) => full !== "")
    .map(({ full, index }, position) => `${full}${usualLeader}${pages?.get(index) ?? position + 1}`);
  if (entries.length === 0) return null;
  const gap = lineEnd + lineEnd;
  const rest = preamble.text.slice(end);
  const behind = /^[^\S\r\n]*(?:\r\n?|\n){2}/.test(rest) || /\S/.test(rest) ? "" : lineEnd;
  const newText = `${heading ? "" : `${gap}Indholdsfortegnelse`}${gap}${entries.join(lineEnd)}${behind}`;
  return { chunk, span: { start: end, end }, newText };
}

/** The page before it plus one, and one for each new entry above, but not beyond the next one's. */
function pageBetween(before: number | null, next: number | null, above: number): number | null {
  if (before === null) return next === null ? 1 + above : Math.max(1, next - 1);
  const page = before + 1 + above;
  return next === null || next < before ? page : Math.min(page, next);
}

/** `Punkt 4: `, as the neighbour repeats its own number; mostly nothing. */
function numberLike(near: ContentsLine, number: number | null): string {
  if (near.number === null || number === null) return "";
  const prefix = near.chunk.masked.slice(near.entry.textSpan.start, near.wordsSpan.start);
  return prefix.replace(/\d+/, String(number));
}

export function pagesFall(lines: readonly ContentsLine[]): boolean {
  const pages = lines.flatMap((line) => line.entry.page ?? []);
  return pages.some((page, index) => page < (pages[index - 1] ?? page));
}

/** An entry from its first word to its page. */
export function entrySpan({ entry }: ContentsLine): Span {
  return { start: entry.textSpan.start, end: entry.pageSpan?.end ?? entry.leader.end };
}
