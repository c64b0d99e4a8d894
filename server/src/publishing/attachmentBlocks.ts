import { type Attachment, attachmentsOf } from "../model/attachments.ts";
import { memo } from "../model/memo.ts";
import { statementsOf } from "../model/sections.ts";
import type { BodyBlock, Item } from "../syntax/nodes.ts";

const byLine: (item: Item) => ReadonlyMap<number, Attachment> = memo(
  (item) => new Map(attachmentsOf(item).map((attachment) => [attachment.line, attachment])),
);

/** The attachments that a block of an item lists; null where it is anything else, or lists other things besides. */
export function attachmentsIn(item: Item, block: BodyBlock): readonly Attachment[] | null {
  if (block.kind !== "list" && block.kind !== "paragraph" && block.kind !== "subheading") return null;
  const listed: Attachment[] = [];
  for (const { line, span } of statementsOf(item, [block])) {
    const attachment = byLine(item).get(line);
    if (attachment?.span.start !== span.start) return null;
    listed.push(attachment);
  }
  return listed.length > 0 ? listed : null;
}
