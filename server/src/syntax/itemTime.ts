import type { ClockTime } from "../calendar/clock.ts";
import { withoutEnd } from "../text/ends.ts";
import { type Span, span } from "../text/span.ts";

/** How a time is written; each part is compared with the document's own style by itself. */
export interface TimeForm {
  readonly parentheses: boolean;
  /** What stands between the title and the time: a comma and a blank, a blank. */
  readonly lead: string;
  /** `kl.`, `Kl.`, `kl`, or empty. */
  readonly word: string;
  /** Blanks between the word and the first clock time. */
  readonly wordGap: string;
  readonly separator: "." | ":" | "";
  /** The dash of a slot with the blanks around it; empty for a start alone. */
  readonly dash: string;
  /** An hour below ten is written with one figure; null where the hours say nothing of it. */
  readonly shortHour: boolean | null;
  /** Wrong in any style: a parenthesis that is missing, a full stop behind, two separators. */
  readonly odd: boolean;
}

export interface SlotTime {
  readonly type: "slot" | "start";
  readonly start: ClockTime;
  readonly startSpan: Span;
  /** Null for a start alone. */
  readonly end: ClockTime | null;
  readonly endSpan: Span | null;
  readonly form: TimeForm;
  /** From the parenthesis or the word to the end, without the comma before it. */
  readonly span: Span;
}

export interface DurationTime {
  readonly type: "duration";
  readonly minutes: number;
  /** The words inside the parentheses. */
  readonly wordsSpan: Span;
  readonly span: Span;
}

export type ItemTime = SlotTime | DurationTime;

/** The time at the end of a title, and where the title ends before it. */
export interface TitleTime {
  readonly titleEnd: number;
  readonly time: ItemTime;
}

const blank = String.raw`[ \t\u00a0]`;
const clock = String.raw`(\d{1,2})(?:([.:])(\d{2}))?`;
// The tail of a title is matched from its last 48 signs on: no title is scanned more than once.
const tailLength = 48;
const slotPattern = new RegExp(
  // eslint-disable-next-line regexp/no-super-linear-move, regexp/no-super-linear-backtracking -- it sees 48 signs
  String.raw`(,?)(${blank}*)(\(?)${blank}*(?:(kl\.?)(${blank}*))?${clock}(?:(${blank}*[-–—]${blank}*)(?:kl\.?${blank}*)?${clock})?${blank}*(\)?)(\.?)$`,
  "iu",
);
const durationPattern =
  // eslint-disable-next-line regexp/no-super-linear-backtracking -- it sees 48 signs
  /\(\s*((?:ca\.?\s*)?(?:(?:(\d{1,2})?(½)?(?:[,.](\d))?\s*tim(?:e|er)\.?)(?:\s*(?:og\s*)?(\d{1,3})\s*min(?:utter|utter\.|ut|\.)?)?|(\d{1,4})\s*min(?:utter|ut|\.)?))\s*\)$/iu;

/**
 * Reads the time at the end of the title in `text.slice(start, end)`: a slot, a duration or a start alone. `(2025-2027)`
 * and times elsewhere in the title are text. Impossible times (25.00) are read too: they are findings of a rule.
 */
export function readTitleTime(text: string, start: number, end: number): TitleTime | null {
  return readDuration(text, start, end) ?? readSlot(text, start, end);
}

function readDuration(text: string, start: number, end: number): TitleTime | null {
  const from = Math.max(start, end - tailLength);
  const match = durationPattern.exec(text.slice(from, end));
  if (!match) return null;
  const [whole, words = "", hours, half, tenths, restMinutes, minutesOnly] = match;
  const minutes =
    minutesOnly !== undefined
      ? Number(minutesOnly)
      : Math.round((Number(hours ?? 0) + (half ? 0.5 : 0) + Number(tenths ?? 0) / 10) * 60) +
        Number(restMinutes ?? 0);
  if (minutesOnly === undefined && hours === undefined && half === undefined) return null;
  const at = from + match.index;
  const wordsAt = at + whole.indexOf(words);
  return {
    titleEnd: titleEndBefore(text, start, at),
    time: {
      type: "duration",
      minutes,
      wordsSpan: span(wordsAt, wordsAt + words.length),
      span: span(at, end),
    },
  };
}

function readSlot(text: string, start: number, end: number): TitleTime | null {
  const from = Math.max(start, end - tailLength);
  const tail = text.slice(from, end);
  const match = slotPattern.exec(tail);
  if (!match) return null;
  const [
    whole,
    comma = "",
    gap = "",
    open = "",
    word = "",
    wordGap = "",
    h1 = "",
    s1,
    m1,
    dash = "",
    h2,
    s2,
    m2,
    close = "",
    stop = "",
  ] = match;
  // Hours alone need their word: `(13-14)` and `2025-2027` are no times. So does a time that stands in no parentheses.
  if (word === "" && (open === "" || s1 === undefined)) return null;
  if (dash !== "" && word === "" && s2 === undefined) return null;
  if (comma === "" && gap === "" && open === "" && match.index > 0) return null;
  // *Åbent til kl. 2.00*: a start alone is set apart from the title, or it is a part of it.
  if (h2 === undefined && comma === "" && open === "" && from + match.index > start) return null;
  const at = from + match.index + comma.length + gap.length;
  const firstAt = at + tail.slice(match.index + comma.length + gap.length).search(/\d/);
  const startSpan = span(firstAt, firstAt + clockLength(h1, s1));
  let endSpan: Span | null = null;
  let endClock: ClockTime | null = null;
  if (h2 !== undefined) {
    const secondLength = clockLength(h2, s2);
    const secondAt =
      end - stop.length - close.length - trailingBlanks(whole, close.length + stop.length) - secondLength;
    endSpan = span(secondAt, secondAt + secondLength);
    endClock = { hour: Number(h2), minute: Number(m2 ?? 0) };
  }
  const separator = s1 === ":" || s2 === ":" ? ":" : s1 === "." || s2 === "." ? "." : "";
  return {
    titleEnd: titleEndBefore(text, start, from + match.index),
    time: {
      type: endClock ? "slot" : "start",
      start: { hour: Number(h1), minute: Number(m1 ?? 0) },
      startSpan,
      end: endClock,
      endSpan,
      form: {
        parentheses: open !== "" || close !== "",
        lead: text.slice(titleEndBefore(text, start, from + match.index), at),
        word,
        wordGap,
        separator,
        dash,
        // An end is later than its start: where the first hour needs two figures, so does the second.
        shortHour: Number(h1) < 10 ? h1.length === 1 : null,
        odd: (open === "") !== (close === "") || stop !== "" || (h2 !== undefined && s1 !== s2),
      },
      span: span(at, end),
    },
  };
}

/** A separator is followed by two figures. */
function clockLength(hour: string, separator: string | undefined): number {
  return hour.length + (separator === undefined ? 0 : 3);
}

function trailingBlanks(whole: string, behind: number): number {
  const before = whole.slice(0, whole.length - behind);
  return before.length - before.trimEnd().length;
}

/** Back over the blanks and the separator (a comma, a dash) that lead from the title to its time. */
function titleEndBefore(text: string, start: number, at: number): number {
  const title = withoutEnd(text.slice(start, at), ",");
  return start + (/\s[-–—]$/.test(title) ? title.slice(0, -1).trimEnd() : title).length;
}
