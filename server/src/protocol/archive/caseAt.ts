import type { TextDocumentPositionParams } from "vscode-languageserver";
import type { Archive } from "../../archive/archive.ts";
import { caseHistory } from "../../archive/caseHistory.ts";
import { uriIn } from "./places.ts";

/** The course of the case whose item is at a position; null above the first item, and where there is no such document. */
export function caseAt(
  archive: Archive,
  { textDocument, position }: TextDocumentPositionParams,
): object | null {
  const uri = uriIn(archive, textDocument.uri);
  const items = archive.get(uri)?.items ?? [];
  const index = items.findLastIndex(({ line }) => line <= position.line);
  const item = items[index];
  if (!item) return null;
  const { title, journalNumber } = item;
  return { title, journalNumber, steps: caseHistory(archive, uri, index) };
}
