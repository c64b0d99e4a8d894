import type { ReferatDocument } from "../syntax/document.ts";
import type { ChunkEdit } from "./chunkEdit.ts";
import { changedText, inOrder, textChange } from "./textChanges.ts";

/** So many edits are made one by one; each of them walks over all chunks. */
const few = 16;

/** The document with edits made that stay apart; of several that insert at one place the first comes first. */
export function applyEdits(document: ReferatDocument, edits: readonly ChunkEdit[]): ReferatDocument {
  const changes = inOrder(edits.map((edit) => textChange(document, edit)));
  const [first] = changes;
  const last = changes.at(-1);
  if (!first || !last) return document;
  if (changes.length > few) {
    // What lies between two of them is the same text, and so the same chunks.
    const { start } = first;
    const { end } = last;
    return document.edit({ start, end, text: changedText(document, changes, start, end) });
  }
  let result = document;
  for (const change of changes.reverse()) result = result.edit(change);
  return result;
}
