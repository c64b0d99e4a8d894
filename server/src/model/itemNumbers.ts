import type { ReferatDocument } from "../syntax/document.ts";
import { memo } from "./memo.ts";

/** The indices of the items that bear each number, and those that bear each journal number. */
export const numbersOf: (document: ReferatDocument) => {
  readonly items: ReadonlyMap<number, readonly number[]>;
  readonly journal: ReadonlyMap<string, readonly number[]>;
} = memo((document) => {
  const items = new Map<number, number[]>();
  const journal = new Map<string, number[]>();
  for (const [index, { heading, journalNumber }] of document.items.entries()) {
    if (journalNumber) add(journal, journalNumber.number, index);
    if (heading.number !== null) add(items, heading.number, index);
  }
  return { items, journal };
});

function add<Key>(indices: Map<Key, number[]>, key: Key, index: number): void {
  const same = indices.get(key);
  if (same) same.push(index);
  else indices.set(key, [index]);
}

export function itemsWithJournalNumber(document: ReferatDocument, number: string): readonly number[] {
  return numbersOf(document).journal.get(number) ?? [];
}

export function itemsWithNumber(document: ReferatDocument, number: number): readonly number[] {
  return numbersOf(document).items.get(number) ?? [];
}
