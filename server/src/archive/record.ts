import { formatClock } from "../calendar/clock.ts";
import { type CalendarDate, isoDate } from "../calendar/date.ts";
import { resolveDate } from "../calendar/dateText.ts";
import { type Abbreviation, abbreviationsOf } from "../model/abbreviations.ts";
import { type Action, actionsOf } from "../model/actions.ts";
import { doneMarkAt } from "../model/actionMarks.ts";
import { decisionOf } from "../model/decision.ts";
import { kindOf, type ItemKind } from "../model/itemKind.ts";
import { journalNumbersIn } from "../model/journalNumbers.ts";
import { meetingMentionsIn } from "../model/meetingMentions.ts";
import { type Meeting, meetingOf } from "../model/meeting.ts";
import { memo } from "../model/memo.ts";
import type { Outcome } from "../model/outcomePhrases.ts";
import { participantsOf } from "../model/participants.ts";
import type { Profile } from "../model/profile.ts";
import { carriedActions, promisesOf } from "../model/promises.ts";
import { recommendationsOf } from "../model/recommendations.ts";
import { type Report, reportsIn } from "../model/reports.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import { lastNotAbove } from "../text/lines.ts";
import { allAtOnce, type Steps } from "../text/steps.ts";

/**
 * What the archive keeps of a document when its text is gone: plain data that can be stored and read back. Lines count from
 * 0, characters are UTF-16 units in their line. Its strings are pieces of the text, and hold on to it: who keeps a record keeps
 * a copy that was written and read. Whoever changes its shape gives it another `recordVersion`.
 */
export interface DocumentRecord {
  readonly kind: "referat" | "dagsorden";
  /** The line of its title; the first where it has none. */
  readonly line: number;
  readonly body: string | null;
  /** `2026-03-04` */
  readonly date: string | null;
  readonly start: string | null;
  readonly place: string | null;
  /** Other names of the body, by its profile. */
  readonly aliases: readonly string[];
  /** Short names that the document explains. */
  readonly abbreviations: readonly Abbreviation[];
  readonly people: readonly PersonRecord[];
  readonly items: readonly ItemRecord[];
}

/** Stored records of another version are made anew. */
export const recordVersion = 3;

export interface PersonRecord {
  readonly name: string;
  readonly affiliation: string | null;
  readonly absent: boolean;
}

export interface ItemRecord {
  readonly line: number;
  readonly number: number | null;
  readonly title: string;
  readonly kind: ItemKind;
  readonly closed: boolean;
  readonly journalNumber: string | null;
  /** The journal numbers that its text names besides. */
  readonly cites: readonly string[];
  readonly recommendations: readonly RecommendationRecord[];
  readonly decision: DecisionRecord | null;
  readonly actions: readonly ActionRecord[];
  /** What it says was done: sentences that may close an action of an earlier meeting. */
  readonly reports: readonly Report[];
  readonly mentions: readonly MentionRecord[];
}

export interface RecommendationRecord {
  readonly text: string;
  readonly outcomes: readonly Outcome[];
}

export interface DecisionRecord {
  readonly line: number;
  readonly text: string;
  readonly outcomes: readonly Outcome[];
}

export interface ActionRecord {
  readonly line: number;
  readonly text: string;
  readonly owner: string | null;
  /** `2026-04-01` */
  readonly deadline: string | null;
  /** It is marked as done where it stands. */
  readonly done: boolean;
}

/** A date that may be that of another meeting (see MeetingMention), with its place. */
export interface MentionRecord {
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
  /** `2026-03-04` */
  readonly date: string;
  readonly before: string;
  readonly behind: string;
  /** The number of the item that is meant. */
  readonly item: number | null;
  /** UTF-16 units before the date at which the words begin that name the item; 0 where none does. */
  readonly itemLead: number;
}

/** What the archive keeps of a document. An item that has not changed since the last time is not read again. */
export function recordOf(
  document: ReferatDocument,
  fileKind: "referat" | "dagsorden",
  profile: Profile,
): DocumentRecord {
  return allAtOnce(recordInSteps(document, fileKind, profile));
}

/** The same, piece by piece: between two steps other work can be done. */
export function* recordInSteps(
  document: ReferatDocument,
  fileKind: "referat" | "dagsorden",
  profile: Profile,
): Steps<DocumentRecord> {
  const meeting = meetingOf(document, fileKind);
  const date = meeting.date && isoDate(meeting.date);
  const items: ItemRecord[] = [];
  for (const [index, item] of document.items.entries()) {
    const line = document.lineOf(document.firstItemIndex + index);
    items.push(movedBy(itemRecord(item, meeting), line));
    yield;
  }
  return {
    kind: meeting.kind,
    line: meeting.titleLine ? document.positionAt(meeting.titleLine.span.start).line : 0,
    body: meeting.body,
    date,
    start: meeting.start && formatClock(meeting.start),
    place: meeting.place,
    aliases: profile.aliases,
    abbreviations: abbreviationsOf(document),
    people: participantsOf(document.preambles).map(({ name, affiliation, absent }) => ({
      name,
      affiliation,
      absent,
    })),
    items,
  };
}

const kept: (item: Item) => { key: string; record: ItemRecord | null } = memo(() => ({
  key: "",
  record: null,
}));

/** The item's record, with lines that count from its own first one. */
function itemRecord(item: Item, { date, body }: Meeting): ItemRecord {
  const known = kept(item);
  const key = `${date ? isoDate(date) : ""} ${body ?? ""}`;
  if (known.record === null || known.key !== key) {
    known.record = readItem(item, date, body);
    known.key = key;
  }
  return known.record;
}

function readItem(item: Item, meeting: CalendarDate | null, body: string | null): ItemRecord {
  const { kind, closed } = kindOf(item);
  const decision = decisionOf(item);
  const journalNumber = item.journalNumber?.number ?? null;
  return {
    line: 0,
    number: item.heading.number,
    title: item.heading.title,
    kind,
    closed,
    journalNumber,
    cites: [...new Set(journalNumbersIn(item).map(({ number }) => number))].filter(
      (each) => each !== journalNumber,
    ),
    recommendations: recommendationsOf(item).map(({ text, outcomes }) => ({ text: text, outcomes })),
    decision: decision && { line: decision.line, text: decision.text, outcomes: decision.outcomes },
    actions: allActionsOf(item, meeting).map(({ line, text, owner, deadline, span }) => ({
      line,
      text: text,
      owner,
      deadline,
      done: doneMarkAt(item, span) !== null,
    })),
    reports: reportsIn(item),
    mentions: mentionRecords(item, meeting).filter((mention) => !isOwn(mention, meeting, body)),
  };
}

/** What a reader takes for an action, in order; a sentence is one. */
export function allActionsOf(item: Item, meeting: CalendarDate | null): Action[] {
  const actions = actionsOf(item, meeting);
  const more = [...promisesOf(item, meeting), ...carriedActions(item, meeting)].filter(
    ({ span }) => !actions.some((action) => action.span.start === span.start),
  );
  return [...actions, ...more].sort((a, b) => a.span.start - b.span.start);
}

/** The meeting itself: *Beslutning i Kulturudvalget den 04-03-2026* heads what it decided, and leads nowhere. */
function isOwn({ date, before }: MentionRecord, meeting: CalendarDate | null, body: string | null): boolean {
  return meeting !== null && body !== null && date === isoDate(meeting) && before.includes(body);
}

/** The dates of an item that may be those of meetings; lines count from the item's first. */
export function mentionRecords(item: Item, meeting: CalendarDate | null): MentionRecord[] {
  return meetingMentionsIn(item).flatMap(
    ({ date: mention, before, behind, item: meant }): MentionRecord[] => {
      const date = resolveDate(mention, meeting);
      if (!date) return [];
      const { line, character } = placeIn(item, mention.start);
      const end = placeIn(item, mention.end);
      return [
        {
          line,
          character,
          endLine: end.line,
          endCharacter: end.character,
          date: isoDate(date),
          before,
          behind,
          item: meant?.number ?? null,
          itemLead: meant ? mention.start - meant.span.start : 0,
        },
      ];
    },
  );
}

function placeIn(item: Item, offset: number): { line: number; character: number } {
  const line = lastNotAbove(item.lineStarts, offset);
  return { line, character: offset - (item.lineStarts[line] ?? 0) };
}

function movedBy(item: ItemRecord, lines: number): ItemRecord {
  if (lines === 0) return item;
  return {
    ...item,
    line: item.line + lines,
    decision: item.decision && { ...item.decision, line: item.decision.line + lines },
    actions: item.actions.map((action) => ({ ...action, line: action.line + lines })),
    reports: item.reports.map((report) => ({ ...report, line: report.line + lines })),
    mentions: item.mentions.map((mention) => movedMention(mention, lines)),
  };
}

/** The mention, so many lines further on. */
export function movedMention(mention: MentionRecord, lines: number): MentionRecord {
  return { ...mention, line: mention.line + lines, endLine: mention.endLine + lines };
}
