import { type Attachment, attachmentsOf } from "../model/attachments.ts";
import { memo } from "../model/memo.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";

/**
 * What a rule of the whole document reads of a chunk, as strings that tell two versions of it apart: with the places, since
 * findings point at them, and without. A head or contents are read whole.
 */
export interface Reading {
  readonly reads: (chunk: Chunk) => string;
  readonly words: (chunk: Chunk) => string;
}

/** Something that is read of an item. */
export interface Part {
  readonly at: number;
  readonly words: string;
}

export function readingOf(parts: (item: Item) => readonly Part[]): Reading {
  const read = (line: (part: Part) => string): ((chunk: Chunk) => string) =>
    memo((chunk) => (chunk.kind === "item" ? parts(chunk).map(line).join("\n") : chunk.text));
  return { reads: read(({ at, words }) => `${at}:${words}`), words: read(({ words }) => words) };
}

/** The item's heading: its number, title and time. It stands at the item's start, so that the words tell the places. */
export const headings: (chunk: Chunk) => string = memo((chunk) =>
  chunk.kind === "item" ? chunk.masked.slice(0, chunk.heading.span.end) : chunk.text,
);

/** The headings of the item and of its sections. */
export const sectionHeadings: Reading = readingOf(sectionHeadingParts);

export function sectionHeadingParts(item: Item): Part[] {
  const parts = item.sections.map((section) => {
    const lineEnd = item.lineStarts[section.line + 1] ?? item.text.length;
    return { at: section.start, words: `${section.kind}:${item.masked.slice(section.start, lineEnd)}` };
  });
  return [headingPart(item), ...parts];
}

/** The heading and the attachments. */
export const attachments: Reading = readingOf(attachmentParts);

export function attachmentParts(item: Item): Part[] {
  const part = ({ list, number, numberSpan, name, nameSpan, span }: Attachment): Part => {
    const [numberAt, nameAt] = [(numberSpan ?? span).start - span.start, nameSpan.start - span.start];
    const between = item.masked.slice(span.start, nameSpan.start);
    return { at: span.start, words: [list, numberAt, nameAt, number ?? "", between, name].join(":") };
  };
  return [headingPart(item), ...attachmentsOf(item).map(part)];
}

function headingPart(item: Item): Part {
  return { at: 0, words: headings(item) };
}
