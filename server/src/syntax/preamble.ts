import { ChunkLines } from "./chunkLines.ts";
import { type ContentsEntry, hasPage, isContentsHeading, readContentsEntry } from "./contentsEntry.ts";
import { readFieldLabel } from "./field.ts";
import type { Block, Field, Preamble, TitleLine } from "./nodes.ts";
import { readTitleLine } from "./titleLine.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Reads what stands before the first item: the head, or the contents from their heading on. */
export function readPreamble(
  text: string,
  kind: "head" | "contents",
  last: boolean,
  vocabulary: Vocabulary,
): Preamble {
  const reader = new PreambleReader(new ChunkLines(text, last), kind, vocabulary);
  while (!reader.isDone) reader.add(reader.nextBlock());
  return reader.preamble();
}

/** Reads a head or contents block by block. */
export class PreambleReader {
  /** The line that is read next. */
  line = 0;
  private readonly blocks: Block[] = [];
  private readonly fields: Field[] = [];
  private readonly entries: ContentsEntry[] = [];
  private titleLine: TitleLine | null = null;
  private contentsHeading: Preamble["contentsHeading"] = null;
  private seenWords = false;
  /** The line down to which a page was sought last. */
  private pageSought = { until: -1, found: false };

  constructor(
    readonly lines: ChunkLines,
    private readonly kind: "head" | "contents",
    private readonly vocabulary: Vocabulary,
  ) {}

  get isDone(): boolean {
    return this.line >= this.lines.count;
  }

  /** The block that was read last. */
  get before(): Block | undefined {
    return this.blocks.at(-1);
  }

  /** Takes the block that was read, here or elsewhere, as the next one. */
  add(block: Block): void {
    this.blocks.push(block);
    this.line = block.line + block.lineCount;
    if (block.kind === "titleLine") this.titleLine = block.titleLine;
    else if (block.kind === "field") this.fields.push(block.field);
    else if (block.kind === "contentsHeading") this.contentsHeading = block;
    else if (block.kind === "contentsEntry") this.entries.push(block.entry);
    this.seenWords ||= block.kind !== "blank" && block.kind !== "comment";
  }

  preamble(): Preamble {
    const { kind, lines, blocks, titleLine, fields, entries, contentsHeading } = this;
    const { text, last, masked, comments, unclosedComment, starts: lineStarts } = lines;
    return {
      kind,
      text,
      masked,
      comments,
      unclosedComment,
      lineStarts,
      last,
      blocks,
      titleLine,
      fields,
      entries,
      contentsHeading,
    };
  }

  /** Reads the block that begins at `line`. */
  nextBlock(): Block {
    const { lines, line, kind, vocabulary } = this;
    if (lines.isBlank(line))
      return { kind: lines.isComment(line) ? "comment" : "blank", ...lines.place(line, line + 1) };
    const start = lines.contentStart(line);
    const end = lines.end(line);
    if (kind === "contents" && this.contentsHeading === null && isContentsHeading(lines.masked, start, end))
      return { kind: "contentsHeading", wordsSpan: { start, end }, ...lines.place(line, line + 1) };
    const titleLine: TitleLine | null =
      kind === "head" && this.titleLine === null
        ? readTitleLine(lines.masked, start, end, !this.seenWords && !hasTitleLineBelow(lines, line + 1))
        : null;
    if (titleLine) return { kind: "titleLine", titleLine, ...lines.place(line, line + 1) };
    const entry = this.contentsHeading ? readContentsEntry(lines.masked, start, end, line) : null;
    const field = entry && this.isEntry(line) ? null : readField(lines, line, vocabulary);
    if (field) return { kind: "field", field: field.field, ...lines.place(line, field.lineEnd) };
    if (entry) return { kind: "contentsEntry", entry, ...lines.place(line, line + 1) };
    const lineEnd = paragraphEnd(lines, line, vocabulary);
    return { kind: "paragraph", text: lines.textSpan(line, lineEnd), ...lines.place(line, lineEnd) };
  }

  /** Whether the words of a line can be the label of a field. */
  isLabelled(line: number): boolean {
    return labelAt(this.lines, line, this.vocabulary) !== null;
  }

  /**
   * Whether a line of the contents is an entry, though it may begin with a word that is a label elsewhere (`Referent: valg`):
   * it goes on with the entries above it, or there is a page among the lines that it begins.
   */
  private isEntry(line: number): boolean {
    return isEntryOrHeading(this.before) || !this.isLabelled(line) || this.hasPageBelow(line);
  }

  /** Whether there is a page in the line, or in one below it before the next blank one. */
  private hasPageBelow(line: number): boolean {
    const { lines } = this;
    // What was found from the line above goes for this one too.
    if (this.pageSought.until < line) {
      let at = line;
      let found = false;
      for (; !found && !lines.isBlank(at); at++)
        found = hasPage(lines.masked, lines.contentStart(at), lines.end(at));
      this.pageSought = { until: found ? at - 1 : at, found };
    }
    return this.pageSought.found;
  }
}

/** Whether a line further down is a title line as it should be: then a sentence that begins with *Referat* is none. */
function hasTitleLineBelow(lines: ChunkLines, from: number): boolean {
  for (let line = from; line < lines.count; line++) {
    if (readTitleLine(lines.masked, lines.contentStart(line), lines.end(line), false)) return true;
  }
  return false;
}

/** What an entry of the contents goes on with, whatever it begins with. */
export function isEntryOrHeading(block: Block | undefined): boolean {
  return block?.kind === "contentsEntry" || block?.kind === "contentsHeading";
}

/** A field's value runs on until a blank line, and so does any paragraph; a label begins the next field. */
function paragraphEnd(lines: ChunkLines, line: number, vocabulary: Vocabulary): number {
  let lineEnd = line + 1;
  // A comment between two lines of a value ends it no more than it is part of it.
  const goesOn = (at: number): boolean => !lines.isBlank(at) || lines.isComment(at);
  while (lineEnd < lines.count && goesOn(lineEnd) && !labelAt(lines, lineEnd, vocabulary)) lineEnd++;
  while (lines.isComment(lineEnd - 1)) lineEnd--;
  return lineEnd;
}

function labelAt(lines: ChunkLines, line: number, vocabulary: Vocabulary): ReturnType<typeof readFieldLabel> {
  return readFieldLabel(lines.masked, lines.contentStart(line), lines.end(line), vocabulary);
}

function readField(
  lines: ChunkLines,
  line: number,
  vocabulary: Vocabulary,
): { field: Field; lineEnd: number } | null {
  const label = labelAt(lines, line, vocabulary);
  if (!label) return null;
  const lineEnd = paragraphEnd(lines, line, vocabulary);
  const onLabelLine = label.valueStart < lines.end(line);
  if (onLabelLine || lineEnd > line + 1) {
    const start = onLabelLine ? label.valueStart : lines.contentStart(line + 1);
    const field = {
      name: label.name,
      labelSpan: label.labelSpan,
      valueSpan: { start, end: lines.end(lineEnd - 1) },
    };
    return { field, lineEnd };
  }
  // The label stands alone, as a heading does in Word: the paragraph below is its value.
  let below = lineEnd;
  while (below < lines.count && lines.isBlank(below)) below++;
  const followed =
    below < lines.count &&
    !labelAt(lines, below, vocabulary) &&
    !readTitleLine(lines.masked, lines.contentStart(below), lines.end(below), false);
  const valueEnd = followed ? paragraphEnd(lines, below, vocabulary) : lineEnd;
  const valueSpan = followed
    ? lines.textSpan(below, valueEnd)
    : { start: label.labelSpan.end, end: label.labelSpan.end };
  return { field: { name: label.name, labelSpan: label.labelSpan, valueSpan }, lineEnd: valueEnd };
}
