import { majorityOf } from "../model/majority.ts";
import { headOf } from "../model/meeting.ts";
import type { Block } from "../syntax/nodes.ts";
import { fieldNames } from "../syntax/vocabulary.ts";
import { withCapital } from "../text/spelling.ts";
import type { ChunkEdit, DocumentContext } from "./rule.ts";

/** An edit that adds a field to the head, in its customary place and written as the head writes its others. */
export function newField(name: string, value: string, { document }: DocumentContext): ChunkEdit[] | null {
  const head = headOf(document);
  if (!head?.titleLine) return null;
  const order = (of: string): number => {
    const known = fieldNames.findIndex((field) => field === of);
    return known === -1 ? fieldNames.length : known;
  };
  const goesBefore = (block: Block): boolean =>
    block.kind === "titleLine" || (block.kind === "field" && order(block.field.name) <= order(name));
  const at = head.blocks.findLastIndex(goesBefore);
  const anchor = head.blocks[at];
  if (!anchor) return null;
  const parted = head.blocks.some(
    (block, index) => block.kind === "field" && head.blocks[index - 1]?.kind === "blank",
  );
  const apart = parted || head.fields.length === 0;
  // Text behind a label that stands alone, or right behind a value, would become a part of it.
  const next = head.blocks.slice(at + 1).find((block) => block.kind !== "blank" && block.kind !== "comment");
  if (next?.kind === "paragraph" && (value === "" || !apart)) return null;
  const end = anchor.start + head.text.slice(anchor.start, anchor.end).trimEnd().length;
  if (head.comments.some((comment) => comment.start < end && comment.end > end)) return null;
  const colon =
    majorityOf(head.fields.map((field) => /^\s*:/.test(head.masked.slice(field.labelSpan.end)))) ?? false;
  const { lineEnd } = document;
  const label = `${withCapital(name)}${colon ? ":" : ""}`;
  const text = value === "" ? label : `${label} ${value}`;
  return [{ chunk: 0, span: { start: end, end }, newText: `${lineEnd}${apart ? lineEnd : ""}${text}` }];
}
