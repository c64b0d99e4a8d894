import { ChunkLines } from "./chunkLines.ts";
import { isContentsHeading, readContentsEntry } from "./contentsEntry.ts";
import { readFieldLabel } from "./field.ts";
import type { Block, ContentsEntry, Field, Preamble, TitleLine } from "./nodes.ts";
import { readTitleLine } from "./titleLine.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Reads what stands before the first item: the head, or the contents from their heading on. */
export function readPreamble(
  text: string,
  kind: "head" | "contents",
  last: boolean,
  vocabulary: Vocabulary,
): Preamble {
  const lines = new ChunkLines(text, last);
  const blocks: Block[] = [];
  const fields: Field[] = [];
  const entries: (ContentsEntry & { line: number })[] = [];
  let titleLine: TitleLine | null = null;
  let contentsHeading: Preamble["contentsHeading"] = null;
  let seenWords = false;
  let line = 0;
  while (line < lines.count) {
    if (lines.isBlank(line)) {
      blocks.push({ kind: lines.isComment(line) ? "comment" : "blank", ...lines.place(line, line + 1) });
      line++;
      continue;
    }
    const start = lines.contentStart(line);
    const end = lines.end(line);
    const first = !seenWords;
    seenWords = true;
    if (kind === "contents" && contentsHeading === null && isContentsHeading(lines.masked, start, end)) {
      contentsHeading = {
        kind: "contentsHeading",
        wordsSpan: { start, end },
        ...lines.place(line, line + 1),
      };
      blocks.push(contentsHeading);
      line++;
      continue;
    }
    const title: TitleLine | null =
      kind === "head" && titleLine === null
        ? readTitleLine(lines.masked, start, end, first && !hasTitleLineBelow(lines, line + 1))
        : null;
    if (title) {
      titleLine = title;
      blocks.push({ kind: "titleLine", titleLine, ...lines.place(line, line + 1) });
      line++;
      continue;
    }
    const entry = contentsHeading ? readContentsEntry(lines.masked, start, end) : null;
    const field =
      entry && isAmongEntries(lines, line, blocks.at(-1)) ? null : readField(lines, line, vocabulary);
    if (field) {
      fields.push(field.field);
      blocks.push({ kind: "field", field: field.field, ...lines.place(line, field.lineEnd) });
      line = field.lineEnd;
    } else if (entry) {
      entries.push({ ...entry, line });
      blocks.push({ kind: "contentsEntry", entry, ...lines.place(line, line + 1) });
      line++;
    } else {
      const lineEnd = paragraphEnd(lines, line, vocabulary);
      blocks.push({ kind: "paragraph", text: lines.textSpan(line, lineEnd), ...lines.place(line, lineEnd) });
      line = lineEnd;
    }
  }
  return {
    kind,
    text,
    masked: lines.masked,
    comments: lines.comments,
    unclosedComment: lines.unclosedComment,
    lineStarts: lines.starts,
    last,
    blocks,
    titleLine,
    fields,
    entries,
    contentsHeading,
  };
}

/** Whether a line further down is a title line as it should be: then a sentence that begins with *Referat* is none. */
function hasTitleLineBelow(lines: ChunkLines, from: number): boolean {
  for (let line = from; line < lines.count; line++) {
    if (readTitleLine(lines.masked, lines.contentStart(line), lines.end(line), false)) return true;
  }
  return false;
}

/**
 * Whether a line of the contents is an entry, though it may begin with a word that is a label elsewhere (`Referent: valg`):
 * it goes on with the entries above it, or there is a page among the lines that it begins.
 */
function isAmongEntries(lines: ChunkLines, line: number, before: Block | undefined): boolean {
  if (before?.kind === "contentsEntry" || before?.kind === "contentsHeading") return true;
  for (let at = line; !lines.isBlank(at); at++) {
    if (readContentsEntry(lines.masked, lines.contentStart(at), lines.end(at)).pageSpan) return true;
  }
  return false;
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
