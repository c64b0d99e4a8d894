import { attachmentCitationsIn } from "../model/attachmentCitations.ts";
import { attachmentsOf } from "../model/attachments.ts";
import { kindOf } from "../model/itemKind.ts";
import { itemReferencesIn } from "../model/references.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import type { ChunkEdit } from "./chunkEdit.ts";

/**
 * The edits that number the items from index `from` on with `first` and what follows it, and with them what names the
 * numbers: references (`punkt 3`), the attachments' own numbers, and their citations (`bilag 3.1`). A pause that has a
 * number keeps it, and takes none from the others: it is a finding of its own. A reference to a number that two items bear
 * could mean either, and stays as it is.
 */
export function renumberFrom(from: number, first: number, document: ReferatDocument): ChunkEdit[] {
  const { items, firstItemIndex } = document;
  const renumbered = newNumbers(items, from, first);
  if (renumbered.size === 0) return [];
  const meant = unambiguous(items, renumbered);
  const edits: ChunkEdit[] = [];
  for (const [index, chunk] of document.chunks.entries()) {
    if (chunk.kind === "contents") continue;
    for (const { number, numberSpan } of itemReferencesIn(chunk)) {
      const to = meant.get(number);
      if (to !== undefined) edits.push({ chunk: index, span: numberSpan, newText: String(to) });
    }
  }
  for (const [index, item] of items.entries()) {
    const chunk = firstItemIndex + index;
    const own = item.heading.number;
    const to = renumbered.get(index);
    const span = item.heading.numberSpan;
    if (to !== undefined && span) edits.push({ chunk, span, newText: String(to) });
    for (const { number, numberSpan } of attachmentsOf(item)) {
      if (
        to === undefined ||
        number === null ||
        !numberSpan ||
        itemPart(number) !== own ||
        !number.includes(".")
      )
        continue;
      edits.push({ chunk, span: partSpan(numberSpan.start, number), newText: String(to) });
    }
    for (const { number, span: at } of attachmentCitationsIn(item)) {
      if (number?.includes(".") !== true) continue;
      const cited = itemPart(number);
      // In its own item a number is the item's, though another one bears it too.
      const target = cited === own ? to : meant.get(cited);
      if (target !== undefined)
        edits.push({ chunk, span: partSpan(at.start, number), newText: String(target) });
    }
  }
  return edits;
}

/** The items that get another number, by their index. */
function newNumbers(items: readonly Item[], from: number, first: number): Map<number, number> {
  const numbers = new Map<number, number>();
  const numbered = items.flatMap((item, index) =>
    index >= from && item.heading.number !== null && item.heading.numberSpan
      ? [{ index, item, number: item.heading.number }]
      : [],
  );
  let next = first;
  for (const [position, { index, item, number }] of numbered.entries()) {
    if (number !== next) numbers.set(index, next);
    const counts = kindOf(item).kind !== "pause" || numbered[position + 1]?.number === number + 1;
    if (counts) next++;
  }
  return numbers;
}

/** What a number that one item alone bears becomes. */
function unambiguous(items: readonly Item[], renumbered: ReadonlyMap<number, number>): Map<number, number> {
  const bearers = new Map<number, number>();
  for (const { heading } of items) {
    if (heading.number !== null) bearers.set(heading.number, (bearers.get(heading.number) ?? 0) + 1);
  }
  const meant = new Map<number, number>();
  for (const [index, to] of renumbered) {
    const was = items[index]?.heading.number;
    if (was != null && bearers.get(was) === 1) meant.set(was, to);
  }
  return meant;
}

function itemPart(number: string): number {
  return Number(number.split(".")[0]);
}

function partSpan(start: number, number: string): { start: number; end: number } {
  return { start, end: start + (number.split(".")[0]?.length ?? 0) };
}
