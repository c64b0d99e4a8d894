import type { ChunkLines } from "./chunkLines.ts";
import { readFootnoteText } from "./footnote.ts";
import { readListMark } from "./listEntry.ts";
import type { BodyBlock, ListEntry, ListBlock } from "./nodes.ts";
import { readSectionHeading, type SectionHeading } from "./sectionHeading.ts";
import { isSubheadingText } from "./subheading.ts";
import { isDelimiterRow, isTableRow } from "./table.ts";
import type { SectionKind, Vocabulary } from "./vocabulary.ts";

/** In these sections each line is an attachment, a name, a vote or an action, and never a subheading. */
const oneALine: ReadonlySet<SectionKind> = new Set(["bilag", "fravær", "afstemning", "opfølgning"]);

/** Groups the lines from `from` to the chunk's end into blocks. Every line ends up in exactly one. */
export function readBodyBlocks(lines: ChunkLines, from: number, vocabulary: Vocabulary): BodyBlock[] {
  const blocks: BodyBlock[] = [];
  let section: SectionKind | null = null;
  let line = from;
  while (line < lines.count) {
    const block = readBlock(lines, line, from, section, vocabulary, blocks.at(-1));
    if (block.kind === "sectionHeading") section = block.heading.kind;
    blocks.push(block);
    line = block.line + block.lineCount;
  }
  return blocks;
}

function readBlock(
  lines: ChunkLines,
  line: number,
  from: number,
  section: SectionKind | null,
  vocabulary: Vocabulary,
  previous: BodyBlock | undefined,
): BodyBlock {
  if (lines.isBlank(line)) return readBlank(lines, line);
  const standsFree =
    line === from ||
    previous === undefined ||
    previous.kind === "blank" ||
    previous.kind === "comment" ||
    previous.kind === "sectionHeading" ||
    previous.kind === "subheading";
  const heading = sectionHeadingAt(lines, line, standsFree, vocabulary);
  if (heading) return { kind: "sectionHeading", heading, ...lines.place(line, line + 1) };
  const start = lines.contentStart(line);
  const end = lines.end(line);
  if (tableRowAt(lines, line)) return readTable(lines, line);
  if (readListMark(lines.masked, lines.start(line), end)) return readList(lines, line, section, vocabulary);
  const footnote = readFootnoteText(lines.masked, start, end);
  if (footnote) {
    const lineEnd = continuationEnd(lines, line + 1, vocabulary);
    return { kind: "footnote", footnote, ...lines.place(line, lineEnd) };
  }
  if (
    standsFree &&
    (section === null || !oneALine.has(section)) &&
    isSubheadingText(lines.masked.slice(start, end)) &&
    headsSomething(lines, line, section, vocabulary)
  ) {
    return { kind: "subheading", wordsSpan: { start, end }, ...lines.place(line, line + 1) };
  }
  const lineEnd = continuationEnd(lines, line + 1, vocabulary);
  return { kind: "paragraph", text: lines.textSpan(line, lineEnd), ...lines.place(line, lineEnd) };
}

/** A run of blank lines, or of lines that hold nothing but comments. */
function readBlank(lines: ChunkLines, line: number): BodyBlock {
  const comment = lines.isComment(line);
  let lineEnd = line + 1;
  while (lineEnd < lines.count && lines.isBlank(lineEnd) && lines.isComment(lineEnd) === comment) lineEnd++;
  return { kind: comment ? "comment" : "blank", ...lines.place(line, lineEnd) };
}

/**
 * A known heading is one wherever its line begins with a capital or stands free: `beslutning` alone on a wrapped line in
 * the middle of a paragraph is a word.
 */
function sectionHeadingAt(
  lines: ChunkLines,
  line: number,
  standsFree: boolean,
  vocabulary: Vocabulary,
): SectionHeading | null {
  const start = lines.contentStart(line);
  if (start !== lines.start(line)) return null;
  const first = lines.masked[start] ?? "";
  if (!standsFree && first === first.toLowerCase()) return null;
  return readSectionHeading(lines.masked, start, lines.end(line), standsFree, vocabulary);
}

function tableRowAt(lines: ChunkLines, line: number): boolean {
  const start = lines.start(line);
  const end = lines.end(line);
  // Of a line that begins with a tab the one behind its words counts too: both the first and the last cell are empty.
  const seenEnd = lines.masked[start] === "\t" ? lines.next(line) : end;
  if (!isTableRow(lines.masked, start, end > start ? seenEnd : end)) return false;
  // `1.⇥Godkender` is an entry of a list; a row with more cells is a row.
  const mark = readListMark(lines.masked, start, end);
  return mark === null || lines.masked.slice(mark.text.start, end).includes("\t");
}

function readTable(lines: ChunkLines, line: number): BodyBlock {
  let lineEnd = line + 1;
  while (
    lineEnd < lines.count &&
    !lines.isBlank(lineEnd) &&
    (tableRowAt(lines, lineEnd) || isDelimiterRow(lines.masked, lines.start(lineEnd), lines.end(lineEnd)))
  ) {
    lineEnd++;
  }
  return { kind: "table", ...lines.place(line, lineEnd) };
}

function readList(
  lines: ChunkLines,
  line: number,
  section: SectionKind | null,
  vocabulary: Vocabulary,
): ListBlock {
  const entries: ListEntry[] = [];
  const indents: number[] = [];
  let at = line;
  while (at < lines.count && !lines.isBlank(at)) {
    const mark = readListMark(lines.masked, lines.start(at), lines.end(at));
    if (!mark || (at > line && (tableRowAt(lines, at) || sectionHeadingAt(lines, at, false, vocabulary))))
      break;
    while (indents.length > 0 && mark.indent < (indents.at(-1) ?? 0)) indents.pop();
    if (indents.length === 0 || mark.indent > (indents.at(-1) ?? 0)) indents.push(mark.indent);
    // Where each line is a thing of its own, only an indented one goes on with the entry above it.
    const oneEach = section !== null && oneALine.has(section);
    const lineEnd = continuationEnd(lines, at + 1, vocabulary, oneEach);
    entries.push({
      mark,
      level: indents.length - 1,
      line: at,
      lineCount: lineEnd - at,
      text: { start: mark.text.start, end: lines.end(lineEnd - 1) },
    });
    at = lineEnd;
  }
  return { kind: "list", entries, ...lines.place(line, at) };
}

/** Where the lines end that only go on with the text before them. */
function continuationEnd(
  lines: ChunkLines,
  line: number,
  vocabulary: Vocabulary,
  indentedOnly = false,
): number {
  let lineEnd = line;
  while (
    lineEnd < lines.count &&
    !lines.isBlank(lineEnd) &&
    !(indentedOnly && lines.contentStart(lineEnd) === lines.start(lineEnd)) &&
    !sectionHeadingAt(lines, lineEnd, false, vocabulary) &&
    !tableRowAt(lines, lineEnd) &&
    !readListMark(lines.masked, lines.start(lineEnd), lines.end(lineEnd)) &&
    !readFootnoteText(lines.masked, lines.contentStart(lineEnd), lines.end(lineEnd))
  ) {
    lineEnd++;
  }
  return lineEnd;
}

/** A subheading has something under it; in a decision or a recommendation that must be text, not the next heading. */
function headsSomething(
  lines: ChunkLines,
  line: number,
  section: SectionKind | null,
  vocabulary: Vocabulary,
): boolean {
  let next = line + 1;
  while (next < lines.count && lines.isBlank(next)) next++;
  if (next >= lines.count) return false;
  if (sectionHeadingAt(lines, next, true, vocabulary)) return false;
  if (section !== "beslutning" && section !== "indstilling") return true;
  const words = lines.masked.slice(lines.contentStart(line), lines.end(line));
  return !/\b(?:godkendt|tiltrådt|vedtaget|efterretning|orientering|drøftet|udsat|udgår|afvist|forkastet|nedstemt|indstill|anbefal|foreslå|besluttede|besluttet|aftalt)/iu.test(
    words,
  );
}
