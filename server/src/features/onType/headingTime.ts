import { type ClockTime, isClockTime, minutesOf } from "../../calendar/clock.ts";
import { majorityOf } from "../../model/majority.ts";
import { meetingOf } from "../../model/meeting.ts";
import type { SlotStyle } from "../../model/slotStyle.ts";
import type { Profile } from "../../model/profile.ts";
import { timeInStyle, timeStyleOf, timeWritingOf } from "../../model/timeStyle.ts";
import type { ReferatDocument } from "../../syntax/document.ts";
import type { SlotTime, TimeForm } from "../../syntax/itemTime.ts";
import type { Item } from "../../syntax/nodes.ts";
import type { Span } from "../../text/span.ts";

/** A time behind a title, and the time as it is to stand there. */
export interface CompletedTime {
  /** From the end of the title's words. */
  readonly span: Span;
  readonly text: string;
}

/** No item takes longer, and none begins so long after the one before. */
const longest = 10 * 60;
const longestGap = 4 * 60;

/**
 * The time at the end of an item's heading in the style of the document's others, or of its profile: `13-13.30` becomes
 * `(13.00-13.30)`. Null where it is in style, where there is no style, and where it may be something else than a time.
 */
export function completedTime(
  document: ReferatDocument,
  index: number,
  profile: Profile,
): CompletedTime | null {
  const item = document.items[index];
  if (!item || profile.slots.use === "none") return null;
  const forms = document.items.flatMap((other) => (other === item ? [] : (slotOf(other)?.form ?? [])));
  const { usual, unit } = timeWritingOf(
    document.items.filter((other) => other !== item),
    profile.slots,
  );
  if (usual === "duration") return completedDuration(item, unit);
  const style = profile.slots.style ?? styleOf(forms);
  const typed = style && (readTime(item) ?? looseTime(document, index));
  if (!typed || !isPlausible(typed)) return null;
  const shortHour =
    profile.slots.style?.shortHour ??
    majorityOf(forms.flatMap((form) => form.shortHour ?? [])) ??
    typed.shortHour;
  const text = style.lead + timeInStyle({ ...style, shortHour }, typed.start, typed.end);
  const span = { start: typed.titleEnd, end: item.heading.span.end };
  return item.text.slice(span.start, span.end) === text ? null : { span, text };
}

const durationPattern = /([\s,]\(?\s?)(\d{1,3})\s?min(?:utter|ut)?\.?\)?$/iu;

/** `25 min` behind a title as the others say it; what a word leads to, *indlæg på 25 min*, is part of the title. */
function completedDuration({ heading, masked, text }: Item, unit: string): CompletedTime | null {
  const { start, end } = heading.fullTitleSpan;
  if (heading.number === null) return null;
  const from = Math.max(start, end - 32);
  const match = durationPattern.exec(masked.slice(from, end));
  if (!match) return null;
  const titleEnd = titleEndBefore(masked, start, from + match.index);
  const title = masked.slice(start, titleEnd);
  if (title === "" || /(?<!\p{Alpha})(?:på|i|af|om|efter|til|ca\.?|højst|og|[-–—])$/iu.test(title))
    return null;
  const span = { start: titleEnd, end: heading.span.end };
  const right = ` (${match[2] ?? ""}${unit})`;
  return text.slice(span.start, span.end) === right ? null : { span, text: right };
}

interface TypedTime {
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly titleEnd: number;
  readonly shortHour: boolean;
}

function slotOf(item: Item): SlotTime | null {
  const { time } = item.heading;
  return time?.type === "slot" ? time : null;
}

/** How most of the times are written; null where they agree on no form. */
function styleOf(forms: readonly TimeForm[]): SlotStyle | null {
  const { parentheses, lead, word, wordGap, separator, dash } = timeStyleOf(forms);
  if (parentheses === null || lead === null || word === null || !separator || dash === null) return null;
  return {
    parentheses,
    lead,
    word,
    wordGap: word === "" ? "" : (wordGap ?? " "),
    separator,
    dash,
    shortHour: null,
  };
}

/** The time that parsing has read. */
function readTime(item: Item): TypedTime | null {
  const slot = slotOf(item);
  if (!slot?.end || item.heading.title === "") return null;
  const { start, end, form } = slot;
  return { start, end, titleEnd: item.heading.titleSpan.end, shortHour: form.shortHour === true };
}

const clockPattern = String.raw`(\d{1,2})(?:([.:]?)(\d{2}))?`;
const loosePattern = new RegExp(
  String.raw`[\s,](\(?)\s?(kl\.?\s?)?${clockPattern}\s?(?:[-–—]|til(?=\s))\s?(?:kl\.?\s?)?${clockPattern}\s?\)?\.?$`,
  "iu",
);

/** What only a reader takes for a time: its hours without minutes, its figures in one, no parentheses around it. */
function looseTime(document: ReferatDocument, index: number): TypedTime | null {
  const item = document.items[index];
  if (typeof item?.heading.number !== "number" || item.heading.time) return null;
  const { start, end } = item.heading.fullTitleSpan;
  const from = Math.max(start, end - 32);
  const match = loosePattern.exec(item.masked.slice(from, end));
  if (!match) return null;
  const [, open = "", word = "", h1 = "", s1, m1, h2 = "", s2, m2] = match;
  const titleEnd = titleEndBefore(item.masked, start, from + match.index);
  if (titleEnd === start) return null;
  // Hours alone need their word; so do figures in one, or parentheses: 130 is a number, and 2025 a year.
  if (word === "" && m1 === undefined && m2 === undefined) return null;
  if (s1 === "" || s2 === "") {
    if (h1.length === 1 || h2.length === 1) return null;
    if (word === "" && (open === "" || (isCentury(h1) && isCentury(h2)))) return null;
  }
  const time = {
    start: { hour: Number(h1), minute: Number(m1 ?? 0) },
    end: { hour: Number(h2), minute: Number(m2 ?? 0) },
    titleEnd,
    shortHour: h1.length === 1 || h2.length === 1,
  };
  return word !== "" || open !== "" || followsSchedule(document, index, time.start) ? time : null;
}

/** Back over what leads from the title to its time: blanks, a comma, a dash. */
function titleEndBefore(text: string, start: number, at: number): number {
  let end = at;
  while (end > start && /[\s,]/u.test(text[end - 1] ?? "")) end--;
  if (end > start && /\s[-–—]/u.test(text.slice(end - 2, end))) end--;
  while (end > start && /\s/u.test(text[end - 1] ?? "")) end--;
  return end;
}

function isCentury(figures: string): boolean {
  return figures === "19" || figures === "20";
}

function isPlausible({ start, end }: TypedTime): boolean {
  if (!isClockTime(start) || !isClockTime(end)) return false;
  const minutes = minutesOf(end) - minutesOf(start);
  return minutes > 0 && minutes <= longest;
}

/** Whether a time comes soon after the end of the item before it, or the meeting's start. */
function followsSchedule(document: ReferatDocument, index: number, start: ClockTime): boolean {
  let before: ClockTime | null = null;
  for (let i = index - 1; i >= 0 && before === null; i--) {
    const item = document.items[i];
    before = (item && slotOf(item)?.end) ?? null;
  }
  before ??= meetingOf(document).start;
  if (before === null) return false;
  const gap = minutesOf(start) - minutesOf(before);
  return gap >= 0 && gap <= longestGap;
}
