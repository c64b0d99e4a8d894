import type { Chunk } from "./nodes.ts";

/**
 * Neighbouring chunks, held by one object that outlives all edits elsewhere: what is summed over the chunks of a document is
 * summed once for each stretch, and after an edit for one of them again.
 */
export interface Stretch {
  readonly chunks: readonly Chunk[];
  /** Where each chunk starts, and its first line, counted from the start of the stretch. */
  readonly offsets: readonly number[];
  readonly lines: readonly number[];
  readonly length: number;
  readonly lineCount: number;
  /** One of the chunks holds a comment that nothing closes. */
  readonly unclosedComment: boolean;
}

/** A stretch has so many chunks at most. */
const most = 32;

/** Cuts chunks into stretches of about the same size. */
export function cutIntoStretches(chunks: readonly Chunk[]): Stretch[] {
  const count = Math.ceil(chunks.length / most);
  return Array.from({ length: count }, (_, index) =>
    stretchOf(
      chunks.slice(
        Math.floor((index * chunks.length) / count),
        Math.floor(((index + 1) * chunks.length) / count),
      ),
    ),
  );
}

function stretchOf(chunks: readonly Chunk[]): Stretch {
  const offsets: number[] = [];
  const lines: number[] = [];
  let [length, lineCount] = [0, 0];
  for (const { text, lineStarts } of chunks) {
    offsets.push(length);
    lines.push(lineCount);
    length += text.length;
    lineCount += lineStarts.length;
  }
  const unclosedComment = chunks.some((chunk) => chunk.unclosedComment);
  return { chunks, offsets, lines, length, lineCount, unclosedComment };
}

/** The stretches after the chunks from the index `from` up to `to` became others. Those that are not reached stay. */
export function editedStretches(
  before: readonly Stretch[],
  from: number,
  to: number,
  chunks: readonly Chunk[],
): Stretch[] {
  let first = 0;
  let left = from;
  for (; left > (before[first]?.chunks.length ?? left); first++) left -= before[first]?.chunks.length ?? 0;
  let last = first;
  let right = left + to - from;
  for (; right > (before[last]?.chunks.length ?? right); last++) right -= before[last]?.chunks.length ?? 0;
  const reached = [
    ...(before[first]?.chunks.slice(0, left) ?? []),
    ...chunks,
    ...(before[last]?.chunks.slice(right) ?? []),
  ];
  return [...before.slice(0, first), ...cutIntoStretches(reached), ...before.slice(last + 1)];
}
