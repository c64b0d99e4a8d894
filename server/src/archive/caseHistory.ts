import type { Outcome } from "../model/outcomePhrases.ts";
import { type Archive, type ArchivedItem, inOrder, titleKeyOf } from "./archive.ts";
import { bodyKeyOf, isSameWord } from "./bodyWords.ts";
import { caseWords } from "./caseWords.ts";
import { mentionsOfMeeting, meetingMeant } from "./naming.ts";
import type { MentionRecord } from "./record.ts";

/** A meeting that dealt with a case. */
export interface CaseStep {
  readonly uri: string;
  /** Of the item's heading, counted from 0. */
  readonly line: number;
  readonly body: string | null;
  /** `2026-03-04` */
  readonly date: string | null;
  readonly kind: "referat" | "dagsorden";
  readonly number: number | null;
  readonly title: string;
  readonly closed: boolean;
  readonly decision: string | null;
  readonly outcomes: readonly Outcome[];
  /** How it is known to be the case. */
  readonly why: "journalNumber" | "reference" | "title" | "self";
}

/** A case is not dealt with more often; a hostile archive has one number everywhere. */
const mostSteps = 1000;

/**
 * Every meeting that dealt with the case of an item, the oldest first: items of the same journal number or the same title, and
 * those that refer to one of them or that one of them refers to. The item itself is among them; an agenda only where its meeting has no
 * minutes. Nothing where there is no such item.
 */
export function caseHistory(archive: Archive, uri: string, index: number): CaseStep[] {
  const record = archive.get(uri);
  const item = record?.items[index];
  if (!record || !item) return [];
  const found = new Found();
  const self: ArchivedItem = { uri, record, index, item };
  found.add(self, "self");
  // What bears the number or the title of one of the case's items is of the case; a reference alone leads no further.
  const strong = [self];
  const number = numberOf(archive, self);
  for (let at = 0; at < strong.length && found.size < mostSteps; at++) {
    const member = strong[at];
    if (!member) break;
    for (const [next, why] of [...sameNumber(archive, number), ...sameTitle(archive, member, number)])
      if (found.add(next, why)) strong.push(next);
  }
  for (const member of strong) {
    if (found.size >= mostSteps) break;
    const referring = [
      ...citing(archive, member),
      ...referredTo(archive, member),
      ...referringTo(archive, member),
    ];
    for (const next of referring) found.add(next, "reference");
  }
  return found.steps(uri);
}

class Found {
  private readonly found = new Map<string, { readonly of: ArchivedItem; readonly why: CaseStep["why"] }>();

  get size(): number {
    return this.found.size;
  }

  add(of: ArchivedItem, why: CaseStep["why"]): boolean {
    const key = `${of.index} ${of.uri}`;
    if (this.found.has(key)) return false;
    this.found.set(key, { of, why });
    return true;
  }

  steps(self: string): CaseStep[] {
    const all = [...this.found.values()];
    const meeting = ({ record }: ArchivedItem): string =>
      `${record.date ?? ""} ${bodyKeyOf(record.body ?? "")}`;
    const minuted = new Set(
      all.flatMap(({ of }) => (of.record.kind === "referat" && of.record.date !== null ? [meeting(of)] : [])),
    );
    const kept = all.filter(
      ({ of }) => of.uri === self || of.record.kind === "referat" || !minuted.has(meeting(of)),
    );
    const places = new Map(inOrder(kept.map(({ of }) => of)).map(({ uri }, place) => [uri, place]));
    return kept
      .sort((a, b) => (places.get(a.of.uri) ?? 0) - (places.get(b.of.uri) ?? 0) || a.of.index - b.of.index)
      .map(({ of: { uri, record, item }, why }) => ({
        uri,
        line: item.line,
        body: record.body,
        date: record.date,
        kind: record.kind,
        number: item.number,
        title: item.title,
        closed: item.closed,
        decision: item.decision?.text || null,
        outcomes: item.decision?.outcomes ?? [],
        why,
      }));
  }
}

type Related = readonly [ArchivedItem, CaseStep["why"]];

/** The journal number of the case: the item's own; where it has none, that of the items of its title, if they have but one. */
function numberOf(archive: Archive, self: ArchivedItem): string | null {
  if (self.item.journalNumber !== null) return self.item.journalNumber;
  const [number, ...others] = new Set(
    sameTitle(archive, self, null).flatMap(([{ item }]) => item.journalNumber ?? []),
  );
  return others.length === 0 ? (number ?? null) : null;
}

function sameNumber(archive: Archive, number: string | null): Related[] {
  if (number === null) return [];
  return archive
    .withJournalNumber(number)
    .filter(({ item }) => item.journalNumber === number)
    .map((found) => [found, "journalNumber"]);
}

/**
 * The same title in the same body; in another body only where it is long enough to be no other case's. Another journal number than
 * the case's is another case, whatever it is called.
 */
function sameTitle(archive: Archive, { record, item }: ArchivedItem, number: string | null): Related[] {
  const key = titleKeyOf(item);
  if (key === null) return [];
  const body = bodyKeyOf(record.body ?? "");
  return archive
    .withTitle(key)
    .filter(
      (found) =>
        (number === null || found.item.journalNumber === null || found.item.journalNumber === number) &&
        (bodyKeyOf(found.record.body ?? "") === body || key.split(" ").length >= 3),
    )
    .map((found) => [found, "title"]);
}

/** The items that name the journal number, or whose number is named. */
function citing(archive: Archive, { item }: ArchivedItem): ArchivedItem[] {
  const naming = item.journalNumber === null ? [] : archive.withJournalNumber(item.journalNumber);
  const named = item.cites.flatMap((number) =>
    archive.withJournalNumber(number).filter((found) => found.item.journalNumber === number),
  );
  return [...naming, ...named];
}

/** The items of other meetings that the text of an item refers to. */
function referredTo(archive: Archive, from: ArchivedItem): ArchivedItem[] {
  return from.item.mentions.flatMap((mention) =>
    (meetingMeant(archive, from.record, mention)?.documents ?? [])
      .filter(({ uri }) => uri !== from.uri)
      .flatMap((document) =>
        document.record.items
          .map((item, index) => ({ ...document, item, index }))
          .filter((target) => isMeant(mention, from, target)),
      ),
  );
}

/** The items of other meetings whose text refers to an item. */
function referringTo(archive: Archive, target: ArchivedItem): ArchivedItem[] {
  return mentionsOfMeeting(archive, target).filter((found) => isMeant(found.mention, found, target));
}

/** Whether a mention of a meeting means one of its items: by its number, or where both are about the same by their titles. */
function isMeant(mention: MentionRecord, from: ArchivedItem, target: ArchivedItem): boolean {
  if (mention.item !== null) return mention.item === target.item.number;
  if (titleKeyOf(from.item) === null || titleKeyOf(target.item) === null) return false;
  const own = longWords(from.item.title);
  const other = longWords(target.item.title);
  const shared = own.filter((word) => other.some((each) => isSameWord(each, word)));
  return shared.length > 0 && shared.length * 2 >= Math.min(own.length, other.length);
}

/** Words that many titles have say nothing of which case it is. */
const common =
  /^(?:status|orientering|drøftelse|godkendelse|beslutning|opfølgning|behandling|forslag|samarbejde|samarbejdet|implementering|gruppen|arbejdsgruppe|kommune|kommunen|region|møde|punkt)$/u;

function longWords(title: string): string[] {
  return caseWords(title).filter((word) => word.length >= 6 && !common.test(word));
}
