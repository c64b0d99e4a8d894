import { findFootnoteMarks, type FootnoteMark } from "../syntax/inline.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { memo } from "./memo.ts";

export interface Footnotes {
  /** Marks in the running text that no footnote of the chunk answers. */
  readonly marksWithoutText: readonly FootnoteMark[];
  /** Footnotes, at their number with its brackets, that no mark of the chunk leads to. */
  readonly textsWithoutMark: readonly FootnoteMark[];
}

export const footnotesIn: (chunk: Chunk) => Footnotes = memo((chunk) => {
  const texts: FootnoteMark[] = [];
  for (const block of chunk.blocks) {
    if (block.kind !== "footnote") continue;
    const { number, numberSpan } = block.footnote;
    const caret = chunk.masked[numberSpan.start - 2] === "^" ? 1 : 0;
    texts.push({ number, span: { start: numberSpan.start - 1 - caret, end: numberSpan.end + 1 } });
  }
  const starts = new Set(texts.map(({ span }) => span.start));
  const marks =
    chunk.kind === "contents"
      ? []
      : findFootnoteMarks(chunk.masked).filter(({ span }) => !starts.has(span.start));
  const written = new Set(texts.map(({ number }) => number));
  const marked = new Set(marks.map(({ number }) => number));
  return {
    marksWithoutText: marks.filter(({ number }) => !written.has(number)),
    textsWithoutMark: texts.filter(({ number }) => !marked.has(number)),
  };
});
