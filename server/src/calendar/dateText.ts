import type { Span } from "../text/span.ts";
import { type CalendarDate, dayNumber, isDate, monthNames, weekdayNames } from "./date.ts";

/** A date as it is written somewhere in a text. */
export interface DateMention extends Span {
  /** The date as written, which need not exist (31. februar). The year is null where none is written. */
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
  /** The weekday in front of it: its place in the text, and 0 (Monday) to 6. */
  readonly weekday: (Span & { readonly index: number }) | null;
}

const months = monthNames.join("|");
const weekdays = weekdayNames.join("|");

/**
 * `4. marts 2026`, `d. 04. marts 2026`, `4.marts 2026`, `04-03-2026`, `4/3 2026`, `4.3.2026`, `4.3.26`, `d. 6/11 2025`;
 * with or without a weekday and `d.`/`den` in front. Every quantifier is bounded, so that a search is linear.
 */
const datePattern = new RegExp(
  String.raw`(?:(?<day1>\d{1,2})\.?\s{0,3}(?<month1>${months})(?:\s{1,3}(?<year1>\d{4}))?` +
    String.raw`|(?<day2>\d{1,2})-(?<month2>\d{1,2})-(?<year2>\d{4})` +
    String.raw`|(?<day3>\d{1,2})/(?<month3>\d{1,2})(?:[\s/-]{1,2}(?<year3>\d{4}))?` +
    String.raw`|(?<day4>\d{1,2})\.(?<month4>\d{1,2})\.\s?(?<year4>\d{4}|\d{2}))(?![\p{Alpha}\p{N}])`,
  "iuy",
);
/** What may stand right before the day's digits: they are looked for first, since most of a text has none. */
const leadPattern = new RegExp(
  String.raw`(?<![\p{Alpha}\p{N}.,/-])(?:(?<weekday>${weekdays})(?:\s{1,3},?|,\s{0,3})\s{0,3})?(?<article>(?:den|d\.)\s{0,3})?$`,
  "iu",
);
/** A day has one or two digits, and one of these signs behind it. */
const dayPattern = /(?<!\d)\d{1,2}(?=[\s./jfmasond-])/gi;
/** UTF-16 units of the longest of these, `torsdag   ,   den   `, and of a sign before it. */
const longestLead = 24;

/** All dates in `text`, in order. `4/3` alone is a date only after `d.`, `den` or *senest*: else it may be a fraction. */
export function findDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  let behind = 0;
  for (const { index } of text.matchAll(dayPattern)) {
    if (index < behind) continue;
    datePattern.lastIndex = index;
    const match = datePattern.exec(text);
    if (!match) continue;
    const from = Math.max(0, index - longestLead);
    const lead = leadPattern.exec(text.slice(from, index));
    if (!lead) continue;
    const start = from + lead.index;
    const end = datePattern.lastIndex;
    behind = end;
    const g = match.groups ?? {};
    const day = g["day1"] ?? g["day2"] ?? g["day3"] ?? g["day4"] ?? "";
    const monthName = g["month1"];
    const month = monthName
      ? monthNames.indexOf(monthName.toLowerCase() as (typeof monthNames)[number]) + 1
      : Number(g["month2"] ?? g["month3"] ?? g["month4"]);
    const year = g["year1"] ?? g["year2"] ?? g["year3"] ?? g["year4"];
    const { weekday, article } = lead.groups ?? {};
    if (g["day3"] !== undefined && year === undefined && article === undefined && !announced(text, start))
      continue;
    found.push({
      start,
      end,
      day: Number(day),
      month,
      year: year === undefined ? null : fullYear(Number(year)),
      weekday: weekday
        ? {
            start,
            end: start + weekday.length,
            index: weekdayNames.indexOf(weekday.toLowerCase() as (typeof weekdayNames)[number]),
          }
        : null,
    });
  }
  return found;
}

function announced(text: string, start: number): boolean {
  return /(?:senest|inden|frist(?:en)?:?|deadline:?)\s$/iu.test(text.slice(Math.max(0, start - 12), start));
}

/** `26` means 2026: minutes are of this century, and the years to come are few. */
function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

/** The date that is meant, or null where no such day exists. One without a year takes the year nearest to `near`. */
export function resolveDate(mention: DateMention, near: CalendarDate | null): CalendarDate | null {
  const { day, month } = mention;
  if (mention.year !== null) return existing({ year: mention.year, month, day });
  if (near === null) return null;
  const candidates = [near.year - 1, near.year, near.year + 1]
    .map((year) => existing({ year, month, day }))
    .filter((date) => date !== null);
  const distance = (date: CalendarDate): number => Math.abs(dayNumber(date) - dayNumber(near));
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function existing(date: CalendarDate): CalendarDate | null {
  return isDate(date) ? date : null;
}

/** The rest of a line after `5.` or `3.` says that the number is a day or an ordinal, not the mark of a list entry. */
export const ordinalContinues = new RegExp(
  String.raw`^\s{0,3}(?:(?:${months}|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\b|(?:kvartal|halvår|tertial|semester)(?:et|s|ets)?\b)`,
  "iu",
);
