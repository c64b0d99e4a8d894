import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";
import { absentFrom } from "./absence.ts";
import { memo } from "./memo.ts";
import { type FoundName, longestName, NameFinder } from "./nameFinder.ts";
import { participantsOf } from "./participants.ts";

/** A person's name somewhere in the document. */
export type PersonMention = FoundName;

/**
 * The names that a document knows its persons by: the participants', and those listed as absent. As long as no edit changes
 * them the list is the same object, so that what is made of it stays.
 */
export const personNamesIn: (document: ReferatDocument) => readonly string[] = memo((document) => {
  const [head] = document.chunks;
  const before = head && namesBefore.get(head);
  const names = before && hasSamePersons(before.document, document) ? before.names : readNames(document);
  if (head) namesBefore.set(head, { document, names });
  return names;
});

/** Of the version that was asked about last with the same head. */
const namesBefore = new WeakMap<
  Chunk,
  { readonly document: ReferatDocument; readonly names: readonly string[] }
>();

function hasSamePersons(a: ReferatDocument, b: ReferatDocument): boolean {
  return (
    a.stretches.length === b.stretches.length &&
    a.stretches.every((stretch, at) => {
      const other = b.stretches[at];
      return stretch === other || (other !== undefined && haveSamePersons(stretch.chunks, other.chunks));
    })
  );
}

function haveSamePersons(chunks: readonly Chunk[], others: readonly Chunk[]): boolean {
  return (
    chunks.length === others.length &&
    chunks.every((chunk, at) => {
      const other = others[at];
      return (
        chunk === other || (chunk.kind === "item" && other?.kind === "item" && haveSameAbsent(chunk, other))
      );
    })
  );
}

function haveSameAbsent(item: Item, other: Item): boolean {
  const [absent, others] = [absentFrom(item), absentFrom(other)];
  return absent.length === others.length && absent.every(({ name }, at) => name === others[at]?.name);
}

function readNames(document: ReferatDocument): readonly string[] {
  const names = new Set(participantsOf(document.preambles).map((person) => person.name));
  for (const item of document.items) for (const person of absentFrom(item)) names.add(person.name);
  return [...names].filter((name) => name.length > 2 && name.length <= longestName).sort();
}

/** What is made of a list of names once, for all chunks: who asks with the same list asks for the same names. */
const search: (names: readonly string[]) => { readonly key: string; readonly finder: NameFinder } = memo(
  (names: readonly string[]) => ({ key: names.join("\n"), finder: new NameFinder(names) }),
);

const known = new WeakMap<Chunk, { readonly key: string; readonly mentions: readonly PersonMention[] }>();

/** Where a chunk names one of the persons. Kept with the chunk for as long as the names are the same. */
export function personMentions(chunk: Chunk, names: readonly string[]): readonly PersonMention[] {
  const { key, finder } = search(names);
  const before = known.get(chunk);
  if (before?.key === key) return before.mentions;
  const mentions = finder.find(chunk.masked);
  known.set(chunk, { key, mentions });
  return mentions;
}
