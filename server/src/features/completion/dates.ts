import { type CalendarDate, danishDate, dayNumber, isDate, weekdayName } from "../../calendar/date.ts";
import { withCapital } from "../../text/spelling.ts";

/** The date so many days later. */
export function daysLater(date: CalendarDate, days: number): CalendarDate {
  return dateOfDay(dayNumber(date) + days);
}

/** The inverse of `dayNumber`, by H. Hinnant's `civil_from_days` (howardhinnant.github.io/date_algorithms.html). */
function dateOfDay(day: number): CalendarDate {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** `Onsdag d. 4. marts 2026`, as Mødedato has it. */
export function weekdayDate(date: CalendarDate): string {
  const weekday = weekdayName(date);
  return `${withCapital(weekday)} d. ${danishDate(date)}`;
}

/** The last day of the month after the one of the date. */
export function endOfNextMonth({ year, month }: CalendarDate): CalendarDate {
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  const last = [31, 30, 29, 28].find((day) => isDate({ ...next, day })) ?? 28;
  return { ...next, day: last };
}

export function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return dayNumber(a) >= dayNumber(b) ? a : b;
}
