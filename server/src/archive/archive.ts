import { bodyKeyOf } from "./bodyWords.ts";
import { caseWords } from "./caseWords.ts";
import type { DocumentRecord, ItemRecord, MentionRecord } from "./record.ts";

/** A document of the archive. */
export interface ArchivedDocument {
  readonly uri: string;
  readonly record: DocumentRecord;
}

/** An item of the archive. */
export interface ArchivedItem extends ArchivedDocument {
  readonly index: number;
  readonly item: ItemRecord;
}

/** A date in an item that may be that of a meeting. */
export interface ArchivedMention extends ArchivedItem {
  readonly mention: MentionRecord;
}

/**
 * All documents that are known, as their records: no text is kept. What it costs to take in a document does not depend on how
 * many there are.
 */
export class Archive {
  /** Another number after each change. */
  version = 0;
  private readonly documents = new Map<string, DocumentRecord>();
  private readonly byDate = new Index();
  private readonly byBody = new Index();
  private readonly byJournalNumber = new Index();
  private readonly byMentionedDate = new Index();
  private readonly byTitle = new Index();

  get size(): number {
    return this.documents.size;
  }

  get(uri: string): DocumentRecord | undefined {
    return this.documents.get(uri);
  }

  /** Takes in a document, in place of what was known of it. */
  set(uri: string, record: DocumentRecord): void {
    const before = this.documents.get(uri);
    if (before === record) return;
    this.version++;
    if (before) this.forEachKey(before, (index, key) => index.delete(key, uri));
    this.documents.set(uri, record);
    this.forEachKey(record, (index, key) => index.add(key, uri));
  }

  delete(uri: string): void {
    const before = this.documents.get(uri);
    if (!before) return;
    this.version++;
    this.forEachKey(before, (index, key) => index.delete(key, uri));
    this.documents.delete(uri);
  }

  *all(): Generator<ArchivedDocument> {
    for (const [uri, record] of this.documents) yield { uri, record };
  }

  /** The documents of the meetings of a day: `2026-03-04`. */
  on(date: string): ArchivedDocument[] {
    return this.found(this.byDate.get(date));
  }

  /** The documents of a body, whatever its name's words are joined with, the oldest meeting first; undated ones at the end. */
  of(body: string): ArchivedDocument[] {
    return inOrder(this.found(this.byBody.get(bodyKeyOf(body))));
  }

  /** The bodies of the archive, each by one of the ways in which its name is written. */
  bodies(): string[] {
    return [...this.byBody.keys()].flatMap((key) => {
      const first = this.byBody.get(key).values().next().value;
      return (first === undefined ? null : this.documents.get(first)?.body) ?? [];
    });
  }

  /** The items that bear a journal number, or name it in their text, in the order of their meetings. */
  withJournalNumber(number: string): ArchivedItem[] {
    return itemsIn(
      inOrder(this.found(this.byJournalNumber.get(number))),
      (item) => item.journalNumber === number || item.cites.includes(number),
    );
  }

  /** The items of a title, compared by `titleKeyOf`, in the order of their meetings. */
  withTitle(key: string): ArchivedItem[] {
    return itemsIn(inOrder(this.found(this.byTitle.get(key))), (item) => titleKeyOf(item) === key);
  }

  /** Where a date is named that may be that of a meeting. */
  mentionsOf(date: string): ArchivedMention[] {
    return this.found(this.byMentionedDate.get(date)).flatMap((document) =>
      document.record.items.flatMap((item, index) =>
        item.mentions
          .filter((mention) => mention.date === date)
          .map((mention) => ({ ...document, index, item, mention })),
      ),
    );
  }

  private found(uris: Iterable<string>): ArchivedDocument[] {
    return [...uris].flatMap((uri) => {
      const record = this.documents.get(uri);
      return record ? [{ uri, record }] : [];
    });
  }

  private forEachKey(record: DocumentRecord, use: (index: Index, key: string) => void): void {
    if (record.date !== null) use(this.byDate, record.date);
    if (record.body !== null) use(this.byBody, bodyKeyOf(record.body));
    for (const item of record.items) {
      if (item.journalNumber !== null) use(this.byJournalNumber, item.journalNumber);
      for (const number of item.cites) use(this.byJournalNumber, number);
      for (const { date } of item.mentions) use(this.byMentionedDate, date);
      const title = titleKeyOf(item);
      if (title !== null) use(this.byTitle, title);
    }
  }
}

/** Which documents have a key. */
class Index {
  private readonly uris = new Map<string, Set<string>>();

  keys(): Iterable<string> {
    return this.uris.keys();
  }

  get(key: string): ReadonlySet<string> {
    return this.uris.get(key) ?? none;
  }

  add(key: string, uri: string): void {
    const there = this.uris.get(key);
    if (there) there.add(uri);
    else this.uris.set(key, new Set([uri]));
  }

  delete(key: string, uri: string): void {
    const there = this.uris.get(key);
    if (there?.delete(uri) && there.size === 0) this.uris.delete(key);
  }
}

const none: ReadonlySet<string> = new Set();

/** By date, then the agenda before its minutes; what has no date comes last. */
export function inOrder(documents: readonly ArchivedDocument[]): ArchivedDocument[] {
  return sortedBy(
    documents,
    ({ uri, record }) => `${record.date ?? "9999"} ${record.start ?? ""} ${record.kind} ${uri}`,
  );
}

/** The documents of the newest meetings first. */
export function newestFirst(documents: readonly ArchivedDocument[]): ArchivedDocument[] {
  return sortedBy(documents, placeOf).reverse();
}

/** The documents by a key that no two have, which is made once for each. */
function sortedBy(
  documents: readonly ArchivedDocument[],
  keyOf: (document: ArchivedDocument) => string,
): ArchivedDocument[] {
  const keyed = documents.map((document) => ({ document, key: keyOf(document) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ document }) => document);
}

/** The later, the greater; what has no date comes last of all. */
function placeOf({ uri, record }: ArchivedDocument): string {
  return `${record.date ?? ""} ${record.start ?? ""} ${record.body ?? ""} ${uri}`;
}

function itemsIn(
  documents: readonly ArchivedDocument[],
  wanted: (item: ItemRecord) => boolean,
): ArchivedItem[] {
  return documents.flatMap((document) =>
    document.record.items.flatMap((item, index) => (wanted(item) ? [{ ...document, index, item }] : [])),
  );
}

/** *Siden sidst*, *Opfølgning på sidste møde*, *Nyt fra formanden*: no two meetings' are of one case. */
const ofEveryMeeting =
  /^(?:(?:opfølgning |status |nyt |orientering )?siden sidst|(?:opfølgning |status |referat |aftaler )?(?:på |fra |af )?(?:sidste|seneste|forrige) (?:møde|mødes|referat)(?: .{1,40})?|(?:nyt|orientering|siden sidst|status|gensidig orientering|bordet rundt)(?: (?:fra|ved|v) (?:formand|direkt|medlem|udvalg|sekretariat|forvaltning|administration|parter|ledelse|deltager|kommune|region|hospital|sygehus|organisation|bestyrelse|råd).{0,40})|gensidig orientering|bordet rundt|kommende (?:møder|punkter|sager)|(?:næste|kommende) mødes? .{1,40}|punkter til (?:næste|kommende) møder?|evaluering af mødet)$/u;

/** What an item's title comes to when two meetings' are compared; null for titles that many items have (Eventuelt). */
export function titleKeyOf({ title, kind }: Pick<ItemRecord, "title" | "kind">): string | null {
  if (kind === "standing" || kind === "pause") return null;
  const words = caseWords(title);
  const key = words.join(" ");
  return words.length < 2 || ofEveryMeeting.test(key) ? null : key;
}
