import { findFootnoteMarks, type FootnoteMark } from "../syntax/inline.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { type Span, span } from "../text/span.ts";
import { memo } from "./memo.ts";

export interface Footnotes {
  /** Marks in the running text that no footnote of the chunk answers. */
  readonly marksWithoutText: readonly FootnoteMark[];
  /** Footnotes, at their number with its brackets, that no mark of the chunk leads to. */
  readonly textsWithoutMark: readonly FootnoteMark[];
}

/** A footnote's mark, or the number of its text with the brackets. */
export interface FootnotePlace {
  readonly number: string;
  readonly span: Span;
  readonly isText: boolean;
}

export const footnotePlaces: (chunk: Chunk) => readonly FootnotePlace[] = memo((chunk) => {
  if (chunk.kind === "contents" || !/\[\d/.test(chunk.masked)) return [];
  const texts = chunk.blocks.flatMap((block): FootnotePlace[] => {
    if (block.kind !== "footnote") return [];
    const { number, numberSpan } = block.footnote;
    const caret = chunk.masked[numberSpan.start - 2] === "^" ? 1 : 0;
    return [{ number, span: span(numberSpan.start - 1 - caret, numberSpan.end + 1), isText: true }];
  });
  const starts = new Set(texts.map((text) => text.span.start));
  const marks = findFootnoteMarks(chunk.masked)
    .filter((mark) => !starts.has(mark.span.start))
    .map((mark): FootnotePlace => ({ number: mark.number, span: mark.span, isText: false }));
  return [...marks, ...texts].sort((a, b) => a.span.start - b.span.start);
});

export const footnotesIn: (chunk: Chunk) => Footnotes = memo((chunk) => {
  const places = footnotePlaces(chunk);
  const texts = places.filter(({ isText }) => isText);
  const marks = places.filter(({ isText }) => !isText);
  const written = new Set(texts.map(({ number }) => number));
  const marked = new Set(marks.map(({ number }) => number));
  return {
    marksWithoutText: marks.filter(({ number }) => !written.has(number)),
    textsWithoutMark: texts.filter(({ number }) => !marked.has(number)),
  };
});
