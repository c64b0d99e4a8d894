import { isoDate } from "../calendar/date.ts";
import { abbreviationsOf } from "../model/abbreviations.ts";
import { kindOf } from "../model/itemKind.ts";
import { meetingOf } from "../model/meeting.ts";
import type { Position, ReferatDocument } from "../syntax/document.ts";
import { type Archive, type ArchivedDocument, type ArchivedItem, titleKeyOf } from "./archive.ts";
import type { OwnNames } from "./bodyNames.ts";
import { meetingMeant, mentionsOfMeeting } from "./naming.ts";
import { type ItemRecord, mentionRecords, type MentionRecord, movedMention } from "./record.ts";

/** The words of a document that name a meeting of the archive, and where they lead. */
export interface MentionedMeeting {
  readonly start: Position;
  readonly end: Position;
  readonly mention: MentionRecord;
  /** The minutes of the meeting, or its agenda; two, where two documents say that they are those. */
  readonly documents: readonly ArchivedDocument[];
  /** The items that are meant, one of each document; none where no item is. */
  readonly items: readonly ArchivedItem[];
}

/** The meetings that a document mentions, in order. A date that leads nowhere is none. */
export function mentionedMeetings(
  archive: Archive,
  uri: string,
  document: ReferatDocument,
): MentionedMeeting[] {
  return document.items.flatMap((_, index) => mentionedIn(archive, uri, document, index, () => true));
}

/** The meeting that is mentioned at a place of a document. */
export function mentionedMeetingAt(
  archive: Archive,
  uri: string,
  document: ReferatDocument,
  at: Position,
): MentionedMeeting | null {
  const index = document.chunkIndexAtLine(at.line) - document.firstItemIndex;
  const found = mentionedIn(
    archive,
    uri,
    document,
    index,
    ({ line, endLine }) => line <= at.line && endLine >= at.line,
  );
  return found.find(({ start, end }) => !isBefore(at, start) && !isBefore(end, at)) ?? null;
}

function mentionedIn(
  archive: Archive,
  uri: string,
  document: ReferatDocument,
  index: number,
  isAsked: (mention: MentionRecord) => boolean,
): MentionedMeeting[] {
  const item = document.items[index];
  if (!item || archive.size === 0) return [];
  const { body, date } = meetingOf(document);
  const names = { body, date: date && isoDate(date), abbreviations: abbreviationsOf(document) };
  const own = {
    title: item.heading.title,
    kind: kindOf(item).kind,
    journalNumber: item.journalNumber?.number ?? null,
  };
  const line = document.lineOf(document.firstItemIndex + index);
  return mentionRecords(item, date)
    .map((mention) => movedMention(mention, line))
    .filter(isAsked)
    .flatMap((mention) => mentioned(archive, uri, names, own, mention) ?? []);
}

/** Where other documents mention a meeting: all of it, or one of its items. */
export function mentionsElsewhere(
  archive: Archive,
  uri: string,
  item: number | null,
): { readonly uri: string; readonly place: MentionedMeeting }[] {
  const record = archive.get(uri);
  if (!record) return [];
  return mentionsOfMeeting(archive, { uri, record }).flatMap((found) => {
    const place = mentioned(archive, found.uri, found.record, found.item, found.mention);
    const isMeant =
      item === null || place?.items.some((each) => each.uri === uri && each.index === item) === true;
    return place && isMeant ? [{ uri: found.uri, place }] : [];
  });
}

/** What of the item that mentions a meeting says which of its items is meant. */
type OwnItem = Pick<ItemRecord, "title" | "kind" | "journalNumber">;

function mentioned(
  archive: Archive,
  uri: string,
  names: OwnNames,
  item: OwnItem,
  mention: MentionRecord,
): MentionedMeeting | null {
  const meant = meetingMeant(archive, names, mention);
  if (!meant || meant.documents.some((each) => each.uri === uri)) return null;
  // Where the words began on the line above, the link begins with this one.
  const start = {
    line: mention.line,
    character: Math.max(0, mention.character - Math.max(meant.lead, mention.itemLead)),
  };
  const end = { line: mention.endLine, character: mention.endCharacter };
  return {
    start,
    end,
    mention,
    documents: meant.documents,
    items: meant.documents.flatMap((document) => itemMeant(document, item, mention) ?? []),
  };
}

/** The item of another meeting: that of the number that is named; else the one of the same journal number, or of the same title. */
function itemMeant(document: ArchivedDocument, own: OwnItem, mention: MentionRecord): ArchivedItem | null {
  const { items } = document.record;
  const only = (fits: (item: ItemRecord) => boolean): ArchivedItem | null => {
    const index = items.findIndex(fits);
    const item = items[index];
    return item && items.findLastIndex(fits) === index ? { ...document, index, item } : null;
  };
  if (mention.item !== null) return only(({ number }) => number === mention.item);
  const { journalNumber } = own;
  const title = titleKeyOf(own);
  return (
    (journalNumber === null ? null : only((item) => item.journalNumber === journalNumber)) ??
    (title === null ? null : only((item) => titleKeyOf(item) === title))
  );
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
