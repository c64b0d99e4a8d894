import type { ReferatDocument } from "../syntax/document.ts";
import type { ChunkEdit } from "./chunkEdit.ts";

/** The document with edits made, last place first; of several that insert at one place the first comes first. */
export function applyEdits(document: ReferatDocument, edits: readonly ChunkEdit[]): ReferatDocument {
  const absolute = edits
    .map(({ chunk, span, newText }) => {
      const base = document.offsets[chunk] ?? 0;
      return { start: base + span.start, end: base + span.end, text: newText };
    })
    .reverse()
    .sort((a, b) => b.start - a.start);
  let result = document;
  for (const edit of absolute) result = result.edit(edit);
  return result;
}
