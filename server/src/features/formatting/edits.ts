import type { TextChange } from "../../syntax/document.ts";

/** Lines of the document, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The edits of one chunk, in the offsets of the chunk; only lines of the range are edited. */
export class ChunkEdits {
  private readonly edits: TextChange[] = [];

  constructor(
    private readonly text: string,
    /** The document's line of the chunk's first. */
    private readonly firstLine: number,
    private readonly range: LineRange,
  ) {}

  /** Whether a line of the chunk may be edited. */
  allows(line: number): boolean {
    return this.firstLine + line >= this.range.first && this.firstLine + line <= this.range.last;
  }

  /** The part of some lines that may be edited, both ends included; null where none may. */
  within(first: number, last: number): { first: number; last: number } | null {
    const from = Math.max(first, this.range.first - this.firstLine);
    const to = Math.min(last, this.range.last - this.firstLine);
    return from <= to ? { first: from, last: to } : null;
  }

  /** Writes `text` for a stretch, no more of it than differs. */
  replace(start: number, end: number, text: string): void {
    const before = this.text.slice(start, end);
    let same = 0;
    while (same < before.length && same < text.length && before[same] === text[same]) same++;
    let sameEnd = 0;
    const shorter = Math.min(before.length, text.length) - same;
    while (sameEnd < shorter && before[before.length - 1 - sameEnd] === text[text.length - 1 - sameEnd])
      sameEnd++;
    if (same === before.length && same === text.length) return;
    this.edits.push({
      start: start + same,
      end: end - sameEnd,
      text: text.slice(same, text.length - sameEnd),
    });
  }

  /** All edits in order, with the offsets of the document; those that touch are one. */
  inDocument(offset: number): TextChange[] {
    const merged: TextChange[] = [];
    for (const edit of this.edits.sort((a, b) => a.start - b.start || a.end - b.end)) {
      const last = merged.at(-1);
      const moved = { start: edit.start + offset, end: edit.end + offset, text: edit.text };
      if (last?.end === moved.start)
        merged[merged.length - 1] = { start: last.start, end: moved.end, text: last.text + moved.text };
      else merged.push(moved);
    }
    return merged;
  }
}
