import { kindOf } from "../model/itemKind.ts";
import type { ChunkEdit, DocumentContext } from "./rule.ts";

/**
 * The edits that number the items from index `from` on with `first` and what follows it. A pause that has a number keeps
 * it, and takes none from the others: it is a finding of its own.
 */
export function renumberFrom(from: number, first: number, { items, chunkOf }: DocumentContext): ChunkEdit[] {
  const edits: ChunkEdit[] = [];
  let next = first;
  for (let index = Math.max(0, from); index < items.length; index++) {
    const item = items[index];
    const span = item?.heading.numberSpan;
    if (!item || !span || kindOf(item).kind === "pause") continue;
    if (item.heading.number !== next) edits.push({ chunk: chunkOf(index), span, newText: String(next) });
    next++;
  }
  return edits;
}
