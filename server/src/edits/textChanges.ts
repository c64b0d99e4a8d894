import type { ReferatDocument, TextChange } from "../syntax/document.ts";
import type { ChunkEdit } from "./chunkEdit.ts";

/** Changes by offsets of the whole document, on their way to edits of its chunks. */

/** In the order of their places; of several that insert at one place the first stays first. */
export function inOrder(changes: readonly TextChange[]): TextChange[] {
  return [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The text between two offsets with the changes made that lie there. */
export function changedText(
  document: ReferatDocument,
  changes: readonly TextChange[],
  start = 0,
  end = document.length,
): string {
  const before = document.getText({ start, end });
  let text = "";
  let at = start;
  for (const change of inOrder(changes)) {
    text += before.slice(at - start, change.start - start) + change.text;
    at = change.end;
  }
  return text + before.slice(at - start);
}

/** One edit for each chunk that a change reaches; what is new stands in the first of them. */
export function chunkEdits(document: ReferatDocument, changes: readonly TextChange[]): ChunkEdit[] {
  return inOrder(changes).flatMap((change) => {
    const edits: ChunkEdit[] = [];
    let { start, text } = change;
    do {
      const chunk = document.chunkIndexAt(start);
      const base = document.offsetOf(chunk);
      const end = Math.min(change.end, base + (document.chunks[chunk]?.text.length ?? 0));
      edits.push({ chunk, span: { start: start - base, end: end - base }, newText: text });
      text = "";
      start = end;
    } while (start < change.end);
    return edits;
  });
}

/** A change of one chunk, by offsets of the whole document. */
export function textChange(document: ReferatDocument, { chunk, span, newText }: ChunkEdit): TextChange {
  const base = document.offsetOf(chunk);
  return { start: base + span.start, end: base + span.end, text: newText };
}
