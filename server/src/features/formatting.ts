import type { ReferatDocument, TextChange } from "../syntax/document.ts";
import { type EndOptions, formatBlankLines, setsSectionsApart } from "./formatting/blankLines.ts";
import { ChunkEdits, type LineRange } from "./formatting/edits.ts";
import { formatIndentation, indentStepOf } from "./formatting/indentation.ts";
import { FormattedLines } from "./formatting/lines.ts";

export type { LineRange } from "./formatting/edits.ts";

export interface FormattingOptions extends Partial<EndOptions> {
  /** What nested entries are indented with where the document does not show it. */
  readonly insertSpaces?: boolean;
}

/**
 * The edits that make blanks and blank lines regular, in order and apart from each other: blanks at the ends of lines go,
 * several blank lines become one, headings get theirs, entries of a list stand equally far in. Nothing else changes, and
 * what the document says is the same before and after. Blanks between the words of a line are the writer's.
 */
export function formattingOf(
  document: ReferatDocument,
  options: FormattingOptions = {},
  range: LineRange = { first: 0, last: document.lineCount },
): TextChange[] {
  const ends: EndOptions = {
    trimTrailingWhitespace: options.trimTrailingWhitespace ?? true,
    trimFinalNewlines: options.trimFinalNewlines ?? true,
    insertFinalNewline: options.insertFinalNewline ?? false,
  };
  const apart = setsSectionsApart(document);
  const step = indentStepOf(document, options.insertSpaces === false ? "\t" : "  ");
  const { lineEnd } = document;
  const edits: TextChange[] = [];
  // The blank line above a chunk's heading belongs to the chunk before.
  const from = document.chunkIndexAtLine(Math.max(0, range.first - 1));
  for (let index = from; index < document.chunks.length; index++) {
    const chunk = document.chunks[index];
    const firstLine = document.lineOf(index);
    if (!chunk || firstLine > range.last) break;
    const lines = new FormattedLines(chunk, index === 0);
    const chunkEdits = new ChunkEdits(chunk.text, firstLine, range);
    const place = { first: index === 0, chunkFollows: !chunk.last, apart, lineEnd };
    formatBlankLines(lines, chunkEdits, place, ends);
    formatIndentation(lines, chunkEdits, step, document.vocabulary);
    for (const edit of chunkEdits.inDocument(document.offsetOf(index))) edits.push(edit);
  }
  return edits;
}

/** A text with edits made that are in order and apart from each other. */
export function withEdits(text: string, edits: readonly TextChange[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
