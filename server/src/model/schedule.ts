import { type ClockTime, isClockTime, minutesOf } from "../calendar/clock.ts";
import type { Item } from "../syntax/nodes.ts";
import { type ItemKind, kindOf } from "./itemKind.ts";
import { memo } from "./memo.ts";

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

/** The schedule of a document's items. Computed once for each version, from what is kept with each item. */
export const scheduleOf: (items: readonly Item[]) => readonly ScheduledItem[] = memo(
  (items: readonly Item[]) =>
    items.map((item, index) => {
      const { kind, start, end, minutes, timed } = timesOf(item);
      return { index, item, kind, start, end, minutes, timed };
    }),
);

type Times = Omit<ScheduledItem, "index" | "item">;

const timesOf: (item: Item) => Times = memo((item) => {
  const time = item.heading.time;
  const base = { kind: kindOf(item).kind, timed: time !== null, start: null, end: null, minutes: null };
  if (!time) return base;
  if (time.type === "duration") return { ...base, minutes: time.minutes > 0 ? time.minutes : null };
  const start = possible(time.start);
  const end = time.end ? possible(time.end) : null;
  const inOrder = start !== null && end !== null && end > start;
  return { ...base, start, end: inOrder ? end : null, minutes: inOrder ? end - start : null };
});

function possible(time: ClockTime): number | null {
  return isClockTime(time) ? minutesOf(time) : null;
}

/** The minutes of all items that say how long they are; null where none does. */
export function totalMinutes(schedule: readonly ScheduledItem[]): number | null {
  const known = schedule.flatMap(({ minutes }) => minutes ?? []);
  return known.length === 0 ? null : known.reduce((sum, minutes) => sum + minutes, 0);
}
