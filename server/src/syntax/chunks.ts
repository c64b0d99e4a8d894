import { ChunkLines } from "./chunkLines.ts";
import { hasPage, isContentsHeading } from "./contentsEntry.ts";
import { isNumberedHeading, readUnnumberedHeading } from "./itemHeading.ts";

/** A stretch of the text that becomes one chunk, before it is read. */
export interface Cut {
  readonly kind: "head" | "contents" | "item";
  readonly start: number;
  readonly end: number;
}

const byteOrderMark = 0xfeff;

/**
 * Cuts `text` into head, contents and items. `kind` is what its first lines belong to when they are no heading, and
 * `headingFollows` says that an item's heading comes right behind `text`.
 *
 * Invariant: where a numbered item begins is seen from its own line (outside of comments). Where an unnumbered one
 * begins is seen from its line, the line before, and what stands between it and the next heading.
 */
export function cutIntoChunks(text: string, kind: Cut["kind"], headingFollows: boolean): Cut[] {
  const lines = new ChunkLines(text, true);
  const cuts: Cut[] = [];
  let current = kind;
  let start = 0;
  for (let line = 0; line < lines.count; line++) {
    const at = lines.start(line);
    // A byte order mark stands before the first line of a document, and is no part of it.
    const marked = line === 0 && kind === "head" && lines.masked.charCodeAt(0) === byteOrderMark;
    const opened = opens(lines, line, marked ? 1 : at, current, headingFollows);
    if (!opened) continue;
    if (at > start || (at === 0 && kind === "head")) cuts.push({ kind: current, start, end: at });
    start = at;
    current = opened;
  }
  cuts.push({ kind: current, start, end: text.length });
  return cuts;
}

/** The kind of chunk that begins with a line whose words begin at `start`, or null when it goes on with the one before. */
function opens(
  lines: ChunkLines,
  line: number,
  start: number,
  current: Cut["kind"],
  headingFollows: boolean,
): Cut["kind"] | null {
  const { masked } = lines;
  const first = masked.charCodeAt(start) | 0x20;
  // Only p, f, k and i can begin a heading: most lines are done with here.
  if (first !== 0x70 && first !== 0x66 && first !== 0x6b && first !== 0x69) return null;
  const end = lines.end(line);
  if (isNumberedHeading(masked, start)) {
    // Some contents repeat `Punkt 1:`; the page at the end tells an entry from the item itself.
    return current === "contents" && hasPage(masked, start, end) ? null : "item";
  }
  if (current !== "item") return isContentsHeading(masked, start, end) ? "contents" : null;
  const heading = lines.isBlank(line - 1) ? readUnnumberedHeading(masked, start, end) : null;
  if (!heading) return null;
  const alone = lines.isBlank(line + 1) || isNumberedHeading(masked, lines.start(line + 1));
  return alone && nothingUntilHeading(lines, line + 1, headingFollows, heading.time !== null) ? "item" : null;
}

/** Between a pause and the item after it stands nothing; at the end of the document a pause must have a time. */
function nothingUntilHeading(
  lines: ChunkLines,
  from: number,
  headingFollows: boolean,
  timed: boolean,
): boolean {
  let line = from;
  while (line < lines.count && lines.isBlank(line)) line++;
  if (line >= lines.count) return headingFollows || timed;
  const start = lines.start(line);
  return (
    isNumberedHeading(lines.masked, start) ||
    readUnnumberedHeading(lines.masked, start, lines.end(line)) !== null
  );
}
