import type { Steps } from "../text/steps.ts";
import type { ArchivedDocument } from "./archive.ts";
import { type ActionWords, saysAsMuch, saysTheSame } from "./actionWords.ts";
import { type FoundReport, wordsIn } from "./foundWords.ts";
import type { ActionRecord, ItemRecord } from "./record.ts";

/** Where an action stands. */
export interface Listing extends ArchivedDocument {
  readonly item: ItemRecord;
  readonly action: ActionRecord;
}

/** One action, with all the minutes of its body that list it again. */
export interface ActionChain {
  readonly first: Listing;
  readonly last: Listing;
  readonly owner: string | null;
  /** The newest. */
  readonly deadline: string | null;
  readonly doneBy: DoneBy | null;
}

/** What says that an action is done. */
export interface DoneBy {
  readonly uri: string;
  readonly line: number;
  readonly date: string | null;
}

/** What is said in a mention of a meeting's item: the document that it leads to and the item's number. */
export type ItemsMeant = (
  from: ArchivedDocument,
  item: ItemRecord,
) => readonly { readonly uri: string; readonly number: number }[];

/**
 * The actions of one body. An action that later minutes list again under the same words is one; it is done where it is marked
 * where it stands last, or where a later document says so: under the same words, or about the same case (its journal number, a
 * reference to its item) in as good as the same. `documents` stand in the order of their meetings; each is a step, between two of
 * which other work can be done.
 */
export function chainsOf(
  documents: readonly ArchivedDocument[],
  itemsMeant: ItemsMeant,
): Steps<ActionChain[]> {
  return new Chains(itemsMeant).read(documents);
}

interface Growing {
  readonly first: Listing;
  last: Listing;
  owner: string | null;
  deadline: string | null;
  doneBy: DoneBy | null;
  readonly words: ActionWords;
}

class Chains {
  private readonly all: Growing[] = [];
  private readonly byKey = new Table();
  private readonly byAnchor = new Table();
  private readonly byCase = new Table();
  private readonly byItem = new Table();

  constructor(private readonly itemsMeant: ItemsMeant) {}

  *read(documents: readonly ArchivedDocument[]): Steps<ActionChain[]> {
    for (const document of documents) {
      const words = wordsIn(document.record);
      for (const [index, item] of document.record.items.entries()) {
        const { actions = [], reports = [] } = words[index] ?? {};
        if (reports.length > 0) this.close(document, item, reports);
        // An agenda can tell what was done; what is to be done the meeting decides.
        if (document.record.kind !== "referat") continue;
        for (const [at, action] of item.actions.entries()) {
          const own = actions[at];
          if (own) this.take({ ...document, item, action }, own);
        }
      }
      yield;
    }
    // Their words have done their work.
    return this.all.map(({ first, last, owner, deadline, doneBy }) => ({
      first,
      last,
      owner,
      deadline,
      doneBy,
    }));
  }

  private take(listing: Listing, words: ActionWords): void {
    const { action, record, item } = listing;
    const known = record.date === null ? undefined : this.knownAs(words, listing);
    if (known) {
      if (known.doneBy) return;
      known.last = listing;
      known.owner ??= action.owner;
      known.deadline = action.deadline ?? known.deadline;
      if (action.done) this.finish(known, { uri: listing.uri, line: action.line, date: record.date });
      return;
    }
    const chain: Growing = {
      first: listing,
      last: listing,
      owner: action.owner,
      deadline: action.deadline,
      doneBy: action.done ? { uri: listing.uri, line: action.line, date: record.date } : null,
      words,
    };
    this.all.push(chain);
    if (record.date === null) return;
    this.byKey.renew(words.key, chain);
    if (chain.doneBy) return;
    this.byAnchor.add(words.anchor, chain);
    if (item.journalNumber !== null) this.byCase.add(item.journalNumber, chain);
    if (item.number !== null) this.byItem.add(itemKey(listing.uri, item.number), chain);
  }

  /** The open action of the same words and the same owner; one that the same document has closed is it too, being told twice. */
  private knownAs(words: ActionWords, { uri }: Listing): Growing | undefined {
    return this.byKey
      .get(words.key)
      .find(
        (chain) =>
          (chain.doneBy === null || (chain.doneBy.uri === uri && chain.first.uri !== uri)) &&
          (words.owner === chain.words.owner || words.owner === "" || chain.words.owner === ""),
      );
  }

  private close(document: ArchivedDocument, item: ItemRecord, reports: readonly FoundReport[]): void {
    const { date } = document.record;
    if (date === null) return;
    const ofCase = item.journalNumber === null ? [] : this.byCase.get(item.journalNumber);
    const meant = this.itemsMeant(document, item).flatMap(({ uri, number }) =>
      this.byItem.get(itemKey(uri, number)),
    );
    const near = [...ofCase, ...meant];
    for (const [index, { stems, words }] of reports.entries()) {
      const candidates = stems.flatMap((stem) => this.byAnchor.get(stem));
      // Most reports mean no action at all.
      if (candidates.length === 0 && near.length === 0) continue;
      const said = words();
      const line = item.reports[index]?.line ?? item.line;
      const same = candidates.filter((chain) => saysTheSame(said, chain.words));
      const asMuch = near.filter((chain) => saysAsMuch(said, chain.words));
      for (const chain of new Set([...same, ...asMuch])) {
        if (isBefore(chain.last.record.date, date)) this.finish(chain, { uri: document.uri, line, date });
      }
    }
  }

  private finish(chain: Growing, doneBy: DoneBy): void {
    if (chain.doneBy) return;
    chain.doneBy = doneBy;
    const { first, words } = chain;
    this.byAnchor.delete(words.anchor, chain);
    if (first.item.journalNumber !== null) this.byCase.delete(first.item.journalNumber, chain);
    if (first.item.number !== null) this.byItem.delete(itemKey(first.uri, first.item.number), chain);
  }
}

function isBefore(date: string | null, other: string): boolean {
  return date !== null && date < other;
}

function itemKey(uri: string, number: number): string {
  return `${number} ${uri}`;
}

/** Chains by a key, in the order in which they came. */
class Table {
  private readonly chains = new Map<string, Growing[]>();

  get(key: string): readonly Growing[] {
    return this.chains.get(key) ?? [];
  }

  add(key: string, chain: Growing): void {
    const there = this.chains.get(key);
    if (there) there.push(chain);
    else this.chains.set(key, [chain]);
  }

  /** Adds a chain, and forgets those of the key that are done. */
  renew(key: string, chain: Growing): void {
    this.chains.set(key, [...this.get(key).filter(({ doneBy }) => doneBy === null), chain]);
  }

  delete(key: string, chain: Growing): void {
    const there = this.chains.get(key);
    const at = there?.indexOf(chain) ?? -1;
    if (at !== -1) there?.splice(at, 1);
  }
}
