import { type CalendarDate, isoDate } from "../calendar/date.ts";
import { findDates, resolveDate } from "../calendar/dateText.ts";

// What leads to a date is short: a text of many dates is not read from its beginning for each of them.
const longestLead = 60;
const deadlineWords =
  /(?:senest|inden|frist(?:en)?(?: er)?:?|deadline:?|til|pr\.|før)\s{1,3}(?:den\s{1,3}|d\.\s{0,3})?$/iu;
const parenthesis = /\(\s{0,3}(?:\p{Alpha}+[.:]?\s{1,3}){0,2}(?:d\.\s{0,3})?$/u;

/** Takes `(senest 1. april 2026)` off the text and reads its date; a deadline in the running text stays in it. */
export function withoutDeadline(
  text: string,
  meeting: CalendarDate | null,
): { text: string; deadline: string | null } {
  for (const mention of findDates(text)) {
    const lead = text.slice(Math.max(0, mention.start - longestLead), mention.start);
    const open = parenthesis.exec(lead);
    if (!deadlineWords.test(lead) && !lead.trimEnd().endsWith("(")) continue;
    const date = resolveDate(mention, meeting);
    if (!date) continue;
    const behind = text.slice(mention.end).trimStart();
    const bare =
      open && behind.startsWith(")")
        ? joined(text.slice(0, mention.start - lead.length + open.index), behind.slice(1))
        : text;
    return { text: bare, deadline: isoDate(date) };
  }
  return { text, deadline: null };
}

/** What stood around a parenthesis; a full stop goes up to the words before it. */
function joined(before: string, behind: string): string {
  const rest = behind.trimStart();
  return `${before.trimEnd()}${/^[.,;:!?]/.test(rest) ? "" : " "}${rest}`.trim();
}
