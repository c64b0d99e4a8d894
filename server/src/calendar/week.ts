import { type CalendarDate, dayNumber, weekdayOf } from "./date.ts";

/** The week of a date by ISO 8601: weeks begin on Mondays, and week 1 holds the year's first Thursday. */
export interface IsoWeek {
  /** The year that the week belongs to: 1 January can lie in the last week of the year before. */
  readonly year: number;
  readonly week: number;
}

export function isoWeek(date: CalendarDate): IsoWeek {
  const thursday = dayNumber(date) - weekdayOf(date) + 3;
  // Only the year of the Thursday is asked for, which is the date's own or a neighbour of it.
  const year =
    thursday < dayNumber({ year: date.year, month: 1, day: 1 })
      ? date.year - 1
      : thursday >= dayNumber({ year: date.year + 1, month: 1, day: 1 })
        ? date.year + 1
        : date.year;
  return { year, week: Math.floor((thursday - dayNumber({ year, month: 1, day: 1 })) / 7) + 1 };
}
