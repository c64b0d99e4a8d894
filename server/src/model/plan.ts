import type { ClockTime } from "../calendar/clock.ts";
import { isClockTime, minutesOf } from "../calendar/clock.ts";
import { memo } from "./memo.ts";
import { type ScheduledItem, scheduleOf } from "./schedule.ts";
import type { Item } from "../syntax/nodes.ts";

/** When an item is planned to be on; minutes since midnight, null where it cannot be told. */
export interface PlannedTime {
  readonly start: number | null;
  readonly end: number | null;
}

/**
 * The plan of a meeting: what the headings say, and for items that give a duration the clock times that follow from the
 * meeting's start and the items before them. Behind an item without a time nothing is known until one gives a clock time.
 */
export function planOf(items: readonly Item[], meetingStart: ClockTime | null): readonly PlannedTime[] {
  const start = meetingStart && isClockTime(meetingStart) ? minutesOf(meetingStart) : null;
  return plansOf(items).get(start);
}

const plansOf: (items: readonly Item[]) => { get: (start: number | null) => readonly PlannedTime[] } = memo(
  (items: readonly Item[]) => {
    const schedule = scheduleOf(items);
    const known = new Map<number | null, readonly PlannedTime[]>();
    return {
      get(start: number | null) {
        const before = known.get(start);
        if (before) return before;
        const plan = computed(schedule, start);
        known.set(start, plan);
        return plan;
      },
    };
  },
);

function computed(schedule: readonly ScheduledItem[], meetingStart: number | null): PlannedTime[] {
  let now = meetingStart;
  return schedule.map(({ kind, start, end, minutes, timed }): PlannedTime => {
    const from = start ?? (minutes !== null ? now : null);
    const to = end ?? (from !== null && minutes !== null ? from + minutes : null);
    // Written items take no time; another one without a time takes nobody knows how much.
    if (timed || kind !== "written") now = to;
    return { start: from, end: to };
  });
}
