import { type CalendarDate, dayNumber } from "./date.ts";

/** A day on which a body hardly meets. */
export interface Holiday {
  readonly da: string;
  readonly en: string;
  /** By law; the others are days on which most are off all the same. */
  readonly official: boolean;
}

/** Days after Easter Sunday. */
const movable: readonly (readonly [number, string, string])[] = [
  [-7, "palmesøndag", "Palm Sunday"],
  [-3, "skærtorsdag", "Maundy Thursday"],
  [-2, "langfredag", "Good Friday"],
  [0, "påskedag", "Easter Sunday"],
  [1, "2. påskedag", "Easter Monday"],
  [39, "Kristi himmelfartsdag", "Ascension Day"],
  [49, "pinsedag", "Whit Sunday"],
  [50, "2. pinsedag", "Whit Monday"],
];

/** Month and day. */
const fixed: readonly (readonly [number, number, string, string, boolean])[] = [
  [1, 1, "nytårsdag", "New Year’s Day", true],
  [5, 1, "1. maj", "Labour Day", false],
  [6, 5, "grundlovsdag", "Constitution Day", false],
  [12, 24, "juleaftensdag", "Christmas Eve", false],
  [12, 25, "juledag", "Christmas Day", true],
  [12, 26, "2. juledag", "Boxing Day", true],
  [12, 31, "nytårsaftensdag", "New Year’s Eve", false],
];

const greatPrayerDay = 26;
/** Store bededag is an ordinary day from 2024 on (lov nr. 214 af 6. marts 2023). */
const lastGreatPrayerDay = 2023;

/** The Danish holiday that falls on a date; null for other days. */
export function holidayOn(date: CalendarDate): Holiday | null {
  const afterEaster = dayNumber(date) - dayNumber(easterSunday(date.year));
  if (afterEaster === greatPrayerDay && date.year <= lastGreatPrayerDay)
    return { da: "store bededag", en: "Great Prayer Day", official: true };
  const church = movable.find(([days]) => days === afterEaster);
  if (church) return { da: church[1], en: church[2], official: true };
  const day = fixed.find(([month, inMonth]) => month === date.month && inMonth === date.day);
  return day ? { da: day[2], en: day[3], official: day[4] } : null;
}

/** Easter Sunday in the Gregorian calendar, by the algorithm that J. Meeus gives (Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return { year, month, day: ((h + l - 7 * m + 114) % 31) + 1 };
}
