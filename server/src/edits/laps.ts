import { isClockTime, minutesOf } from "../calendar/clock.ts";
import { meetingOf } from "../model/meeting.ts";
import { memo } from "../model/memo.ts";
import { type ScheduledItem, scheduleOf } from "../model/schedule.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Left } from "./left.ts";
import { slotOf } from "./slots.ts";
import { labelOf } from "./label.ts";

/** How long an item keeps the meeting, and what lies in front of it; minutes. */
export interface Lap extends ScheduledItem {
  readonly clocked: boolean;
  /** Null where that is not known. */
  readonly length: number | null;
  /** Between the end of what comes before and the start; below zero for an overlap. */
  readonly gap: number;
  /** When it begins, be it by counting; null before the first time that is known. */
  readonly from: number | null;
}

/**
 * The meeting's course, item by item. A start alone lasts until the next start; one untimed item between two times has what
 * lies between them; a written item takes nothing. Computed once for each version.
 */
export const lapsOf: (document: ReferatDocument) => readonly Lap[] = memo((document) => {
  const schedule = scheduleOf(document.items);
  const { start: opens } = meetingOf(document);
  let at: number | null =
    opens && isClockTime(opens) && schedule[0]?.minutes != null ? minutesOf(opens) : null;
  // Untimed items since the last time: where there is just one, the time that follows tells its length.
  let untimed: number[] = [];
  let unknown: number | null = null;
  const laps: Lap[] = [];
  for (const scheduled of schedule) {
    const { index, kind, timed, minutes } = scheduled;
    const slot = slotOf(scheduled.item);
    let gap = 0;
    let from = at;
    if (slot && scheduled.start !== null) {
      from = scheduled.start;
      gap = at === null ? 0 : from - at;
      // What is waited for: a start alone, or one untimed item; both together tell nothing.
      const [waiting, ...others] = unknown === null ? untimed : [unknown, ...untimed];
      const before = waiting === undefined || others.length > 0 ? undefined : laps[waiting];
      if (before && gap > 0) {
        laps[before.index] = { ...before, length: gap };
        gap = 0;
      }
      untimed = [];
      unknown = slot.type === "start" ? index : null;
    } else if (!timed && kind !== "written") untimed.push(index);
    const length = slot ? minutes : (minutes ?? 0);
    const { item, start, end } = scheduled;
    const clocked = slot !== null;
    // Written out: a spread of some ten thousand objects is felt at each keystroke.
    laps.push({ index, item, kind, start, end, minutes, timed, clocked, length, gap, from });
    if (from !== null) at = from + (length ?? 0);
  }
  return laps;
});

/** Why the times around this one are left. */
export function unsoundTime({ item, start, length }: Lap): Left {
  const slot = slotOf(item);
  const startsAlone = start !== null && slot?.end === null;
  const why = slot && length !== null ? "overlap" : startsAlone ? "unknown" : "impossible";
  return { what: "time", label: labelOf(item.heading), why };
}

/** What is left of an item that has no time of its own. */
export function untimed({ item }: Lap): Left {
  return { what: "time", label: labelOf(item.heading), why: "none" };
}
