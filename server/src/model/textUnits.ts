import type { Chunk } from "../syntax/nodes.ts";
import { type Span, trimmed } from "../text/span.ts";
import { memo } from "./memo.ts";
import { rowsOf } from "./tableRows.ts";

/** A stretch of text that stands for itself: a heading, a paragraph, an entry of a list, a row of a table, a field. */
export interface TextUnit extends Span {
  readonly heading: boolean;
  /** Units of one section follow upon each other: what one opens another may close. */
  readonly region: number;
}

/** The units of a chunk, in order. Entries of the contents are none: they repeat their headings. */
export const textUnitsOf: (chunk: Chunk) => readonly TextUnit[] = memo((chunk) => {
  const units: TextUnit[] = [];
  let region = 0;
  const add = (span: Span, heading = false): void => {
    const { start, end } = trimmed(chunk.masked, span);
    if (end > start) units.push({ start, end, heading, region });
  };
  for (const block of chunk.blocks) {
    switch (block.kind) {
      case "itemHeading":
        if (chunk.kind === "item") add(chunk.heading.fullTitleSpan, true);
        region++;
        break;
      case "titleLine":
        add(block.titleLine.span, true);
        region++;
        break;
      case "sectionHeading":
        region++;
        add(block, true);
        region++;
        break;
      case "subheading":
        add(block.wordsSpan, true);
        break;
      case "field":
        region++;
        add(block.field.valueSpan);
        region++;
        break;
      case "paragraph":
        add(block.text);
        break;
      case "list":
        for (const entry of block.entries) add(entry.text);
        break;
      case "table":
        for (const row of rowsOf(chunk, block)) add(row);
        break;
      case "footnote":
        add(block);
        break;
      case "blank":
      case "comment":
      case "journalNumber":
      case "contentsHeading":
      case "contentsEntry":
        break;
    }
  }
  return units;
});
