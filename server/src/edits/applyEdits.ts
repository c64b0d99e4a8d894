import type { ReferatDocument, TextChange } from "../syntax/document.ts";
import type { ChunkEdit } from "./chunkEdit.ts";
import { changedText, inOrder, textChange } from "./textChanges.ts";

/** The edits of so many chunks are made one by one; each of them walks over all chunks. */
const few = 16;

/** The document with edits made that stay apart; of several that insert at one place the first comes first. */
export function applyEdits(document: ReferatDocument, edits: readonly ChunkEdit[]): ReferatDocument {
  const changes = inOrder(edits.map((edit) => textChange(document, edit)));
  const groups: TextChange[][] = [];
  let chunk = -1;
  for (const change of changes) {
    const at = document.chunkIndexAt(change.start);
    const group = at === chunk ? groups.at(-1) : undefined;
    if (group) group.push(change);
    else groups.push([change]);
    chunk = at;
  }
  // What lies between two chunks is the same text, and so it is the same chunks.
  const made = groups.length > few ? [changes] : groups.reverse();
  return made.reduce((result, group) => result.edit(asOne(document, group)), document);
}

/** From the first to the last of changes that stand in order, as the document has it and with the changes made. */
function asOne(document: ReferatDocument, changes: readonly TextChange[]): TextChange {
  const start = changes[0]?.start ?? 0;
  const end = changes.at(-1)?.end ?? start;
  return { start, end, text: changedText(document, changes, start, end) };
}
