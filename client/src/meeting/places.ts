import { type Position, Range, type TextDocument } from "vscode";
import type { Range as ProtocolRange } from "vscode-languageclient";

/** Where the last word of a range ends; its start, where there are only blanks. */
export function endOfWords(document: TextDocument, { start, end }: ProtocolRange): Position {
  const range = new Range(start.line, start.character, end.line, end.character);
  const used = document.getText(range).trimEnd().length;
  return document.positionAt(document.offsetAt(range.start) + used);
}
