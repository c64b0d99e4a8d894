import { type ClockTime, isClockTime, minutesOf } from "../calendar/clock.ts";
import type { Item } from "../syntax/nodes.ts";
import { type ItemKind, kindOf } from "./itemKind.ts";

/** When an item is on, as far as its heading says; minutes since midnight. Impossible times are left out. */
export interface ScheduledItem {
  readonly index: number;
  readonly item: Item;
  readonly kind: ItemKind;
  readonly start: number | null;
  readonly end: number | null;
  /** Of a slot, or as written. */
  readonly minutes: number | null;
  /** The heading gives a time of any sort, be it impossible. */
  readonly timed: boolean;
}

export function scheduleOf(items: readonly Item[]): ScheduledItem[] {
  return items.map((item, index) => {
    const time = item.heading.time;
    const base = { index, item, kind: kindOf(item).kind, timed: time !== null };
    if (!time) return { ...base, start: null, end: null, minutes: null };
    if (time.type === "duration") {
      return { ...base, start: null, end: null, minutes: time.minutes > 0 ? time.minutes : null };
    }
    const start = possible(time.start);
    const end = time.end ? possible(time.end) : null;
    const inOrder = start !== null && end !== null && end > start;
    return { ...base, start, end: inOrder ? end : null, minutes: inOrder ? end - start : null };
  });
}

function possible(time: ClockTime): number | null {
  return isClockTime(time) ? minutesOf(time) : null;
}

/** The minutes of all items that say how long they are; null where none does. */
export function totalMinutes(schedule: readonly ScheduledItem[]): number | null {
  const known = schedule.filter((scheduled) => scheduled.minutes !== null);
  return known.length === 0 ? null : known.reduce((sum, scheduled) => sum + (scheduled.minutes ?? 0), 0);
}
