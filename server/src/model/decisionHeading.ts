import { type CalendarDate, dayNumber, sameDate } from "../calendar/date.ts";
import { type DateMention, findDates, resolveDate } from "../calendar/dateText.ts";
import type { Item, Section } from "../syntax/nodes.ts";
import { withoutEnd } from "../text/ends.ts";
import { type Span, span } from "../text/span.ts";
import { canNameBody } from "./bodyMatch.ts";
import type { Meeting } from "./meeting.ts";
import { memo } from "./memo.ts";
import { sectionsOf } from "./sections.ts";

/** What `Beslutning i <organ> den <dato>` names. */
export interface NamedDecision {
  readonly section: Section;
  readonly body: string;
  readonly bodySpan: Span;
  /** The date without its weekday and *den*. */
  readonly dateSpan: Span;
  /** Null where no such day exists. */
  readonly date: CalendarDate | null;
  /** `Beslutning fra …` */
  readonly from: boolean;
}

/** What the decisions of an item name in their headings; a plain `Beslutning` names nothing. */
export function namedDecisions(item: Item, near: CalendarDate | null): readonly NamedDecision[] {
  return datedDecisions(item) ?? mentionedDecisions(item).map((each) => dated(each, near));
}

/** The same where each date has its year: for any meeting. */
const datedDecisions: (item: Item) => readonly NamedDecision[] | null = memo((item) => {
  const mentioned = mentionedDecisions(item);
  return mentioned.every(({ mention }) => mention.year !== null)
    ? mentioned.map((each) => dated(each, null))
    : null;
});

function dated({ mention, ...named }: Mentioned, near: CalendarDate | null): NamedDecision {
  return { ...named, date: resolveDate(mention, near) };
}

type Mentioned = Omit<NamedDecision, "date"> & { readonly mention: DateMention };

const mentionedDecisions: (item: Item) => readonly Mentioned[] = memo((item) =>
  sectionsOf(item, "beslutning").flatMap((section) => {
    const { qualifier } = section.heading;
    const text = qualifier ? item.masked.slice(qualifier.start, qualifier.end) : "";
    const mention = findDates(text).at(-1);
    if (!qualifier || !mention) return [];
    const body = withoutEnd(text.slice(0, mention.start), ",–-");
    const digits = mention.start + text.slice(mention.start, mention.end).search(/\d/);
    return [
      {
        section,
        body,
        bodySpan: span(qualifier.start, qualifier.start + body.length),
        dateSpan: span(qualifier.start + digits, qualifier.start + mention.end),
        mention,
        from: isFrom(item, section),
      },
    ];
  }),
);

/** The dates that the document gives for its meeting: where they differ, that is a finding of its own. */
const meetingDates: (meeting: Meeting) => readonly CalendarDate[] = memo(({ date, titleLine }) => {
  const title = titleLine?.date ? resolveDate(titleLine.date, null) : null;
  return [date, title].filter((each) => each !== null);
});

export function isMeetingDate(date: CalendarDate, meeting: Meeting): boolean {
  return meetingDates(meeting).some((each) => sameDate(each, date));
}

/** Whether the heading names a day before the meeting; false where one of the two is not known. */
export function isEarlier({ date }: NamedDecision, meeting: Meeting): boolean {
  if (!date || !meeting.date) return false;
  return dayNumber(date) < dayNumber(meeting.date) && !isMeetingDate(date, meeting);
}

/** Whether the heading names a day after the meeting, which no quotation can; false where one of the two is not known. */
export function isLater({ date }: NamedDecision, meeting: Meeting): boolean {
  if (!date || !meeting.date) return false;
  return dayNumber(date) > dayNumber(meeting.date) && !isMeetingDate(date, meeting);
}

/** Whether the heading quotes what was decided before this meeting, here or by another body. */
export function quotesEarlier(named: NamedDecision, meeting: Meeting, aliases: readonly string[]): boolean {
  if (named.date && meeting.date) return isEarlier(named, meeting);
  return meeting.body !== null && !canNameBody(named.body, meeting.body, aliases);
}

/**
 * The sections Beslutning of an item that name a body and a date, and are not its own decision: that is the plain one, or
 * the last.
 */
export function quotedDecisions(item: Item): ReadonlySet<Section> {
  const decisions = sectionsOf(item, "beslutning");
  const own =
    decisions.findLast(({ heading }) => heading.qualifier === null) ??
    decisions.findLast((section) => !isFrom(item, section)) ??
    decisions.at(-1);
  return new Set(decisions.filter((section) => section !== own && section.heading.qualifier !== null));
}

/** `Beslutning fra …`: so other bodies' decisions are quoted. */
function isFrom(item: Item, { heading: { wordsSpan, qualifier } }: Section): boolean {
  return qualifier !== null && /^\S+\s+(?:fra|af)\s/i.test(item.masked.slice(wordsSpan.start, qualifier.end));
}
