import { detached } from "../text/detached.ts";
import { shifted } from "../text/span.ts";
import type { Block, Preamble } from "./nodes.ts";
import { isEntryOrHeading, PreambleReader } from "./preamble.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** An earlier reading of a text, and how many signs at its start and at its end are what they were. */
export interface Earlier {
  readonly chunk: Preamble;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads contents again after an edit: the lines above and below it, of which there can be a thousand, are those of the earlier
 * reading, moved. Null where that cannot be said; `lines` says how many were read.
 */
export function readContentsAgain(
  text: string,
  last: boolean,
  vocabulary: Vocabulary,
  { chunk, start, end }: Earlier,
): { readonly chunk: Preamble; readonly lines: number } | null {
  const reader = new PreambleReader(text, "contents", last, vocabulary);
  const plain = chunk.masked === chunk.text && reader.lines.masked === text;
  if (chunk.kind !== "contents" || chunk.last !== last || !plain) return null;
  for (const block of chunk.blocks) {
    if (block.end >= start || !standsAlone(block, reader.before)) break;
    reader.add(block);
  }
  const from = reader.line;
  const grown = text.length - chunk.text.length;
  while (!reader.isDone) {
    const at = reader.lines.start(reader.line);
    const rest = text.length - at <= end ? blocksFrom(chunk, at - grown) : null;
    const fits = rest && isEntryOrHeading(rest.before) === isEntryOrHeading(reader.before);
    if (!fits) {
      reader.add(withOwnWords(reader.nextBlock()));
      continue;
    }
    const lines = reader.line - from;
    const by = reader.line - (rest.blocks[0]?.line ?? 0);
    for (const block of rest.blocks) {
      const moved = movedBlock(block, grown, by);
      if (!moved) return null;
      reader.add(moved);
    }
    return { chunk: reader.preamble(), lines };
  }
  return { chunk: reader.preamble(), lines: reader.line - from };
}

/** The block with words that do not hold on to the text: the entry is kept for longer than that. */
function withOwnWords(block: Block): Block {
  if (block.kind !== "contentsEntry") return block;
  return { ...block, entry: { ...block.entry, words: detached(block.entry.words) } };
}

/** Whether nothing below its line, and not even what is left of the line's end, has a say in what the block is. */
function standsAlone(block: Block, before: Block | undefined): boolean {
  if (block.kind !== "contentsEntry") return block.kind === "contentsHeading" || block.kind === "blank";
  return block.entry.pageSpan !== null || isEntryOrHeading(before);
}

/** The blocks from the one that begins at an offset, and the one before it; null where none begins there. */
function blocksFrom(
  { blocks }: Preamble,
  offset: number,
): { readonly before: Block | undefined; readonly blocks: readonly Block[] } | null {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return blocks[low]?.start === offset ? { before: blocks[low - 1], blocks: blocks.slice(low) } : null;
}

/** The block so many signs and lines further down; null for one that contents seldom hold. */
function movedBlock(block: Block, by: number, lines: number): Block | null {
  if (by === 0 && lines === 0) return block;
  const place = {
    line: block.line + lines,
    lineCount: block.lineCount,
    start: block.start + by,
    end: block.end + by,
  };
  if (block.kind === "blank") return { kind: "blank", ...place };
  if (block.kind === "paragraph") return { kind: "paragraph", text: shifted(block.text, by), ...place };
  if (block.kind !== "contentsEntry") return null;
  const { textSpan, leader, page, pageSpan, line, words } = block.entry;
  const entry = {
    textSpan: shifted(textSpan, by),
    leader: shifted(leader, by),
    page,
    pageSpan: pageSpan && shifted(pageSpan, by),
    line: line + lines,
    words,
  };
  return { kind: "contentsEntry", entry, ...place };
}
