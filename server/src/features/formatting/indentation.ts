import { memo } from "../../model/memo.ts";
import { majorityOf } from "../../model/majority.ts";
import { isContentsHeading } from "../../syntax/contentsEntry.ts";
import type { ReferatDocument } from "../../syntax/document.ts";
import { isNumberedHeading, readUnnumberedHeading } from "../../syntax/itemHeading.ts";
import type { Block, Item, ListBlock } from "../../syntax/nodes.ts";
import { readSectionHeading } from "../../syntax/sectionHeading.ts";
import type { SectionKind, Vocabulary } from "../../syntax/vocabulary.ts";
import { least } from "../../text/many.ts";
import type { ChunkEdits } from "./edits.ts";
import { FormattedLines, widthOf } from "./lines.ts";

/** Up to three blanks are a slip; a tab, or four, are somebody's intention. */
const slip = 3;
/** A mark further in than this is not read as one. */
const furthest = 100;

/** In these sections an indented line goes on with the one above it. */
const oneALine: ReadonlySet<SectionKind> = new Set(["bilag", "fravær", "afstemning", "opfølgning"]);

/** The blanks by which a nested entry stands further in than its parent: those of most entries of the document. */
export function indentStepOf(document: ReferatDocument, otherwise: string): string {
  return majorityOf(document.items.flatMap(stepsIn)) ?? otherwise;
}

const stepsIn = memo((item: Item): readonly string[] => {
  if (!item.blocks.some((block) => block.kind === "list" && block.entries.some(({ level }) => level > 0)))
    return [];
  const lines = new FormattedLines(item, false);
  const steps: string[] = [];
  for (const block of item.blocks) {
    if (block.kind !== "list" || !isPlain(lines, block)) continue;
    const outer: string[] = [];
    for (const { level, line } of block.entries) {
      const own = leadingText(lines, line);
      const parent = level > 0 ? (outer[level - 1] ?? "") : null;
      if (parent !== null) {
        steps.push(
          own.startsWith(parent) && own.length > parent.length
            ? own.slice(parent.length)
            : " ".repeat(Math.max(1, widthOf(own) - widthOf(parent))),
        );
      }
      outer[level] = own;
    }
  }
  return steps;
});

/** Entries of one level stand equally far in, and a blank that has slipped in before a line's first word goes. */
export function formatIndentation(
  lines: FormattedLines,
  edits: ChunkEdits,
  step: string,
  vocabulary: Vocabulary,
): void {
  let section: SectionKind | null = null;
  // How far in the shallowest list of the section stands: what is deeper, and below it, may belong to its entries.
  let shallowest = Infinity;
  for (const block of lines.chunk.blocks) {
    if (block.kind === "sectionHeading") {
      section = block.heading.kind;
      shallowest = Infinity;
    } else if (block.kind === "list") {
      const own = least(outermost(block));
      const keepsBase = own > shallowest || own > slip;
      formatList(lines, edits, block, keepsBase ? null : "", step, vocabulary);
      shallowest = Math.min(shallowest, own);
    } else if (shallowest === Infinity && !(section !== null && oneALine.has(section))) {
      dedent(lines, edits, block, vocabulary);
    }
  }
}

function outermost(list: ListBlock): number[] {
  return list.entries.filter(({ level }) => level === 0).map(({ mark }) => mark.indent);
}

/** `base` is what the outermost entries are to begin with; null for what the one furthest out begins with now. */
function formatList(
  lines: FormattedLines,
  edits: ChunkEdits,
  list: ListBlock,
  base: string | null,
  step: string,
  vocabulary: Vocabulary,
): void {
  if (!edits.within(list.line, list.line + list.lineCount - 1) || !isPlain(lines, list)) return;
  const { entries } = list;
  const own = least(outermost(list));
  const model = entries.find(({ level, mark }) => level === 0 && mark.indent === own);
  const from = base ?? (model ? leadingText(lines, model.line) : "");
  const targets = entries.map(({ line, level, mark }) => {
    const text = edits.allows(line) ? from + step.repeat(level) : null;
    return { text, width: text === null ? mark.indent : widthOf(text) };
  });
  if (targets.some(({ width }) => width > furthest)) return;
  // Where only some of the lines may be edited, evening these could make another level of one.
  const levels = levelsOf(targets.map(({ width }) => width));
  if (entries.some(({ level }, index) => level !== levels[index])) return;
  // Without its indentation a line may be read as a heading.
  const unsafe = entries.some(
    ({ line }, index) => targets[index]?.text === "" && !canBeginLine(lines, line, vocabulary),
  );
  if (unsafe) return;
  for (const [index, entry] of entries.entries()) {
    const target = targets[index];
    if (typeof target?.text !== "string" || target.text === leadingText(lines, entry.line)) continue;
    setLeading(lines, edits, entry.line, target.text);
    const further = target.width - entry.mark.indent;
    if (further === 0) continue;
    for (let line = entry.line + 1; line < entry.line + entry.lineCount; line++) {
      const width = widthOf(leadingText(lines, line));
      if (width > 0) setLeading(lines, edits, line, " ".repeat(Math.max(1, width + further)));
    }
  }
}

/** The levels that parsing gives to entries that stand so far in. */
function levelsOf(widths: readonly number[]): number[] {
  const outer: number[] = [];
  return widths.map((width) => {
    while (outer.length > 0 && width < (outer.at(-1) ?? 0)) outer.pop();
    if (outer.length === 0 || width > (outer.at(-1) ?? 0)) outer.push(width);
    return outer.length - 1;
  });
}

/** No comment stands before a mark. */
function isPlain(lines: FormattedLines, list: ListBlock): boolean {
  return list.entries.every(({ line, mark }) => {
    const { start, end } = lines.leading(line);
    return end === mark.ordinalSpan.start && !lines.meetsComment(start, end);
  });
}

/** Takes the blanks before the words of a block where they are a slip, and mean nothing. */
function dedent(lines: FormattedLines, edits: ChunkEdits, block: Block, vocabulary: Vocabulary): void {
  switch (block.kind) {
    case "paragraph":
      if (lines.chunk.kind !== "item" || isAligned(lines, block)) return;
      for (let line = block.line; line < block.line + block.lineCount; line++)
        dedentLine(lines, edits, line, vocabulary);
      return;
    case "subheading":
      if (!isAligned(lines, block)) dedentLine(lines, edits, block.line, vocabulary);
      return;
    case "journalNumber":
    case "titleLine":
    case "field":
      return dedentLine(lines, edits, block.line, vocabulary);
    default:
  }
}

function dedentLine(lines: FormattedLines, edits: ChunkEdits, line: number, vocabulary: Vocabulary): void {
  const blanks = leadingText(lines, line);
  if (blanks === "" || widthOf(blanks) > slip) return;
  const { start, end } = lines.leading(line);
  if (!lines.meetsComment(start, end) && canBeginLine(lines, line, vocabulary))
    setLeading(lines, edits, line, "");
}

/** Tabs, several blanks in a row, or a deep indentation: somebody has set the words below each other. */
function isAligned(lines: FormattedLines, block: Block): boolean {
  for (let line = block.line; line < block.line + block.lineCount; line++) {
    const leading = lines.leading(line);
    if (widthOf(leadingText(lines, line)) > slip) return true;
    if (/\t| {2}/.test(lines.chunk.text.slice(leading.end, lines.trailing(line).start))) return true;
  }
  return false;
}

/** Whether the line is still what it is when its words begin it. */
function canBeginLine(lines: FormattedLines, line: number, vocabulary: Vocabulary): boolean {
  const { chunk } = lines;
  const { masked } = chunk;
  const start = lines.leading(line).end;
  const end = start + masked.slice(start, lines.end(line)).trimEnd().length;
  if (isNumberedHeading(masked, start) || isContentsHeading(masked, start, end)) return false;
  if (chunk.kind !== "item") return true;
  return (
    masked[start] !== "|" &&
    readUnnumberedHeading(masked, start, end) === null &&
    readSectionHeading(masked, start, end, true, vocabulary) === null
  );
}

function leadingText(lines: FormattedLines, line: number): string {
  const { start, end } = lines.leading(line);
  return lines.chunk.text.slice(start, end);
}

function setLeading(lines: FormattedLines, edits: ChunkEdits, line: number, text: string): void {
  const { start, end } = lines.leading(line);
  if (edits.allows(line) && !lines.meetsComment(start, end)) edits.replace(start, end, text);
}
