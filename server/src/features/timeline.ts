import { minutesOf } from "../calendar/clock.ts";
import { memo, memoFor } from "../model/memo.ts";
import { meetingOf } from "../model/meeting.ts";
import { type ScheduledItem, scheduleOf } from "../model/schedule.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Stretch } from "../syntax/stretches.ts";

/** When an item is on, as far as its heading and those before it tell; minutes since midnight. */
export interface TimedItem extends ScheduledItem {
  /** Of the heading, or of what lies before it: an item of 30 minutes behind one that ends at 13.05 begins then. */
  readonly from: number | null;
  readonly until: number | null;
  /** The minutes of this item and of all before it, as far as they are known. */
  readonly total: number;
}

const midnight = 24 * 60;

/** Where the meeting stands between two items. */
interface State {
  readonly index: number;
  readonly now: number | null;
  readonly total: number;
}

/** The course of the meeting. Computed once for each version, and only for what an edit changed or moved. */
export const timelineOf: (document: ReferatDocument) => readonly TimedItem[] = memo((document) => {
  const { start } = meetingOf(document);
  let state: State = { index: 0, now: start ? minutesOf(start) : null, total: 0 };
  return document.stretches.flatMap((stretch) => {
    const entered = state;
    const key = `${String(entered.index)} ${String(entered.now)} ${String(entered.total)}`;
    const course = courses(stretch, key, () => courseOf(stretch, entered));
    state = course.left;
    return course.items;
  });
});

interface Course {
  readonly items: readonly TimedItem[];
  readonly left: State;
}

const courses = memoFor<Course>();

function courseOf({ chunks }: Stretch, { index: first, now: entered, total: before }: State): Course {
  let now = entered;
  let total = before;
  const items = scheduleOf(chunks.filter((chunk) => chunk.kind === "item")).map((scheduled): TimedItem => {
    const { item, kind, start, end: written, minutes, timed } = scheduled;
    const index = first + scheduled.index;
    // An item that is read and not spoken of takes no time.
    const silent = kind === "written" && !timed;
    const from = start ?? (minutes === null ? null : now);
    const end = written ?? (from === null || minutes === null ? null : from + minutes);
    const until = end !== null && end <= midnight ? end : null;
    total += minutes ?? 0;
    if (!silent) now = until;
    return { index, item, kind, start, end: written, minutes, timed, from, until, total };
  });
  return { items, left: { index: first + items.length, now, total } };
}
