import { type ContentsLine, contentsOf } from "../model/contents.ts";
import { majorityOf } from "../model/majority.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { lineEndOf } from "../text/lines.ts";
import { slice, type Span } from "../text/span.ts";
import type { ChunkEdit, Place } from "./chunkEdit.ts";

/** The entries of the contents: where they stand, and how new ones are written. */

/** What stands between title and page where nothing is learnt from the document. */
export const usualLeader = ".....\t";

export function leaderOf(line: ContentsLine): string {
  return slice(line.chunk.masked, line.entry.leader);
}

/** The leader of most entries with a page, or of the nearest one where there is no majority. */
export function leaderLike(lines: readonly ContentsLine[], near: ContentsLine | undefined): string {
  const leaders = lines.filter((line) => line.entry.page !== null).map(leaderOf);
  return majorityOf(leaders) ?? (near?.entry.page != null ? leaderOf(near) : (leaders[0] ?? usualLeader));
}

/** Whether most entries have a page; contents without any are contents of another style. */
export function pagesInUse(lines: readonly ContentsLine[]): boolean {
  return majorityOf(lines.map((line) => line.entry.page !== null)) !== false;
}

export function placeOf(line: ContentsLine): Place {
  return { chunk: line.index, span: line.wordsSpan };
}

/** The whole line of an entry, with its line end. */
export function wholeLine({ chunk, entry }: ContentsLine): Span {
  const start = chunk.lineStarts[entry.line] ?? chunk.text.length;
  return { start, end: chunk.lineStarts[entry.line + 1] ?? chunk.text.length };
}

/** Whether a stretch holds no comment: comments are nobody's but the writer's. */
export function isPlain({ chunk }: ContentsLine, at: Span): boolean {
  return slice(chunk.text, at) === slice(chunk.masked, at);
}

/** The entry of the nearest item before `item`; null where there is none. */
export function lineBefore(lines: readonly ContentsLine[], item: number): ContentsLine | null {
  return lines
    .filter((line) => line.item !== null && line.item < item)
    .reduce<ContentsLine | null>((best, line) => ((line.item ?? 0) > (best?.item ?? -1) ? line : best), null);
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
  known: number | null = null,
): ChunkEdit | null {
  const lines = contentsOf(document);
  const next = lines[before ? lines.indexOf(before) + 1 : 0];
  const near = before ?? next;
  if (!near) return null;
  const lineEnd = lineEndOf(document.getText());
  const between = pageBetween(before?.entry.page ?? null, next?.entry.page ?? null);
  const page = pagesInUse(lines) ? (known ?? between) : null;
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

/** The page before it plus one, but not beyond the next one's. */
function pageBetween(before: number | null, next: number | null): number | null {
  if (before === null) return next === null ? 1 : Math.max(1, next - 1);
  return next === null || next < before ? before + 1 : Math.min(before + 1, next);
}

/** `Punkt 4: `, as the neighbour repeats its own number; mostly nothing. */
function numberLike(near: ContentsLine, number: number | null): string {
  if (near.number === null || number === null) return "";
  const prefix = near.chunk.masked.slice(near.entry.textSpan.start, near.wordsSpan.start);
  return prefix.replace(/\d+/, String(number));
}
