import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { shifted, type Span } from "../text/span.ts";
import { lineStartIn } from "../syntax/lineStart.ts";

/** The stretches around an offset, from the word to the document, each within the next. Offsets are the document's. */
export function selectionAt(document: ReferatDocument, offset: number): Span[] {
  const index = document.chunkIndexAt(offset);
  const chunk = document.chunks[index];
  if (!chunk) return [{ start: 0, end: document.length }];
  const base = document.offsetOf(index);
  const inner = stretchesAt(chunk, offset - base).map((stretch) => shifted(stretch, base));
  const nested: Span[] = [];
  for (const stretch of [...inner, { start: 0, end: document.length }]) {
    const last = nested.at(-1);
    const holds = stretch.start <= offset && stretch.end >= offset;
    const wider =
      !last || (stretch.start <= last.start && stretch.end >= last.end && length(stretch) > length(last));
    if (holds && wider) nested.push(stretch);
  }
  return nested;
}

function length(at: Span): number {
  return at.end - at.start;
}

function stretchesAt(chunk: Chunk, offset: number): Span[] {
  const stretches: Span[] = [wordAt(chunk.text, offset)];
  const block = chunk.blocks.find((each) => offset >= each.start && offset < each.end) ?? chunk.blocks.at(-1);
  if (block && offset >= block.start && offset <= block.end) {
    const words = worded(chunk.text, block);
    if (block.kind === "paragraph" || block.kind === "footnote" || block.kind === "field") {
      stretches.push(sentenceAt(chunk.text, words, offset));
    }
    if (block.kind === "list") {
      const entry = block.entries.filter((each) => each.text.start <= offset).at(-1) ?? block.entries[0];
      if (entry) {
        stretches.push(sentenceAt(chunk.text, entry.text, offset), entry.text);
        stretches.push({ start: chunk.lineStarts[entry.line] ?? 0, end: entry.text.end });
      }
    }
    if (block.kind === "table") stretches.push(cellAt(chunk.text, words, offset), lineAt(chunk, offset));
    if (block.kind === "itemHeading" && chunk.kind === "item") {
      stretches.push(chunk.heading.titleSpan, chunk.heading.fullTitleSpan);
    }
    stretches.push(words);
  }
  if (chunk.kind === "item") {
    const section = chunk.sections.find((each) => offset >= each.start && offset < each.end);
    if (section) {
      const under = section.blocks.filter((each) => each.kind !== "blank");
      const first = under[0];
      const last = under.at(-1);
      if (first && last) stretches.push(worded(chunk.text, { start: first.start, end: last.end }));
      stretches.push(worded(chunk.text, section));
    }
  }
  stretches.push(worded(chunk.text, { start: 0, end: chunk.text.length }));
  return stretches;
}

function worded(text: string, { start, end }: Span): Span {
  const content = text.slice(start, end);
  const from = start + content.length - content.trimStart().length;
  return { start: Math.min(from, end), end: Math.max(Math.min(from, end), start + content.trimEnd().length) };
}

const wordSign = /[\p{Alpha}\p{N}\p{M}_-]/u;

function wordAt(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && wordSign.test(text[start - 1] ?? "")) start--;
  while (end < text.length && wordSign.test(text[end] ?? "")) end++;
  return { start, end };
}

/** A sentence ends with a stop and a blank before a capital; not behind a number or a letter alone (`d. 4`, `kl. 13`). */
function sentenceAt(text: string, within: Span, offset: number): Span {
  const content = text.slice(within.start, within.end);
  let start = within.start;
  for (const stop of content.matchAll(/(?<=\p{Alpha}{3}[)”"»’]?[.!?])\s+(?=[\p{Upper}”"„«»])/gu)) {
    const end = within.start + stop.index;
    if (offset <= end) return { start, end };
    start = end + stop[0].length;
  }
  return { start, end: within.end };
}

function cellAt(text: string, within: Span, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > within.start && !/[\t\r\n|]/.test(text[start - 1] ?? "")) start--;
  while (end < within.end && !/[\t\r\n|]/.test(text[end] ?? "")) end++;
  return worded(text, { start, end });
}

function lineAt(chunk: Chunk, offset: number): Span {
  const line = chunk.lineStarts.findLastIndex((start) => start <= offset);
  const start = chunk.lineStarts[line] ?? 0;
  return worded(chunk.text, { start, end: lineStartIn(chunk, line + 1) });
}
