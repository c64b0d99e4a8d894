import type { ListBlock, ListEntry as SourceEntry } from "../syntax/nodes.ts";
import type { List, ListEntry } from "./renderModel.ts";

/** What a list needs of the entries that it is made of: all but the lists within. */
export type FlatEntry = Omit<ListEntry, "lists"> & { readonly source: SourceEntry };

/**
 * The entries of blocks that follow each other as lists: an indented one belongs to the one above it. Where the sort of mark
 * changes, or a count begins anew, another list begins.
 */
export function nestedLists(entries: readonly FlatEntry[]): List[] {
  return build(entries, levelsOf(entries), 0, entries.length, 0);
}

/** The entries of several blocks are levelled anew: of two blocks with a blank line between, the second can be nested. */
function levelsOf(entries: readonly FlatEntry[]): number[] {
  const indents: number[] = [];
  return entries.map(({ source: { mark } }) => {
    while (indents.length > 0 && mark.indent < (indents.at(-1) ?? 0)) indents.pop();
    if (indents.length === 0 || mark.indent > (indents.at(-1) ?? 0)) indents.push(mark.indent);
    // What lies deeper than anybody can see is not taken further in.
    return Math.min(indents.length - 1, deepest);
  });
}

const deepest = 8;

function build(
  entries: readonly FlatEntry[],
  levels: readonly number[],
  from: number,
  to: number,
  level: number,
): List[] {
  const lists: (List & { readonly entries: ListEntry[] })[] = [];
  let index = from;
  while (index < to) {
    const flat = entries[index];
    if (!flat) break;
    let end = index + 1;
    while (end < to && (levels[end] ?? 0) > level) end++;
    const { source, ...entry } = flat;
    const own: ListEntry = { ...entry, lists: build(entries, levels, index + 1, end, level + 1) };
    const last = lists.at(-1);
    if (last && goesOn(last, source)) last.entries.push(own);
    else lists.push({ type: "list", line: entry.line, style: source.mark.type, entries: [own] });
    index = end;
  }
  return lists;
}

function goesOn(list: List, { mark }: SourceEntry): boolean {
  if (list.style !== mark.type) return false;
  const before = list.entries.at(-1)?.ordinal ?? null;
  return before === null || mark.ordinal === null || mark.ordinal > before;
}

/** Whether a block is a list. */
export function isList(block: { readonly kind: string }): block is ListBlock {
  return block.kind === "list";
}
