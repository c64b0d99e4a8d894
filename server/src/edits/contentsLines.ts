import type { ContentsLine } from "../model/contents.ts";
import { majorityOf } from "../model/majority.ts";
import { slice, type Span } from "../text/span.ts";
import type { Place } from "./chunkEdit.ts";

/** What the rules of the contents share. */

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
