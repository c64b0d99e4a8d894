import type { ReferatDocument } from "../syntax/document.ts";
import { meetingOf } from "../model/meeting.ts";
import { isClockTime, minutesOf } from "../calendar/clock.ts";
import { greatest } from "../text/many.ts";
import type { NewTime } from "./headingChanges.ts";
import { type Lap, lapsOf, unsoundTime } from "./laps.ts";
import type { Left } from "./left.ts";
import { slotOf } from "./slots.ts";

export interface Shifted {
  readonly times: ReadonlyMap<number, NewTime>;
  readonly left: readonly Left[];
}

/** The clock times from index `from` on, so many minutes later; null where one would pass midnight. */
export function timesShifted(document: ReferatDocument, from: number, by: number): Shifted | null {
  const times = new Map<number, { start: number; end: number | null }>();
  const left: Left[] = [];
  if (by === 0) return { times, left };
  const laps = lapsOf(document);
  for (const lap of laps.slice(from)) {
    if (!lap.clocked) continue;
    const time = later(lap, by);
    if (!time) left.push(unsoundTime(lap));
    else if (time.start < 0 || Math.max(time.start, time.end ?? 0) >= 24 * 60) return null;
    else times.set(lap.index, time);
  }
  const over = by > 0 ? pastEnd(document, times) : null;
  if (over) left.push({ what: "end", over: over.over });
  return { times, left };
}

/** The times of a lap, later; null where it has none that can be. */
export function later(
  { item, start, length }: Lap,
  by: number,
): { start: number; end: number | null } | null {
  if (start === null) return null;
  if (slotOf(item)?.end === null) return { start: start + by, end: null };
  return length === null ? null : { start: start + by, end: start + by + length };
}

/** By how much the last of the new times passes the stated end of the meeting; null where it does not. */
export function pastEnd(
  document: ReferatDocument,
  times: ReadonlyMap<number, { readonly start: number; readonly end: number | null }>,
): { over: number; end: number } | null {
  return endsPast(document, greatest([0, ...[...times.values()].map(({ start, end }) => end ?? start)]));
}

/**
 * By how much a time, in minutes of the day, passes the stated end of the meeting; null where it does not, or none is
 * stated.
 */
export function endsPast(document: ReferatDocument, at: number): { over: number; end: number } | null {
  const { end } = meetingOf(document);
  if (!end || !isClockTime(end)) return null;
  const over = at - minutesOf(end);
  return over > 0 ? { over, end: minutesOf(end) } : null;
}
