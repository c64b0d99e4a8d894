import { findDates } from "../calendar/dateText.ts";
import { slice, span, trimmed } from "../text/span.ts";
import type { TitleLine } from "./nodes.ts";

const kindPattern = /^(REFERAT|DAGSORDEN)(?=[\s:]|$)/i;
/** What leads to a date is no part of the body's name, be the date there or not. */
const leadPattern = /\s(?:d\.|den)$/i;

/**
 * Reads the title line in the trimmed `text.slice(start, end)`: the kind, the body, `d.`, the date as dd-mm-åååå. What
 * cannot be read is null. A kind without its capitals is believed only where `lenient` says so and the line ends with a date.
 */
export function readTitleLine(text: string, start: number, end: number, lenient: boolean): TitleLine | null {
  if (end - start > 6000) return null;
  const content = text.slice(start, end);
  const word = kindPattern.exec(content)?.[1];
  if (word === undefined) return null;
  const kindMiswritten = word !== word.toUpperCase();
  if (kindMiswritten && !lenient) return null;
  const rest = span(start + word.length, end);
  // The date is the last one of the line; a body can bear an earlier one in its name.
  const date = findDates(slice(text, rest)).at(-1) ?? null;
  const dateAtEnd = date !== null && date.end === rest.end - rest.start ? date : null;
  if (kindMiswritten && !dateAtEnd) return null;
  const named = text.slice(rest.start, dateAtEnd ? rest.start + dateAtEnd.start : rest.end).trimEnd();
  const lead = leadPattern.exec(named);
  const bodySpan = trimmed(text, span(rest.start, rest.start + (lead ? lead.index : named.length)));
  const body = slice(text, bodySpan);
  return {
    kind: word.toUpperCase() === "REFERAT" ? "referat" : "dagsorden",
    kindSpan: span(start, start + word.length),
    kindMiswritten,
    body: body === "" ? null : body,
    bodySpan: body === "" ? null : bodySpan,
    date: dateAtEnd && {
      ...dateAtEnd,
      start: rest.start + dateAtEnd.start,
      end: rest.start + dateAtEnd.end,
      weekday: dateAtEnd.weekday && {
        ...dateAtEnd.weekday,
        start: rest.start + dateAtEnd.weekday.start,
        end: rest.start + dateAtEnd.weekday.end,
      },
    },
    span: span(start, end),
  };
}
