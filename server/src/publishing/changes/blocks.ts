import { blocksText, inlineText, rowText } from "../plain.ts";
import type { Block, List, ListEntry, RenderAttachment, Table, TableRow } from "../renderModel.ts";
import { comparedInlines, deletedInlines, insertedInlines, isLikeText } from "./inlines.ts";
import { joined, type Joining } from "./sequence.ts";

/** Compares the blocks of two versions. Where nothing is to be seen of what is gone, no word of the earlier one is in the result. */
export class BlockComparison {
  constructor(private readonly showDeleted: boolean) {}

  compared(before: readonly Block[], after: readonly Block[]): Block[] {
    return joined(before, after, this.joining);
  }

  inserted(block: Block): Block {
    switch (block.type) {
      case "paragraph":
      case "subheading":
      case "footnote":
        return { ...block, content: insertedInlines(block.content) };
      case "list":
        return { ...block, entries: block.entries.map((entry) => this.entries.inserted(entry)) };
      case "table":
        return {
          ...block,
          header: block.header && this.rows.inserted(block.header),
          rows: block.rows.map((row) => this.rows.inserted(row)),
        };
      case "attachments":
        return { ...block, entries: block.entries.map((entry) => this.attachments.inserted(entry)) };
    }
  }

  /** As it was, struck out; null where nothing of it is to be seen. */
  deleted(block: Block): Block | null {
    if (!this.showDeleted) return null;
    const { line } = block;
    switch (block.type) {
      case "paragraph":
        return { ...block, content: deletedInlines(block.content), recommendation: null };
      case "subheading":
        return { ...block, content: deletedInlines(block.content) };
      case "footnote": {
        // Nothing leads to it any more.
        const text = { type: "text", text: `[${block.number}] ` } as const;
        return {
          type: "paragraph",
          line,
          content: deletedInlines([text, ...block.content]),
          recommendation: null,
        };
      }
      case "list":
        return { ...block, entries: block.entries.map(deletedEntry) };
      case "table":
        return {
          ...block,
          header: block.header && deletedRow(block.header),
          rows: block.rows.map(deletedRow),
        };
      case "attachments":
        return { ...block, entries: block.entries.map(deletedAttachment) };
    }
  }

  private readonly joining: Joining<Block> = {
    keyOf: (block) => `${block.type}\n${blocksText([block])}`,
    isLike: (before, after) =>
      before.type === after.type && isLikeText(blocksText([before]), blocksText([after])),
    merged: (before, after) => this.merged(before, after),
    inserted: (block) => this.inserted(block),
    deleted: (block) => this.deleted(block),
  };

  private readonly entries: Joining<ListEntry> = {
    keyOf: ({ content, lists }) => `${inlineText(content)}\n${blocksText(lists)}`,
    isLike: (before, after) => isLikeText(inlineText(before.content), inlineText(after.content)),
    merged: (before, after) => ({
      ...after,
      content: comparedInlines(before.content, after.content, this.showDeleted),
      lists: this.compared(before.lists, after.lists).filter((block) => block.type === "list"),
    }),
    inserted: (entry) => ({
      ...entry,
      content: insertedInlines(entry.content),
      lists: entry.lists.map((list): List => ({
        ...list,
        entries: list.entries.map((each) => this.entries.inserted(each)),
      })),
    }),
    deleted: (entry) => (this.showDeleted ? deletedEntry(entry) : null),
  };

  private readonly rows: Joining<TableRow> = {
    keyOf: rowText,
    isLike: (before, after) =>
      before.cells.length === after.cells.length && isLikeText(rowText(before), rowText(after)),
    merged: (before, after) => ({
      ...after,
      cells: after.cells.map((cell, column) =>
        comparedInlines(before.cells[column] ?? [], cell, this.showDeleted),
      ),
    }),
    inserted: (row) => ({ ...row, cells: row.cells.map(insertedInlines) }),
    deleted: (row) => (this.showDeleted ? deletedRow(row) : null),
  };

  private readonly attachments: Joining<RenderAttachment> = {
    keyOf: ({ number, content }) => `${number ?? ""} ${inlineText(content)}`,
    isLike: (before, after) => isLikeText(inlineText(before.content), inlineText(after.content)),
    merged: (before, after) => ({
      ...after,
      content: comparedInlines(before.content, after.content, this.showDeleted),
    }),
    inserted: (entry) => ({ ...entry, content: insertedInlines(entry.content) }),
    deleted: (entry) => (this.showDeleted ? deletedAttachment(entry) : null),
  };

  private merged(before: Block, after: Block): Block {
    if (before.type === "list" && after.type === "list")
      return { ...after, entries: joined(before.entries, after.entries, this.entries) };
    if (before.type === "attachments" && after.type === "attachments")
      return { ...after, entries: joined(before.entries, after.entries, this.attachments) };
    if (before.type === "table" && after.type === "table") return this.mergedTable(before, after);
    if ("content" in before && "content" in after)
      return { ...after, content: comparedInlines(before.content, after.content, this.showDeleted) };
    return after;
  }

  /** A table of another width is another table, row for row. */
  private mergedTable(before: Table, after: Table): Table {
    const rows = before.width === after.width ? before.rows : [];
    const header =
      before.header && after.header && before.width === after.width
        ? this.rows.merged(before.header, after.header)
        : after.header && this.rows.inserted(after.header);
    return { ...after, header, rows: joined(rows, after.rows, this.rows) };
  }
}

function deletedEntry(entry: ListEntry): ListEntry {
  return {
    ...entry,
    content: deletedInlines(entry.content),
    recommendation: null,
    lists: entry.lists.map((list) => ({ ...list, entries: list.entries.map(deletedEntry) })),
  };
}

function deletedRow(row: TableRow): TableRow {
  return { ...row, cells: row.cells.map(deletedInlines) };
}

function deletedAttachment(entry: RenderAttachment): RenderAttachment {
  return {
    ...entry,
    anchor: formerAnchor(entry.anchor),
    address: null,
    content: deletedInlines(entry.content),
  };
}

/** No anchor of the document begins so. */
export function formerAnchor(anchor: string): string {
  return `foer-${anchor}`;
}
