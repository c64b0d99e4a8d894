import { type CalendarDate, dayNumber, isoDate, weekdayOf } from "./date.ts";
import { type ClockTime, formatClock, minutesOf } from "./clock.ts";

/** A Danish time of day with its distance from UTC, as RFC 3339 has it: `2026-03-04T13:00:00+01:00`. */
export function danishTimestamp(date: CalendarDate, time: ClockTime): string {
  return `${isoDate(date)}T${formatClock(time)}:00${isSummerTime(date, time) ? "+02:00" : "+01:00"}`;
}

/** From the last Sunday of March at 2 to the last of October at 3, as in all of the European Union since 1996. */
function isSummerTime(date: CalendarDate, time: ClockTime): boolean {
  const at = dayNumber(date) * dayMinutes + minutesOf(time);
  return (
    at >= lastSunday(date.year, 3) * dayMinutes + 2 * 60 &&
    at < lastSunday(date.year, 10) * dayMinutes + 3 * 60
  );
}

const dayMinutes = 24 * 60;

/** The last Sunday of a month of 31 days, in days since 1 January 1970. */
function lastSunday(year: number, month: number): number {
  const last = { year, month, day: 31 };
  return dayNumber(last) - ((weekdayOf(last) + 1) % 7);
}
