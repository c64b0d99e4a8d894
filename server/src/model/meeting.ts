import type { CalendarDate } from "../calendar/date.ts";
import type { ClockTime } from "../calendar/clock.ts";
import { type DateMention, findDates, resolveDate } from "../calendar/dateText.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Field, Preamble, TitleLine } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";
import { joinedLines } from "./joinedLines.ts";
import { memo } from "./memo.ts";
import { plainText } from "./plainText.ts";

/** A clock time and its place in the head. */
export interface WrittenClock {
  readonly time: ClockTime;
  readonly span: Span;
}

/** What the field Mødedato says. */
export interface MeetingTime {
  readonly field: Field;
  readonly date: DateMention | null;
  readonly start: WrittenClock | null;
  readonly end: WrittenClock | null;
}

export interface Meeting {
  readonly kind: "referat" | "dagsorden";
  readonly titleLine: TitleLine | null;
  readonly body: string | null;
  /** Of Mødedato; of the title line where that gives none. */
  readonly date: CalendarDate | null;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly place: string | null;
}

const clockPattern =
  /(?:kl\.?\s*)?(\d{1,2})[.:](\d{2})(?:\s*(?:-|–|—|til)\s*(?:kl\.?\s*)?(\d{1,2})[.:](\d{2}))?/iu;
const hourPattern = /kl\.?\s*(\d{1,2})(?:\s*(?:-|–|—|til)\s*(?:kl\.?\s*)?(\d{1,2}))?(?![\d.:])/iu;

/** Reads the field Mødedato of a head; null where it has none. */
export const meetingTimeOf: (head: Preamble) => MeetingTime | null = memo((head) => {
  const field = head.fields.find((candidate) => candidate.name === "mødedato");
  if (!field) return null;
  const value = head.masked.slice(field.valueSpan.start, field.valueSpan.end);
  const date = findDates(value)[0] ?? null;
  // The clock stands behind the date, so that `04.03.2026` is none.
  const from = date ? date.end : 0;
  const behind = value.slice(from);
  const match = clockPattern.exec(behind) ?? hourPattern.exec(behind);
  const offset = field.valueSpan.start;
  const clocks = match ? clocksIn(match, offset + from) : { start: null, end: null };
  return { field, date: date && movedDate(date, offset), ...clocks };
});

function movedDate(date: DateMention, by: number): DateMention {
  return {
    ...date,
    start: date.start + by,
    end: date.end + by,
    weekday: date.weekday && { ...date.weekday, start: date.weekday.start + by, end: date.weekday.end + by },
  };
}

function clocksIn(
  match: RegExpExecArray,
  offset: number,
): { start: WrittenClock | null; end: WrittenClock | null } {
  const parts = [...match[0].matchAll(/(\d{1,2})(?:[.:](\d{2}))?/g)].map((part) => ({
    time: { hour: Number(part[1]), minute: Number(part[2] ?? 0) },
    span: {
      start: offset + match.index + part.index,
      end: offset + match.index + part.index + part[0].length,
    },
  }));
  return { start: parts[0] ?? null, end: parts[1] ?? null };
}

/** The meeting that the document is about. `fileKind` is what the file's ending says: it decides without a title line. */
export function meetingOf(document: ReferatDocument, fileKind: "referat" | "dagsorden" = "referat"): Meeting {
  const titleLine = headOf(document)?.titleLine ?? null;
  const time = document.preambles.map(meetingTimeOf).find((found) => found !== null) ?? null;
  const titleDate = titleLine?.date ? resolveDate(titleLine.date, null) : null;
  const date = (time?.date ? resolveDate(time.date, titleDate) : null) ?? titleDate;
  const placeField = document.preambles
    .flatMap((chunk) => chunk.fields.map((field) => ({ chunk, field })))
    .find(({ field }) => field.name === "mødested");
  const place = placeField ? joinedLines(plainText(placeField.chunk, placeField.field.valueSpan)) : "";
  return {
    kind: titleLine?.kind ?? fileKind,
    titleLine,
    body: titleLine?.body ?? null,
    date,
    start: time?.start?.time ?? null,
    end: time?.end?.time ?? null,
    place: place === "" ? null : place,
  };
}

export function headOf(document: ReferatDocument): Preamble | null {
  const first = document.chunks[0];
  return first && first.kind !== "item" ? first : null;
}
