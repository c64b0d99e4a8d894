import { greatest, least } from "../text/many.ts";
import type { Archive } from "./archive.ts";
import type { DocumentRecord } from "./record.ts";

/** The meeting before, and the number that the next one begins with where the body's numbering runs on. */
export interface RunningNumber {
  readonly expected: number;
  /** The date of the meeting before: `2026-02-04`. */
  readonly before: string;
}

/** So many meetings in a row must have gone on with the number of the one before. */
const proof = 3;

/**
 * The number with which the meeting of a body on a day goes on, where its meetings of the year have surely numbered their items
 * through; null where they have not, or where it is the first of its year.
 */
export function runningNumber(archive: Archive, body: string, date: string): RunningNumber | null {
  const year = date.slice(0, 4);
  const earlier = archive
    .of(body)
    .filter(({ record }) => record.date !== null && record.date < date && record.date.startsWith(year))
    .map(({ record }) => record);
  const meetings = withOneEach(earlier);
  if (meetings.length <= proof) return null;
  const rows = meetings.map(rowOf);
  const last = rows.at(-1);
  if (!last) return null;
  for (let index = rows.length - proof; index < rows.length; index++) {
    const [own, before] = [rows[index], rows[index - 1]];
    if (!own || !before || own.first !== before.last + 1) return null;
  }
  return { expected: last.last + 1, before: meetings.at(-1)?.date ?? "" };
}

/** The minutes of each meeting; its agenda where there are none. */
function withOneEach(records: readonly DocumentRecord[]): DocumentRecord[] {
  const byDate = new Map<string, DocumentRecord>();
  for (const record of records) {
    const known = byDate.get(record.date ?? "");
    if (known?.kind !== "referat") byDate.set(record.date ?? "", record);
  }
  return [...byDate.values()];
}

function rowOf({ items }: DocumentRecord): { first: number; last: number } | null {
  const numbers = items.flatMap(({ number }) => number ?? []);
  return numbers.length === 0 ? null : { first: least(numbers), last: greatest(numbers) };
}
