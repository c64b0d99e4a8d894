import { ChunkLines } from "./chunkLines.ts";
import { cutIntoChunks } from "./chunks.ts";
import { commentOpen } from "./comments.ts";
import { lastNotAbove, lineStartsOf } from "../text/lines.ts";
import { firstIndex } from "../text/many.ts";
import { shifted, type Span } from "../text/span.ts";
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
 * Whether contents that were edited are still one chunk: no line that the edit reaches begins another. No other line did, and
 * where a chunk begins in contents is seen from its own line.
 */
export function areStillContents(text: string, { chunk, start, end }: Earlier): boolean {
  if (chunk.kind !== "contents" || chunk.masked !== chunk.text || text.includes(commentOpen)) return false;
  const { start: from, end: to } = reached(text, { chunk, start, end });
  const [cut, ...others] = cutIntoChunks(text.slice(from, to), "contents", false);
  return others.length === 0 && cut?.kind === "contents";
}

/** What an edit can have made other lines of: from the line above it to the one below it, offsets of the new text. */
interface Reached extends Span {
  /** The indices of the old lines. */
  readonly line: number;
  readonly lineEnd: number;
}

function reached(text: string, { chunk: { text: before, lineStarts }, start, end }: Earlier): Reached {
  const line = Math.max(0, lastNotAbove(lineStarts, start) - 1);
  const lineEnd = lastNotAbove(lineStarts, before.length - end) + 2;
  const below = lineStarts[lineEnd];
  return {
    line,
    lineEnd,
    start: lineStarts[line] ?? 0,
    end: below === undefined ? text.length : below + text.length - before.length,
  };
}

/** Where the lines start now. */
function lineStartsAfter(text: string, last: boolean, earlier: Earlier): number[] {
  const { line, lineEnd, start, end } = reached(text, earlier);
  const { lineStarts } = earlier.chunk;
  const grown = text.length - earlier.chunk.text.length;
  const isLast = last && lineEnd >= lineStarts.length;
  return [
    ...lineStarts.slice(0, line),
    ...lineStartsOf(text.slice(start, end), isLast).map((at) => start + at),
    ...lineStarts.slice(lineEnd).map((at) => at + grown),
  ];
}

/**
 * Reads contents again after an edit: the lines above and below it, of which there can be a thousand, are those of the earlier
 * reading, moved. Null where that cannot be said; `lines` says how many were read.
 */
export function readContentsAgain(
  text: string,
  last: boolean,
  vocabulary: Vocabulary,
  earlier: Earlier,
): { readonly chunk: Preamble; readonly lines: number } | null {
  const { chunk, start, end } = earlier;
  if (chunk.kind !== "contents" || chunk.last !== last || chunk.masked !== chunk.text) return null;
  const chunkLines = new ChunkLines(text, last, lineStartsAfter(text, last, earlier));
  if (chunkLines.masked !== text) return null;
  const reader = new PreambleReader(chunkLines, "contents", vocabulary);
  for (const block of chunk.blocks) {
    if (block.end >= start || !standsAlone(block, reader)) break;
    reader.add(block);
  }
  const from = reader.line;
  const grown = text.length - chunk.text.length;
  while (!reader.isDone) {
    const at = reader.lines.start(reader.line);
    const index = text.length - at <= end ? indexAt(chunk, at - grown) : -1;
    const fits =
      index !== -1 && isEntryOrHeading(chunk.blocks[index - 1]) === isEntryOrHeading(reader.before);
    if (!fits) {
      reader.add(withOwnWords(reader.nextBlock()));
      continue;
    }
    const lines = reader.line - from;
    const by = reader.line - (chunk.blocks[index]?.line ?? 0);
    for (const block of chunk.blocks.slice(index)) {
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
  return { ...block, entry: block.entry.detached() };
}

/** Whether nothing below its line, and not even what is left of the line's end, has a say in what the next block is. */
function standsAlone(block: Block, reader: PreambleReader): boolean {
  if (block.kind !== "contentsEntry") return block.kind === "contentsHeading" || block.kind === "blank";
  return block.entry.page !== null || isEntryOrHeading(reader.before) || !reader.isLabelled(block.line);
}

/** The index of the block that begins at an offset; -1 where none does. */
function indexAt({ blocks }: Preamble, offset: number): number {
  const index = firstIndex(blocks.length, (each) => (blocks[each]?.start ?? Infinity) >= offset);
  return blocks[index]?.start === offset ? index : -1;
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
  if (block.kind === "field") {
    const { name, labelSpan, valueSpan } = block.field;
    const field = { name, labelSpan: shifted(labelSpan, by), valueSpan: shifted(valueSpan, by) };
    return { kind: "field", field, ...place };
  }
  if (block.kind !== "contentsEntry") return null;
  return { kind: "contentsEntry", entry: block.entry.moved(by, lines), ...place };
}
