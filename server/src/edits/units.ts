import { memo } from "../model/memo.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";
import { contentEnd } from "../text/lines.ts";
import { firstEndingBehind } from "../text/span.ts";

/**
 * An item as it is carried about, by offsets of the document: the comments that stand right in front of its heading, and
 * all from there to its last words. The blank lines behind it belong to the place, not to the item.
 */
export interface Unit {
  readonly start: number;
  /** The end of the last words, before their line end. */
  readonly end: number;
  /** The start of the next unit; the document's end behind the last. */
  readonly next: number;
}

/** Each item as it is carried about, by its index. */
export function unitsOf(document: ReferatDocument): Unit[] {
  const first = document.firstItemIndex;
  const starts = document.items.map((_, index) => {
    const before = document.chunks[first + index - 1];
    const offset = document.offsetOf(first + index);
    return before ? offset - (before.text.length - endingOf(before).lead) : offset;
  });
  return document.items.map((item, index) => ({
    start: starts[index] ?? 0,
    end: document.offsetOf(first + index) + endingOf(item).words,
    next: starts[index + 1] ?? document.length,
  }));
}

/** Where the words of an item end, before their line end; comments of the heading behind it are not its words. */
export function wordsEndOf(item: Item): number {
  return endingOf(item).words;
}

/** A comment that speaks of the file, or of all that follows, stays where it is. */
const ofThePlace = /referat-(?:disable-file|enable|disable(?!-))/;
const ofTheNextLine = "referat-disable-next-line";

/** Where the chunk's words end, and where the comments begin that belong to the heading behind it. */
const endingOf: (chunk: Chunk) => { words: number; lead: number } = memo((chunk) => {
  const { text, masked, lineStarts, comments } = chunk;
  const start = (line: number): number => lineStarts[line] ?? text.length;
  const isBlank = (line: number, of: string): boolean => of.slice(start(line), start(line + 1)).trim() === "";
  const isComment = (line: number): boolean =>
    isBlank(line, masked) &&
    (comments[firstEndingBehind(comments, start(line))]?.start ?? Infinity) < start(line + 1);
  /** The first of the comment lines that end before `line`. */
  const commentsAbove = (line: number): number => {
    let top = line;
    while (top > 0 && isComment(top - 1)) top--;
    return ofThePlace.test(text.slice(start(top), start(line))) ? line : top;
  };
  let line = lineStarts.length;
  if (!chunk.last) {
    line = commentsAbove(line);
    for (;;) {
      let above = line;
      while (above > 0 && isBlank(above - 1, text)) above--;
      const top = above < line ? commentsAbove(above) : above;
      if (top === above || !text.slice(start(top), start(above)).includes(ofTheNextLine)) break;
      line = top;
    }
    // A comment that begins behind words stays with them.
    if (comments.some((comment) => comment.start < start(line) && comment.end > start(line)))
      line = lineStarts.length;
  }
  const lead = start(line);
  while (line > 1 && isBlank(line - 1, text)) line--;
  return { words: contentEnd(text, start(line - 1), start(line)), lead };
});
