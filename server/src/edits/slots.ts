import { clockAt, formatClock } from "../calendar/clock.ts";
import { clockInStyle } from "../model/timeStyle.ts";
import type { SlotTime } from "../syntax/itemTime.ts";
import type { Item } from "../syntax/nodes.ts";

/** Clock times in headings. */

export function slotOf(item: Item): SlotTime | null {
  const time = item.heading.time;
  return time && time.type !== "duration" ? time : null;
}

/**
 * A clock time written as the slot writes its own (`9.05`, `09:05`), or as `usual` has it where its own hours don't tell; null
 * where there is no such time of the day.
 */
export function clockLike(minutes: number, slot: SlotTime, usual = false): string | null {
  const time = clockAt(minutes);
  const { shortHour, separator } = slot.form;
  return time && clockInStyle({ shortHour: shortHour ?? usual, separator: separator || "." }, time);
}

/** `13.05`, for people. */
export function clock(minutes: number): string {
  return formatClock({ hour: Math.floor(minutes / 60), minute: minutes % 60 }, ".");
}
