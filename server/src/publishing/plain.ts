import type { Block, Inline, List, TableRow } from "./renderModel.ts";

/** Running text without its marks: the words that a reader sees. */
export function inlineText(content: readonly Inline[]): string {
  return content
    .map((inline): string => {
      switch (inline.type) {
        case "text":
          return inline.text;
        case "break":
          return "\n";
        case "footnoteMark":
          return `[${inline.number}]`;
        default:
          return inlineText(inline.content);
      }
    })
    .join("");
}

/** Blocks as plain text: a blank line between them, a line for each entry and each row. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join("\n\n");
}

function blockText(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "subheading":
      return inlineText(block.content);
    case "footnote":
      return `[${block.number}] ${inlineText(block.content)}`;
    case "list":
      return listLines(block, "").join("\n");
    case "table":
      return [...(block.header ? [block.header] : []), ...block.rows].map(rowText).join("\n");
    case "attachments":
      return block.entries.map(({ label, content }) => `${label} ${inlineText(content)}`.trim()).join("\n");
  }
}

function listLines({ entries }: List, indent: string): string[] {
  return entries.flatMap(({ mark, content, lists }) => [
    `${indent}${mark} ${inlineText(content)}`,
    ...lists.flatMap((list) => listLines(list, `${indent}  `)),
  ]);
}

/** The cells of a row, a tab between them. */
export function rowText({ cells }: TableRow): string {
  return cells.map(inlineText).join("\t");
}
