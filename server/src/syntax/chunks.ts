import { contentEnd, nextLineStart } from "../text/lines.ts";
import { maskComments } from "./comments.ts";
import { isContentsHeading, readContentsEntry } from "./contentsEntry.ts";
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
  const masked = maskComments(text).text;
  const cuts: Cut[] = [];
  let current: Cut["kind"] = kind;
  let start = 0;
  let previousBlank = true;
  for (let at = 0; at < masked.length;) {
    const next = nextLineStart(masked, at);
    const lineEnd = next === -1 ? masked.length : next;
    // A byte order mark stands before the first line of a document, and is no part of it.
    const lineStart = at === 0 && kind === "head" && masked.charCodeAt(0) === byteOrderMark ? 1 : at;
    const opened = opens(masked, lineStart, lineEnd, current, previousBlank, headingFollows);
    if (opened) {
      if (at > start || (at === 0 && kind === "head" && opened !== "head"))
        cuts.push({ kind: current, start, end: at });
      start = at;
      current = opened;
    }
    previousBlank = isBlankLine(masked, at, lineEnd);
    at = lineEnd;
  }
  cuts.push({ kind: current, start, end: text.length });
  return cuts;
}

/** The kind of chunk that begins with this line, or null when it goes on with the one before. */
function opens(
  masked: string,
  at: number,
  lineEnd: number,
  current: Cut["kind"],
  previousBlank: boolean,
  headingFollows: boolean,
): Cut["kind"] | null {
  const first = masked.charCodeAt(at) | 0x20;
  // Only p, f, k and i can begin a heading: most lines are done with here.
  if (first !== 0x70 && first !== 0x66 && first !== 0x6b && first !== 0x69) return null;
  const end = contentEnd(masked, at, lineEnd);
  const trimmedEnd = at + masked.slice(at, end).trimEnd().length;
  if (isNumberedHeading(masked, at)) {
    // Some contents repeat `Punkt 1:`; the page at the end tells an entry from the item itself.
    return current === "contents" && readContentsEntry(masked, at, trimmedEnd).pageSpan ? null : "item";
  }
  if (current !== "item") return isContentsHeading(masked, at, trimmedEnd) ? "contents" : null;
  if (!previousBlank) return null;
  const heading = readUnnumberedHeading(masked, at, trimmedEnd);
  if (!heading) return null;
  const alone =
    isBlankLine(masked, lineEnd, endOfLine(masked, lineEnd)) || isNumberedHeading(masked, lineEnd);
  if (lineEnd < masked.length && !alone) return null;
  return nothingUntilHeading(masked, lineEnd, headingFollows, heading.time !== null) ? "item" : null;
}

/** Between a pause and the item after it stands nothing; at the end of the document a pause must have a time. */
function nothingUntilHeading(masked: string, from: number, headingFollows: boolean, timed: boolean): boolean {
  let at = from;
  while (at < masked.length) {
    const lineEnd = endOfLine(masked, at);
    if (!isBlankLine(masked, at, lineEnd)) {
      const end = at + masked.slice(at, lineEnd).trimEnd().length;
      return isNumberedHeading(masked, at) || readUnnumberedHeading(masked, at, end) !== null;
    }
    at = lineEnd;
  }
  return headingFollows || timed;
}

function endOfLine(text: string, at: number): number {
  const next = nextLineStart(text, at);
  return next === -1 ? text.length : next;
}

function isBlankLine(text: string, at: number, lineEnd: number): boolean {
  return text.slice(at, lineEnd).trim() === "";
}
