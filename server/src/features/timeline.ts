import { minutesOf } from "../calendar/clock.ts";
import { memo } from "../model/memo.ts";
import { meetingOf } from "../model/meeting.ts";
import { type ScheduledItem, scheduleOf } from "../model/schedule.ts";
import type { ReferatDocument } from "../syntax/document.ts";

/** When an item is on, as far as its heading and those before it tell; minutes since midnight. */
export interface TimedItem extends ScheduledItem {
  /** Of the heading, or of what lies before it: an item of 30 minutes behind one that ends at 13.05 begins then. */
  readonly from: number | null;
  readonly until: number | null;
  /** The minutes of this item and of all before it, as far as they are known. */
  readonly total: number;
}

const midnight = 24 * 60;

/** The course of the meeting. Computed once for each version. */
export const timelineOf: (document: ReferatDocument) => readonly TimedItem[] = memo((document) => {
  const meeting = meetingOf(document);
  let now = meeting.start ? minutesOf(meeting.start) : null;
  let total = 0;
  return scheduleOf(document.items).map((scheduled) => {
    const { index, item, kind, start, end: written, minutes, timed } = scheduled;
    // An item that is read and not spoken of takes no time.
    const silent = kind === "written" && !timed;
    const from = start ?? (minutes === null ? null : now);
    const end = written ?? (from === null || minutes === null ? null : from + minutes);
    const until = end !== null && end <= midnight ? end : null;
    total += minutes ?? 0;
    if (!silent) now = until;
    // Written out: a spread of some ten thousand objects is felt at each keystroke.
    return { index, item, kind, start, end: written, minutes, timed, from, until, total };
  });
});
