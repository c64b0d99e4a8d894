import { type ListMark, readListMark } from "../../syntax/listEntry.ts";
import type { Block, Item, ListBlock } from "../../syntax/nodes.ts";
import type { ChunkEdits } from "../formatting/edits.ts";
import { type FormattedLines, widthOf } from "../formatting/lines.ts";

const letters = "abcdefghijklmnopqrstuvwxyzæøå";
const highest = 999;

/** The mark of an entry as it is typed: parsing knows none without words behind it. */
interface TypedMark {
  readonly type: ListMark["type"];
  readonly ordinal: number | null;
  /** The blanks before the mark, as they stand. */
  readonly indentation: string;
  readonly indent: number;
  /** The bullet, or the number or letter with what closes it. */
  readonly text: string;
  /** The blanks between the mark and the words. */
  readonly gap: string;
  readonly hasWords: boolean;
}

const markPattern = /^([ \t\u00a0]*)([-–•*·▪◦‣\uf0b7]|(\d{1,3})[.)]|([a-zæøå])\))([ \t\u00a0]*)/;

/**
 * What Enter does in a list, seen after it: `line` is the new one. It continues the list with the next mark and counts on
 * from there, or it ends the list where the entry above has no words: a nested one in the list around it.
 */
export function enterInList(item: Item, lines: FormattedLines, line: number, edits: ChunkEdits): void {
  const above = markAt(lines, line - 1);
  if (!above || markAt(lines, line)) return;
  const { start, end } = lines.leading(line);
  const splits = lines.hasWords(line);
  if (!above.hasWords && !splits) {
    if (!belongsToList(item, lines, line - 1)) return;
    const outer = outerMark(item, lines, line - 1, above.indent);
    const mark = outer && nextMark(outer);
    if (outer && mark != null) {
      // A nested list ends in the one around it.
      edits.replace(
        lines.start(line - 1),
        end,
        outer.indentation + mark + (outer.gap === "" ? " " : outer.gap),
      );
      if (above.ordinal !== null) renumber(item, line, above, above.ordinal + 1, -1, edits);
      if (outer.ordinal !== null) renumber(item, line, outer, outer.ordinal + 1, 1, edits);
      return;
    }
    edits.replace(lines.start(line - 1), lines.end(line - 1), "");
    edits.replace(start, end, "");
    if (above.ordinal !== null) renumber(item, line, above, above.ordinal + 1, -1, edits);
    return;
  }
  const block = blockAt(item, line - 1);
  if (above.hasWords && !isEntry(block, line - 1)) return;
  if (!above.hasWords && block?.kind !== "list" && block?.kind !== "paragraph") return;
  // The entry goes on below: whose lines these are now is hers to say.
  if (!splits && goesOn(blockAt(item, line + 1))) return;
  const next = nextMark(above);
  if (next === null) return;
  edits.replace(start, end, above.indentation + next + (above.gap === "" ? " " : above.gap));
  if (above.ordinal !== null) renumber(item, line, above, above.ordinal + 1, 1, edits);
}

/** The last entry above that stands further out; the lines between belong to it. */
function outerMark(item: Item, lines: FormattedLines, line: number, indent: number): TypedMark | null {
  if (indent === 0) return null;
  for (let above = line - 1; above > 0; above--) {
    if (lines.isBlank(above)) continue;
    if (blockAt(item, above)?.kind !== "list") return null;
    const mark = markAt(lines, above);
    if (mark && mark.hasWords && mark.indent < indent) return mark;
  }
  return null;
}

function markAt(lines: FormattedLines, line: number): TypedMark | null {
  const { masked } = lines.chunk;
  const start = lines.start(line);
  const end = lines.end(line);
  const match = markPattern.exec(masked.slice(start, Math.min(end, start + 200)));
  if (!match) return null;
  const [whole, indentation = "", text = "", digits, letter, gap = ""] = match;
  const read = readListMark(masked, start, lines.trailing(line).start);
  const hasWords = start + whole.length < end;
  // `5. februar` and `-5` are words.
  if (hasWords && !read) return null;
  return {
    type: digits !== undefined ? "number" : letter !== undefined ? "letter" : "bullet",
    ordinal:
      digits !== undefined ? Number(digits) : letter !== undefined ? letters.indexOf(letter) + 1 : null,
    indentation,
    indent: widthOf(indentation),
    text,
    gap,
    hasWords,
  };
}

function nextMark({ type, ordinal, text }: TypedMark): string | null {
  if (type === "bullet" || ordinal === null) return text;
  const written = type === "number" ? text.slice(0, -1) : "";
  const next = ordinalText(type, ordinal + 1, written);
  return next === null ? null : next + text.slice(-1);
}

/** `07` is followed by `08`; behind 999 and å there is no mark. */
function ordinalText(type: ListMark["type"], ordinal: number, like: string): string | null {
  if (type === "letter") return letters[ordinal - 1] ?? null;
  if (ordinal > highest || ordinal < 0) return null;
  return String(ordinal).padStart(like.startsWith("0") ? like.length : 1, "0");
}

/** Counts on in the list below `line` as far as it counts on now: `expected`, and one more each time. */
function renumber(
  item: Item,
  line: number,
  mark: TypedMark,
  expected: number,
  by: 1 | -1,
  edits: ChunkEdits,
): void {
  for (const block of item.blocks) {
    if (block.line + block.lineCount <= line) continue;
    if (block.kind === "list") {
      for (const entry of block.entries) {
        if (entry.line <= line || entry.mark.indent > mark.indent) continue;
        const { type, ordinal, ordinalSpan, indent } = entry.mark;
        if (indent < mark.indent || type !== mark.type || ordinal !== expected) return;
        if (item.text[ordinalSpan.end] !== mark.text.slice(-1)) return;
        const written = item.text.slice(ordinalSpan.start, ordinalSpan.end);
        const text = ordinalText(type, ordinal + by, written);
        if (text === null) return;
        edits.replace(ordinalSpan.start, ordinalSpan.end, text);
        expected++;
      }
    } else if (block.kind !== "blank" && block.kind !== "comment" && block.line > line) return;
  }
}

/** An entry without words has one with words above it, or else it may be a dash, or a number. */
function belongsToList(item: Item, lines: FormattedLines, line: number): boolean {
  let above = line - 1;
  if (above > 0 && lines.isBlank(above)) above--;
  return blockAt(item, above)?.kind === "list";
}

function isEntry(block: Block | undefined, line: number): block is ListBlock {
  return block?.kind === "list" && block.entries.some((entry) => entry.line === line);
}

function goesOn(block: Block | undefined): boolean {
  return block?.kind === "paragraph" || block?.kind === "subheading" || block?.kind === "footnote";
}

function blockAt(item: Item, line: number): Block | undefined {
  return item.blocks.find((block) => block.line <= line && line < block.line + block.lineCount);
}
