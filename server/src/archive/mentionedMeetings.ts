import type { Position } from "../syntax/document.ts";
import { type Archive, type ArchivedDocument, type ArchivedItem, titleKeyOf } from "./archive.ts";
import { meetingMeant, mentionsOfMeeting } from "./naming.ts";
import type { DocumentRecord, ItemRecord, MentionRecord } from "./record.ts";

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

/** The meetings that a document of the archive mentions, in order. A date that leads nowhere is none. */
export function mentionedMeetings(archive: Archive, uri: string): MentionedMeeting[] {
  const record = archive.get(uri);
  if (!record) return [];
  return record.items.flatMap((item) =>
    item.mentions.flatMap((mention) => mentioned(archive, uri, record, item, mention) ?? []),
  );
}

/** The meeting that is mentioned at a place of a document. */
export function mentionedMeetingAt(archive: Archive, uri: string, at: Position): MentionedMeeting | null {
  const record = archive.get(uri);
  if (!record) return null;
  for (const item of record.items) {
    for (const mention of item.mentions) {
      if (mention.line > at.line || mention.endLine < at.line) continue;
      const found = mentioned(archive, uri, record, item, mention);
      if (found && !isBefore(at, found.start) && !isBefore(found.end, at)) return found;
    }
  }
  return null;
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

function mentioned(
  archive: Archive,
  uri: string,
  own: DocumentRecord,
  item: ItemRecord,
  mention: MentionRecord,
): MentionedMeeting | null {
  const meant = meetingMeant(archive, own, mention);
  if (!meant || meant.documents.some((each) => each.uri === uri)) return null;
  // Where the words began on the line above, the link begins with this one.
  const start = { line: mention.line, character: Math.max(0, mention.character - meant.lead) };
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
function itemMeant(document: ArchivedDocument, own: ItemRecord, mention: MentionRecord): ArchivedItem | null {
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
