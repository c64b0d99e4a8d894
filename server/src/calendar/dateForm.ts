import { type CalendarDate, monthNames } from "./date.ts";

/** A date written as another one is: `4. marts 2026`, `04. marts`, `04-03-2026`, `4/3 2026`, `4.3.26`; null for other forms. */
export function dateLike({ year, month, day }: CalendarDate, pattern: string): string | null {
  const two = (value: number, like: string): string =>
    like.startsWith("0") ? String(value).padStart(2, "0") : String(value);
  const named = /^(\d{1,2})(\.?\s{0,3})\p{Alpha}+(?:(\s{1,3})\d{4})?$/u.exec(pattern);
  if (named) {
    const [, dayText = "", gap = "", yearGap] = named;
    return `${two(day, dayText)}${gap}${monthNames[month - 1] ?? ""}${yearGap === undefined ? "" : `${yearGap}${year}`}`;
  }
  const figures = /^(\d{1,2})([-./])(\d{1,2})(?:([-./\s]{1,2})(\d{4}|\d{2}))?$/.exec(pattern);
  if (!figures) return null;
  const [, dayText = "", separator = "", monthText = "", yearGap, yearText = ""] = figures;
  const padded = dayText.startsWith("0") || monthText.startsWith("0") || separator === "-";
  const part = (value: number): string => (padded ? String(value).padStart(2, "0") : String(value));
  const written = yearText.length === 2 ? String(year % 100).padStart(2, "0") : String(year);
  return `${part(day)}${separator}${part(month)}${yearGap === undefined ? "" : `${yearGap}${written}`}`;
}
