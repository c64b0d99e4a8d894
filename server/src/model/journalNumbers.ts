import type { Chunk } from "../syntax/nodes.ts";
import { type Span, span } from "../text/span.ts";
import { memo } from "./memo.ts";

/** Something that has the form of a journal number, in running text. */
export interface JournalMention {
  readonly number: string;
  readonly span: Span;
}

const pattern = /(?<![\p{Alpha}\p{N}/.,-])\d{2}(?:\d{2})?\/\d{2,8}(?![\p{N}/])/gu;

/** What has the form of a journal number in a chunk: `23/1493`, also where it heads an item. */
export const journalNumbersIn: (chunk: Chunk) => readonly JournalMention[] = memo((chunk) =>
  [...chunk.masked.matchAll(pattern)].map(({ 0: number, index }) => ({
    number,
    span: span(index, index + number.length),
  })),
);
