import { type Attachment, attachmentsOf } from "../model/attachments.ts";
import { sectionsOf, statementsOf } from "../model/sections.ts";
import { lineStartAt } from "../syntax/lineStart.ts";
import type { Item } from "../syntax/nodes.ts";
import { lineEndOf } from "../text/lines.ts";
import { greatest } from "../text/many.ts";
import { slice, type Span, span } from "../text/span.ts";

/** Edits of a list of attachments, in the item. They are null where a comment stands in the way. */
export interface ItemEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Takes an entry out, with what parts it from the one before it (or behind it, where it is the first). */
export function withoutEntry(item: Item, entry: Attachment): ItemEdit[] | null {
  const section = sectionsOf(item, "bilag")[entry.list];
  if (!section) return null;
  const statements = statementsOf(item, section.blocks);
  const at = statements.findIndex((statement) => statement.span.start === entry.span.start);
  const before = statements[at - 1];
  const next = statements[at + 1];
  const removed = before
    ? span(before.span.end, entry.span.end)
    : next && span(lineStartAt(item, entry.span.start), lineStartAt(item, next.span.start));
  // Marks of a numbered list would have to count anew.
  if (!removed || statements[at]?.entry?.mark.type === "number" || holdsComment(item, removed)) return null;
  return [{ span: removed, newText: "" }];
}

/** Adds an entry behind the last one of a list, set off and marked as the others are. */
export function withEntry(item: Item, list: number, text: string): ItemEdit[] | null {
  const section = sectionsOf(item, "bilag")[list];
  const statements = section ? statementsOf(item, section.blocks) : [];
  const last = statements.at(-1);
  if (!section || !last) return null;
  if (last.entry && last.entry.mark.type !== "bullet") return null;
  const before = statements.at(-2);
  const lineEnd = lineEndOf(item.text);
  const mark = item.text.slice(lineStartAt(item, last.span.start), last.span.start);
  const gap = before
    ? item.text.slice(before.span.end, lineStartAt(item, last.span.start))
    : last.entry
      ? lineEnd
      : lineEnd + lineEnd;
  if (before && holdsComment(item, span(before.span.end, last.span.start))) return null;
  return [{ span: span(last.span.end, last.span.end), newText: gap + mark + text }];
}

/** What stands before the name: `Bilag 3.1: `; empty where there is no number. */
export function leadOf(item: Item, { span: at, nameSpan }: Attachment): string {
  return item.text.slice(at.start, nameSpan.start);
}

/** The number behind the highest one that begins with the item's; null for an item without a number. */
export function nextNumber(item: Item): string | null {
  const own = item.heading.number;
  if (own === null) return null;
  const parts = attachmentsOf(item).flatMap(({ number }) => {
    const [first, second, ...rest] = number?.split(".") ?? [];
    return Number(first) === own && second !== undefined && rest.length === 0 ? [Number(second)] : [];
  });
  return `${own}.${greatest([0, ...parts]) + 1}`;
}

function holdsComment(item: Item, at: Span): boolean {
  return slice(item.text, at) !== slice(item.masked, at);
}
