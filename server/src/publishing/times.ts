import { type ClockTime, minutesOf } from "../calendar/clock.ts";
import { type CalendarDate, daysInMonth } from "../calendar/date.ts";
import { danishTimestamp } from "../calendar/danishTime.ts";
import type { RenderMeeting, RenderTime } from "./renderModel.ts";

/** Times as other programs read them: `2026-03-04T13:00:00+01:00`; null for what is not known. */
export interface Timestamps {
  readonly start: string | null;
  readonly end: string | null;
}

/** When a meeting begins and ends; one that ends earlier in the day than it begins ends on the next. */
export function meetingTimes({ date, start, end }: RenderMeeting): Timestamps {
  if (!date || !start) return { start: null, end: null };
  const last = end && minutesOf(end) < minutesOf(start) ? nextDay(date) : date;
  return { start: danishTimestamp(date, start), end: end && danishTimestamp(last, end) };
}

/** When an item begins and ends, on the day of the meeting. An end that is not behind the start is a slip, and none. */
export function itemTimes(time: RenderTime | null, { date }: RenderMeeting): Timestamps {
  if (!date || !time?.start) return { start: null, end: null };
  const { start, end } = time;
  return {
    start: danishTimestamp(date, start),
    end: isBehind(end, start) ? danishTimestamp(date, end) : null,
  };
}

function isBehind(time: ClockTime | null, start: ClockTime): time is ClockTime {
  return time !== null && minutesOf(time) > minutesOf(start);
}

function nextDay({ year, month, day }: CalendarDate): CalendarDate {
  if (day < daysInMonth(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}
