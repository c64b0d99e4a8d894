import { allAtOnce, type Steps } from "../text/steps.ts";
import { type ActionChain, chainsOf, type ItemsMeant } from "./actionChains.ts";
import { type Archive, type ArchivedDocument, inOrder } from "./archive.ts";
import { bodyKeyOf } from "./bodyWords.ts";
import { meetingMeant } from "./naming.ts";

/** All actions of an archive in the register's order, and the documents of each body in theirs. */
export interface OrderedActions {
  readonly chains: readonly ActionChain[];
  readonly documents: ReadonlyMap<string, readonly ArchivedDocument[]>;
}

interface Known extends OrderedActions {
  readonly version: number;
  readonly bodies: ReadonlyMap<string, Body>;
}

interface Body {
  /** As the archive holds them. */
  readonly held: readonly ArchivedDocument[];
  /** In the order of their meetings. */
  readonly documents: readonly ArchivedDocument[];
  readonly chains: readonly ActionChain[];
}

const known = new WeakMap<Archive, Known>();

/** Worked out once for each version of the archive; a body of which no document has changed is not read again. */
export function orderedActions(archive: Archive): OrderedActions {
  return allAtOnce(orderingActions(archive));
}

/** The same, piece by piece: between two steps other work can be done. If that changes the archive, nothing is kept of it. */
export function* orderingActions(archive: Archive): Steps<OrderedActions> {
  const { version } = archive;
  const before = known.get(archive);
  if (before?.version === version) return before;
  const held = new Map<string, ArchivedDocument[]>();
  for (const document of archive.all()) {
    // What bears no body's name is carried on by no other document.
    const key = document.record.body === null ? ` ${document.uri}` : bodyKeyOf(document.record.body);
    const there = held.get(key);
    if (there) there.push(document);
    else held.set(key, [document]);
    yield;
  }
  const itemsMeant = itemsMeantIn(archive);
  const bodies = new Map<string, Body>();
  for (const [key, documents] of held) {
    const was = before?.bodies.get(key);
    if (was && areSame(was.held, documents)) bodies.set(key, was);
    else {
      const sorted = inOrder(documents);
      bodies.set(key, {
        held: documents,
        documents: sorted,
        chains: (yield* chainsOf(sorted, itemsMeant)).sort(byUrgency),
      });
    }
  }
  // Each body's are sorted: to join them takes little.
  const chains = [...bodies.values()].flatMap((body) => body.chains).sort(byUrgency);
  const documents = new Map([...bodies].map(([key, body]) => [key, body.documents]));
  const now = { version, bodies, documents, chains };
  if (version === archive.version) known.set(archive, now);
  return now;
}

function areSame(a: readonly ArchivedDocument[], b: readonly ArchivedDocument[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ uri, record }, index) => b[index]?.uri === uri && b[index].record === record)
  );
}

/** What is not done, by its deadline; then what is done, the newest first. */
function byUrgency(a: ActionChain, b: ActionChain): number {
  if (a.doneBy === null && b.doneBy === null)
    return (
      compare(a.deadline ?? "9999", b.deadline ?? "9999") ||
      compare(a.first.record.date ?? "9999", b.first.record.date ?? "9999")
    );
  if (a.doneBy === null) return -1;
  if (b.doneBy === null) return 1;
  return compare(b.doneBy.date ?? "", a.doneBy.date ?? "");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The items of earlier meetings that an item's text names: `punkt 5 på mødet den 4. marts 2026`. */
export function itemsMeantIn(archive: Archive): ItemsMeant {
  return (from, item) =>
    item.mentions.flatMap((mention) => {
      const number = mention.item;
      if (number === null) return [];
      const documents = meetingMeant(archive, from.record, mention)?.documents ?? [];
      return documents.map(({ uri }) => ({ uri, number }));
    });
}
