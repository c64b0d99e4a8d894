/** A day of the calendar, as a `Date` at noon UTC: no time zone can make another day of it. */

/** The day that `04-03-2026` means; null where there is no such day. */
export function dateIn(text: string): Date | null {
  const match = /^\s*(\d{1,2})[-./](\d{1,2})[-./](\d{4})\s*$/.exec(text);
  if (!match) return null;
  const [day, month, year] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day, 12));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null;
}

/** `2026-03-04` */
export function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** `04-03-2026` */
function danishDate(date: Date): string {
  return isoDate(date).split("-").reverse().join("-");
}

/** `onsdag d. 4. marts 2026` */
export function wordsFor(date: Date): string {
  const name = (part: "weekday" | "month"): string =>
    new Intl.DateTimeFormat("da-DK", { timeZone: "UTC", [part]: "long" }).format(date);
  return `${name("weekday")} d. ${date.getUTCDate()}. ${name("month")} ${date.getUTCFullYear()}`;
}

/** Whether a text is a clock time of the day, `13:00`, or two, `13.00-15.30`, the later one behind. */
export function isTime(text: string): boolean {
  const match = /^(\d{1,2}[.:]\d{2})(?:\s*[-–]\s*(\d{1,2}[.:]\d{2}))?$/.exec(text);
  if (!match) return false;
  const [start, end] = match.slice(1).map((clock) => (clock ? minutesIn(clock) : null));
  if (start == null) return false;
  return match[2] === undefined || (end != null && end > start);
}

/** Minutes since midnight; null where the clock has no such time. */
function minutesIn(clock: string): number | null {
  const [hour = 0, minute = 0] = clock.split(/[.:]/).map(Number);
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/**
 * When the next meeting may be: four weeks after the last one, on the same weekday, but not in the past; a week from now,
 * and on no weekend, where there is no last one. `last` is as `2026-03-04`; the answer as `04-03-2026`.
 */
export function nextMeeting(last: string | null): string {
  const today = new Date();
  const date = last === null ? new Date(today.getTime() + 7 * day) : new Date(`${last}T12:00:00Z`);
  if (last !== null) {
    do date.setUTCDate(date.getUTCDate() + 28);
    while (date.getTime() < today.getTime());
  }
  const isWeekend = (): boolean => date.getUTCDay() % 6 === 0;
  while (last === null && isWeekend()) date.setUTCDate(date.getUTCDate() + 1);
  return danishDate(date);
}

const day = 24 * 60 * 60 * 1000;
