import type { Outcome } from "../model/outcomePhrases.ts";
import { memo } from "../model/memo.ts";
import { folded } from "../text/spelling.ts";
import { type Archive, type ArchivedDocument, newestFirst } from "./archive.ts";
import { bodyKeyOf } from "./bodyWords.ts";
import { archiveFact } from "./fact.ts";
import { countOf, inAll, indicesOf, type ItemSet, itemsWhere } from "./itemSet.ts";
import type { DocumentRecord, ItemRecord, RecommendationRecord } from "./record.ts";
import {
  bodiesNamed,
  bodyTextOf,
  everything,
  foldedText,
  hasName,
  isInPeriod,
  type Range,
  searchWords,
} from "./search.ts";
import { WordSearch } from "./wordIndex.ts";

/** Which decisions are wanted. What is left out excludes nothing. */
export interface DecisionQuery {
  /** Words, each of which stands in the item's title, its decision, recommendations or follow-up, or in the body's name. */
  readonly text?: string;
  /** A body's name, whole or in part. */
  readonly body?: string;
  /** `2026-01-01`; the day itself is within. */
  readonly from?: string;
  readonly to?: string;
  /** One of them is enough. */
  readonly outcomes?: readonly Outcome[];
  /** Who is named in the decision, or is to follow it up. */
  readonly person?: string;
  /** The item's own journal number, or one that its text names. */
  readonly journalNumber?: string;
  readonly access?: "open" | "closed";
}

export interface DecisionRow {
  readonly uri: string;
  /** Counted from 0: the first line of the decision's words. */
  readonly line: number;
  readonly body: string | null;
  /** `2026-03-04` */
  readonly date: string | null;
  readonly kind: "referat" | "dagsorden";
  /** Of the item in its document, counted from 0. */
  readonly index: number;
  readonly number: number | null;
  readonly title: string;
  readonly closed: boolean;
  readonly journalNumber: string | null;
  readonly text: string;
  readonly outcomes: readonly Outcome[];
  readonly recommendations: readonly RecommendationRecord[];
  readonly followUp: readonly FollowUp[];
}

/** What a decision's item says is to be done. Whether a later meeting reports it done, the register of actions knows. */
export interface FollowUp {
  readonly owner: string | null;
  readonly text: string;
  readonly deadline: string | null;
  /** It is marked as done where it stands. */
  readonly done: boolean;
}

/**
 * The decisions that fit, those of the newest meeting first, then in the order of its items; `total` counts all. A decision is
 * what the minutes say under an item's heading for it: an agenda has none.
 */
export function decisionsIn(
  archive: Archive,
  query: DecisionQuery,
  { offset, limit }: Range = everything,
): { total: number; rows: DecisionRow[] } {
  const bodies = bodiesNamed(archive, query.body);
  const words = new WordSearch(archive, searchWords(query.text));
  const person = folded(query.person ?? "");
  const named = new WordSearch(archive, searchWords(query.person));
  const asksItems =
    person !== "" ||
    query.access !== undefined ||
    query.journalNumber !== undefined ||
    (query.outcomes ?? []).length > 0;
  const rows: DecisionRow[] = [];
  let total = 0;
  for (const { uri, record } of minutesIn(archive)) {
    if (!isInPeriod(record.date, query.from, query.to)) continue;
    if (bodies && !bodies.has(bodyKeyOf(record.body ?? ""))) continue;
    const wanted = inAll(
      decidedIn(record),
      words.itemsOf(record, bodyTextOf(record)),
      named.itemsOf(record, ""),
    );
    const count = countOf(wanted);
    // Of most that fit nothing is shown: they are counted, and not looked at.
    if (!asksItems && (rows.length >= limit || total + count <= offset)) {
      total += count;
      continue;
    }
    for (const index of indicesOf(wanted)) {
      const item = record.items[index];
      if (!item || !fits(item, query, person)) continue;
      if (total >= offset && rows.length < limit) rows.push(rowOf(uri, record, index, item));
      total++;
    }
  }
  return { total, rows };
}

/** The items that have a decision. */
const decidedIn: (record: DocumentRecord) => ItemSet = memo(({ items }) =>
  itemsWhere(items, ({ decision }) => decision !== null && decision.text !== ""),
);

function fits(item: ItemRecord, { outcomes, journalNumber, access }: DecisionQuery, person: string): boolean {
  if (access !== undefined && item.closed !== (access === "closed")) return false;
  if (journalNumber !== undefined && !hasJournalNumber(item, journalNumber)) return false;
  if (outcomes && outcomes.length > 0 && !item.decision?.outcomes.some((each) => outcomes.includes(each)))
    return false;
  return person === "" || hasName(namedIn(item), person);
}

export function hasJournalNumber(item: ItemRecord, number: string): boolean {
  return item.journalNumber === number || item.cites.includes(number);
}

function namedIn(item: ItemRecord): string {
  return foldedText([item.decision?.text ?? "", ...item.actions.map(({ owner }) => owner ?? "")].join(" | "));
}

function rowOf(uri: string, record: DocumentRecord, index: number, item: ItemRecord): DecisionRow {
  return {
    uri,
    line: item.decision?.line ?? item.line,
    body: record.body,
    date: record.date,
    kind: record.kind,
    index,
    number: item.number,
    title: item.title,
    closed: item.closed,
    journalNumber: item.journalNumber,
    text: item.decision?.text ?? "",
    outcomes: item.decision?.outcomes ?? [],
    recommendations: item.recommendations,
    followUp: item.actions.map(({ owner, text, deadline, done }) => ({ owner, text, deadline, done })),
  };
}

/** The minutes of the archive, the newest first. */
const minutesIn: (archive: Archive) => readonly ArchivedDocument[] = archiveFact((archive) =>
  newestFirst([...archive.all()].filter(({ record }) => record.kind === "referat")),
);
