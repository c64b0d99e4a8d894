import { lastNotAbove } from "../text/lines.ts";
import type { Chunk } from "./nodes.ts";

/** Where a line of a chunk starts, counted from the chunk's start; the chunk's end for the line behind its last. */
export function lineStartIn({ text, lineStarts }: Pick<Chunk, "text" | "lineStarts">, line: number): number {
  return lineStarts[line] ?? text.length;
}

/** Where the line starts that an offset of the chunk lies in. */
export function lineStartAt({ lineStarts }: Pick<Chunk, "lineStarts">, offset: number): number {
  return lineStarts[lastNotAbove(lineStarts, offset)] ?? 0;
}
