import { memo } from "../model/memo.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Block, Chunk, ListEntry } from "../syntax/nodes.ts";
import { lineStartIn } from "../syntax/lineStart.ts";

/** Lines that fold together: the first stays visible. Lines count from 0 and `endLine` is inclusive. */
export interface FoldingStretch {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: "region" | "comment";
}

/** What folds: items, the contents, sections, what stands under a subheading, lists, tables and comments. */
export function foldingOf(document: ReferatDocument): FoldingStretch[] {
  return document.chunks.flatMap((chunk, index) => {
    const base = document.lineOf(index);
    return chunkFolding(chunk).map((fold) => ({
      ...fold,
      startLine: fold.startLine + base,
      endLine: fold.endLine + base,
    }));
  });
}

const chunkFolding: (chunk: Chunk) => readonly FoldingStretch[] = memo((chunk) => {
  const folds: FoldingStretch[] = [];
  const add = (startLine: number, lineEnd: number, kind: FoldingStretch["kind"] = "region"): void => {
    const endLine = lastWordedLine(chunk, startLine, lineEnd);
    if (endLine > startLine) folds.push({ startLine, endLine, kind });
  };
  if (chunk.kind === "item") {
    add(0, chunk.lineStarts.length);
    for (const section of chunk.sections) {
      add(section.line, section.lineEnd);
      addSubheadings(section.blocks, section.lineEnd, add);
    }
    addSubheadings(chunk.intro, chunk.sections[0]?.line ?? chunk.lineStarts.length, add);
  } else if (chunk.contentsHeading) {
    add(chunk.contentsHeading.line, chunk.lineStarts.length);
  }
  for (const block of chunk.blocks) {
    if (block.kind === "list" || block.kind === "table") add(block.line, block.line + block.lineCount);
    if (block.kind === "list") {
      const next = nextBeside(block.entries);
      for (const [index, entry] of block.entries.entries()) {
        const lineEnd = next[index]?.line ?? block.line + block.lineCount;
        if (index > 0 && lineEnd > entry.line + entry.lineCount) add(entry.line, lineEnd);
      }
    }
    if (block.kind === "comment") add(block.line, block.line + block.lineCount, "comment");
  }
  return folds;
});

/** For each entry the next one that does not stand under it; null where there is none. */
function nextBeside(entries: readonly ListEntry[]): (ListEntry | null)[] {
  const next: (ListEntry | null)[] = entries.map(() => null);
  // The entries that wait for theirs: each stands under the one before it.
  const open: number[] = [];
  for (const [index, entry] of entries.entries()) {
    for (;;) {
      const last = open.at(-1);
      if (last === undefined || (entries[last]?.level ?? 0) < entry.level) break;
      next[last] = entry;
      open.pop();
    }
    open.push(index);
  }
  return next;
}

function addSubheadings(
  blocks: readonly Block[],
  lineEnd: number,
  add: (startLine: number, lineEnd: number) => void,
): void {
  const headings = blocks.filter((block) => block.kind === "subheading");
  headings.forEach((heading, index) => {
    add(heading.line, headings[index + 1]?.line ?? lineEnd);
  });
}

/** The last line before `lineEnd` that is not blank: the blank lines stay between what is folded. */
function lastWordedLine(chunk: Chunk, from: number, lineEnd: number): number {
  for (let line = lineEnd - 1; line > from; line--) {
    const start = lineStartIn(chunk, line);
    const end = lineStartIn(chunk, line + 1);
    if (chunk.text.slice(start, end).trim() !== "") return line;
  }
  return from;
}
