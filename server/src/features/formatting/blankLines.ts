import { memo } from "../../model/memo.ts";
import { majorityOf } from "../../model/majority.ts";
import type { ReferatDocument } from "../../syntax/document.ts";
import type { Block, Chunk } from "../../syntax/nodes.ts";
import { readUnnumberedHeading } from "../../syntax/itemHeading.ts";
import type { ChunkEdits } from "./edits.ts";
import type { FormattedLines } from "./lines.ts";

/** What may be done to the blanks at the ends of lines and of the document. */
export interface EndOptions {
  readonly trimTrailingWhitespace: boolean;
  readonly trimFinalNewlines: boolean;
  readonly insertFinalNewline: boolean;
}

/** Where a chunk stands, and how its document is written. */
export interface ChunkPlace {
  readonly first: boolean;
  readonly chunkFollows: boolean;
  /** The text under the heading of a section is set apart from it. */
  readonly apart: boolean;
  /** What ends a line where there is none yet. */
  readonly lineEnd: string;
}

/** Whether the document sets the text under a section's heading apart from it: most of its headings say so. */
export function setsSectionsApart(document: ReferatDocument): boolean {
  return majorityOf(document.items.flatMap(apartIn)) !== false;
}

const apartIn = memo((chunk: Chunk): readonly boolean[] => {
  const apart: boolean[] = [];
  for (const [index, block] of chunk.blocks.entries()) {
    if (!headsText(block)) continue;
    const next = chunk.blocks[index + 1];
    const text = next?.kind === "blank" ? chunk.blocks[index + 2] : next;
    if (text && text.kind !== "comment" && text.kind !== "sectionHeading") apart.push(text !== next);
  }
  return apart;
});

/** `Fraværende:` with the names right below is one thing, whatever the other headings have. */
function headsText(block: Block): boolean {
  return block.kind === "sectionHeading" && block.heading.kind !== "fravær";
}

/** One blank line where several stand, none at the document's start and end, and one where a heading wants it. */
export function formatBlankLines(
  lines: FormattedLines,
  edits: ChunkEdits,
  place: ChunkPlace,
  options: EndOptions,
): void {
  const tabbed = tabbedLines(lines.chunk);
  for (let line = 0; line < lines.count; line++) {
    let last = line;
    if (lines.isBlank(line)) {
      while (last + 1 < lines.count && lines.isBlank(last + 1)) last++;
      const deletable = deletableOf(lines, line, last, place, options);
      const deleted = deletable && deleteLines(lines, edits, deletable.first, deletable.last);
      for (let blank = line; blank <= last; blank++) {
        if (deleted && blank >= deleted.first && blank <= deleted.last) continue;
        if (options.trimTrailingWhitespace) trim(lines, edits, blank, tabbed);
      }
      line = last;
    } else if (options.trimTrailingWhitespace) trim(lines, edits, line, tabbed);
  }
  for (const at of missingBlankLines(lines, place)) {
    if (edits.allows(at)) edits.replace(lines.start(at), lines.start(at), lines.lineEnd(at - 1));
  }
  if (options.insertFinalNewline && lines.chunk.last) insertFinalNewline(lines, edits, place.lineEnd);
}

/** Of a run of blank lines, those that are too many. */
function deletableOf(
  lines: FormattedLines,
  first: number,
  last: number,
  place: ChunkPlace,
  options: EndOptions,
): { first: number; last: number } | null {
  const toChunkEnd = last === lines.count - 1;
  if (toChunkEnd && lines.chunk.last) return options.trimFinalNewlines ? { first, last } : null;
  const atStart = place.first && first === 0;
  // Behind a byte order mark `Punkt 1:` heads no item: it needs a line of its own.
  const all = atStart && !(toChunkEnd && place.chunkFollows && lines.hasByteOrderMark);
  const from = all ? first : first + 1;
  return from <= last ? { first: from, last } : null;
}

function deleteLines(
  lines: FormattedLines,
  edits: ChunkEdits,
  from: number,
  to: number,
): { first: number; last: number } | null {
  const part = edits.within(from, to);
  if (!part) return null;
  const start = lines.start(part.first);
  const end = lines.next(part.last);
  // A lone CR and an LF that come together are one line end.
  if (joins(lines, start, end)) return null;
  edits.replace(start, end, "");
  return part;
}

function trim(lines: FormattedLines, edits: ChunkEdits, line: number, tabbed: ReadonlySet<number>): void {
  if (!edits.allows(line)) return;
  const { start, end } = lines.trailing(line);
  if (start === end || lines.meetsComment(start, end) || joins(lines, start, end)) return;
  if (tabbed.has(line) && lines.chunk.text.slice(start, end).includes("\t")) return;
  edits.replace(start, end, "");
}

function joins(lines: FormattedLines, start: number, end: number): boolean {
  const { text } = lines.chunk;
  return start > 0 && text[start - 1] === "\r" && text[end] === "\n";
}

/**
 * Lines whose tabs may be empty cells or leaders: those of the contents, those of tables, and the ones right above and
 * below a table. A row with nothing but its first cell is read as text, and one with none as a blank line.
 */
function tabbedLines({ blocks }: Chunk): ReadonlySet<number> {
  const tabbed = new Set<number>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "contentsEntry") tabbed.add(block.line);
    if (block.kind !== "table") continue;
    const [before, behind] = [blocks[index - 1], blocks[index + 1]];
    const end = block.line + block.lineCount;
    for (let line = block.line; line < end; line++) tabbed.add(line);
    if (before && mayBeRow(before)) tabbed.add(block.line - 1);
    if (behind && mayBeRow(behind)) tabbed.add(end);
  }
  return tabbed;
}

function mayBeRow({ kind }: Block): boolean {
  return kind === "paragraph" || kind === "subheading" || kind === "blank";
}

/** The lines, in order, that want a blank one above them; the count of lines stands for what follows the chunk. */
function missingBlankLines(lines: FormattedLines, { chunkFollows, apart }: ChunkPlace): ReadonlySet<number> {
  const { chunk } = lines;
  const missing = new Set<number>();
  for (const [index, block] of chunk.blocks.entries()) {
    const next = chunk.blocks[index + 1];
    if (block.kind === "sectionHeading") {
      const above = lineAbove(lines, block.line);
      if (above !== null) missing.add(above);
    }
    const below = block.line + block.lineCount;
    if (next && lines.hasWords(below) && isSetApart(lines, block, next, apart) && !isPauseAt(lines, below))
      missing.add(below);
  }
  if (chunkFollows && chunk.text !== "") {
    const above = lineAbove(lines, lines.count);
    if (above !== null) missing.add(above);
  }
  return missing;
}

/** Where the blank line above a heading is missing: comments right above it are its own, and stay with it. */
function lineAbove(lines: FormattedLines, heading: number): number | null {
  let line = heading;
  while (line > 0 && lines.isSilent(line - 1)) line--;
  if (line === 0 || !lines.hasWords(line - 1)) return null;
  const at = lines.start(line);
  // The words above may begin the comment.
  return lines.meetsComment(at - 1, at) ? null : line;
}

/** A lone `PAUSE` right below a heading is text; set apart it would be an item. */
function isPauseAt(lines: FormattedLines, line: number): boolean {
  const { masked } = lines.chunk;
  const start = lines.start(line);
  const end = start + masked.slice(start, lines.end(line)).trimEnd().length;
  return readUnnumberedHeading(masked, start, end) !== null;
}

function isSetApart(lines: FormattedLines, block: Block, next: Block, apart: boolean): boolean {
  switch (block.kind) {
    case "titleLine":
      // Anything else may be the rest of the title.
      return next.kind === "field";
    case "contentsHeading":
      // Without a page it may be read as something else once it is set apart.
      return next.kind === "contentsEntry" && next.entry.pageSpan !== null;
    case "itemHeading":
      return next.kind !== "journalNumber" && !goesOn(lines, next);
    case "journalNumber":
      return true;
    case "sectionHeading":
      return apart && headsText(block);
    default:
      return false;
  }
}

/** Whether a line under an item's heading may be the rest of it: a small letter, a time. */
function goesOn(lines: FormattedLines, { start, end }: Block): boolean {
  const first = /\S/.exec(lines.chunk.masked.slice(start, end))?.[0] ?? "";
  return first === "(" || first !== first.toUpperCase();
}

function insertFinalNewline(lines: FormattedLines, edits: ChunkEdits, lineEnd: string): void {
  const line = lines.count - 1;
  if (edits.allows(line) && !lines.isBlank(line)) edits.replace(lines.end(line), lines.end(line), lineEnd);
}
