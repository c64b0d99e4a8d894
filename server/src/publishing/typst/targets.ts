import type { Block, Footnote, RenderDocument } from "../renderModel.ts";

/** The anchors that the pages of a document hold. */
export function documentAnchors(document: RenderDocument): ReadonlySet<string> {
  const found = new Set<string>();
  for (const item of document.items) if (item.anchor !== null) found.add(item.anchor);
  for (const block of allBlocks(document))
    if (block.type === "attachments") for (const { anchor } of block.entries) found.add(anchor);
  return found;
}

/** The footnotes of a document, by their anchors. */
export function documentNotes(document: RenderDocument): ReadonlyMap<string, Footnote> {
  return new Map(
    allBlocks(document).flatMap((block): [string, Footnote][] =>
      block.type === "footnote" ? [[block.anchor, block]] : [],
    ),
  );
}

function allBlocks({ items }: RenderDocument): readonly Block[] {
  return items.flatMap((item) =>
    item.type === "closed" ? [] : [...item.intro, ...item.sections.flatMap(({ blocks }) => blocks)],
  );
}
