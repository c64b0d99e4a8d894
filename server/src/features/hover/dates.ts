import { type CalendarDate, danishDate, dayNumber, weekdayName, weekdayOf } from "../../calendar/date.ts";
import { type DateMention, findDates, resolveDate } from "../../calendar/dateText.ts";
import { holidayOn } from "../../calendar/holidays.ts";
import { isoWeek } from "../../calendar/week.ts";
import type { Chunk } from "../../syntax/nodes.ts";
import { counted, type Language } from "../language.ts";
import { withCapital } from "../../text/spelling.ts";

/** Text that no date reaches beyond. */
const reach = 120;

/** The date at a place in a chunk. */
export function dateAt(chunk: Chunk, at: number): DateMention | null {
  const from = Math.max(0, at - reach);
  const found = findDates(chunk.masked.slice(from, at + reach)).filter(
    ({ start, end }) => from + start <= at && at <= from + end,
  );
  const mention = found.find(({ end }) => at < from + end) ?? found[0];
  return mention ? { ...mention, start: from + mention.start, end: from + mention.end } : null;
}

const englishMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const englishWeekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** What there is to say of a date, beside the date itself. */
export function dateText(
  mention: DateMention,
  meeting: CalendarDate | null,
  language: Language,
): { heading: string; lines: string[] } {
  const date = resolveDate(mention, meeting);
  if (!date) {
    const known = mention.year !== null || meeting !== null;
    return known
      ? { heading: language === "da" ? "Datoen findes ikke" : "There is no such date", lines: [] }
      : { heading: language === "da" ? "Året er ikke nævnt" : "The year is not given", lines: [] };
  }
  const { week, year } = isoWeek(date);
  const holiday = holidayOn(date);
  const weekText = `${language === "da" ? "Uge" : "Week"} ${week}${year === date.year ? "" : ` (${year})`}`;
  const lines = [weekText];
  if (holiday) {
    const name = holiday[language];
    const shown = withCapital(name);
    lines.push(holiday.official ? `${shown} (${language === "da" ? "helligdag" : "public holiday"})` : shown);
  }
  if (meeting) lines.push(distanceText(dayNumber(date) - dayNumber(meeting), language));
  return { heading: longDate(date, language), lines };
}

/** `Onsdag 4. marts 2026`. */
export function longDate(date: CalendarDate, language: Language): string {
  if (language === "en")
    return `${englishWeekdays[weekdayOf(date)] ?? ""} ${date.day} ${englishMonths[date.month - 1] ?? ""} ${date.year}`;
  const weekday = weekdayName(date);
  return `${withCapital(weekday)} ${danishDate(date)}`;
}

/** `12 dage før mødet (1 uge og 5 dage)` */
export function distanceText(days: number, language: Language): string {
  const da = language === "da";
  if (days === 0) return da ? "Mødets dag" : "The day of the meeting";
  if (days === 1) return da ? "Dagen efter mødet" : "The day after the meeting";
  if (days === -1) return da ? "Dagen før mødet" : "The day before the meeting";
  const distance = Math.abs(days);
  const weeks = Math.floor(distance / 7);
  const rest = distance % 7;
  const inWeeks = counted(weeks, da ? "uge" : "week", da ? "uger" : "weeks");
  const inDays = counted(rest, da ? "dag" : "day", da ? "dage" : "days");
  const both = rest === 0 ? inWeeks : `${inWeeks} ${da ? "og" : "and"} ${inDays}`;
  const where =
    days < 0 ? (da ? "før mødet" : "before the meeting") : da ? "efter mødet" : "after the meeting";
  return `${counted(distance, da ? "dag" : "day", da ? "dage" : "days")} ${where}${weeks > 0 ? ` (${both})` : ""}`;
}
