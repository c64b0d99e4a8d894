import { clockAt, formatClock, minutesOf } from "../../calendar/clock.ts";
import { meetingOf, meetingTimeOf } from "../../model/meeting.ts";
import { totalMinutes } from "../../model/schedule.ts";
import type { ReferatDocument } from "../../syntax/document.ts";
import { type Language, lengthText } from "../language.ts";
import { type TimedItem, timelineOf } from "../timeline.ts";
import type { Hover } from "./hover.ts";

/** The time in the heading of an item. */
export function itemTimeHover(
  document: ReferatDocument,
  index: number,
  at: number,
  language: Language,
): Hover | null {
  const item = document.items[index];
  const time = item?.heading.time;
  if (!time || at < time.span.start || at > time.span.end) return null;
  const timeline = timelineOf(document);
  const own = timeline[index];
  if (!own) return null;
  const before = timeline[index - 1];
  const behind = timeline[index + 1];
  const da = language === "da";
  const heading = [
    periodText(own.from, own.until),
    own.minutes === null ? "" : lengthText(own.minutes, language),
  ]
    .filter((part) => part !== "")
    .join(" · ");
  return {
    span: time.span,
    heading: heading === "" ? (da ? "Tiden kan ikke være rigtig" : "The time cannot be right") : heading,
    lines: [
      ...(before ? [`${da ? "Før" : "Before"}: ${itemLine(before, language)}`] : []),
      ...(behind ? [`${da ? "Efter" : "After"}: ${itemLine(behind, language)}`] : []),
      ...meetingLines(document, language),
    ],
    quote: null,
  };
}

/** The clock of the field Mødedato. */
export function meetingTimeHover(
  document: ReferatDocument,
  index: number,
  at: number,
  language: Language,
): Hover | null {
  const head = document.preambles[index];
  const time = head ? meetingTimeOf(head) : null;
  const clock = [time?.start, time?.end].find((each) => each && each.span.start <= at && at <= each.span.end);
  if (!time?.start || !clock) return null;
  const start = minutesOf(time.start.time);
  const end = time.end ? minutesOf(time.end.time) : null;
  const length = end !== null && end > start ? lengthText(end - start, language) : "";
  return {
    span: { start: time.start.span.start, end: (time.end ?? time.start).span.end },
    heading: [periodText(start, end), length].filter((part) => part !== "").join(" · "),
    lines: totalLines(document, language),
    quote: null,
  };
}

/** `3. Svømmehallen (13.20-13.50)` */
export function itemLine({ item, from, until, minutes }: TimedItem, language: Language): string {
  const { number, title } = item.heading;
  const time = periodText(from, until) || (minutes === null ? "" : lengthText(minutes, language));
  const name = `${number === null ? "" : `${number}. `}${title}`.trimEnd();
  return time === "" ? name : `${name} (${time})`;
}

/** `13.05-13.30`, `13.05`, or nothing. */
export function periodText(start: number | null, end: number | null): string {
  const text = (minutes: number | null): string => {
    const clock = minutes === null ? null : clockAt(minutes % (24 * 60));
    return clock ? formatClock(clock, ".") : "";
  };
  if (start === null) return "";
  return end === null ? text(start) : `${text(start)}-${text(end)}`;
}

function meetingLines(document: ReferatDocument, language: Language): string[] {
  const { start, end } = meetingOf(document);
  const period = periodText(start && minutesOf(start), end && minutesOf(end));
  const name = language === "da" ? "Mødet" : "The meeting";
  return [...(period === "" ? [] : [`${name}: ${period}`]), ...totalLines(document, language)];
}

/** What the items take together, and what that leaves of the meeting. */
function totalLines(document: ReferatDocument, language: Language): string[] {
  const timeline = timelineOf(document);
  const total = totalMinutes(timeline);
  if (total === null) return [];
  const da = language === "da";
  const sum = `${da ? "Punkterne varer i alt" : "The items take"} ${lengthText(total, language)}`;
  const { end } = meetingOf(document);
  const last = timeline.findLast(({ until }) => until !== null)?.until ?? null;
  const left = end && last !== null ? minutesOf(end) - last : 0;
  if (left === 0) return [`${sum}.`];
  const over = lengthText(Math.abs(left), language);
  if (left > 0)
    return [da ? `${sum}; der er ${over} tilbage af mødet.` : `${sum}; ${over} of the meeting are left.`];
  return [
    da
      ? `${sum}; det sidste slutter ${over} efter mødets sluttid.`
      : `${sum}; the last ends ${over} after the meeting’s end.`,
  ];
}
