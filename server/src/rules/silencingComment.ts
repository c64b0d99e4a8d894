import type { ReferatDocument } from "../syntax/document.ts";
import { lineStartAt } from "../syntax/lineStart.ts";
import type { Block, Chunk } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";
import { applyEdits } from "../edits/applyEdits.ts";
import type { ChunkEdit, Place } from "./rule.ts";

/**
 * The comment that silences a rule at a place: in the line above it, or around its block where a line in between would
 * part a list, a table or a paragraph. Null where neither leaves the rest of the document read as before.
 */
export function silencingEdits(
  rule: string,
  { chunk: index, span }: Place,
  reason: string,
  document: ReferatDocument,
): ChunkEdit[] | null {
  const chunk = document.chunks[index];
  if (!chunk) return null;
  const { lineEnd } = document;
  const insertion = (at: number, newText: string): ChunkEdit => ({
    chunk: index,
    span: { start: at, end: at },
    newText,
  });
  const lineStart = lineStartAt(chunk, span.start);
  const above = [insertion(lineStart, `<!-- referat-disable-next-line ${rule}: ${reason} -->${lineEnd}`)];
  if (isReadAlike(document, applyEdits(document, above))) return above;
  const block = blockAt(chunk, span);
  if (!block) return null;
  const ended = /[\r\n]$/.test(chunk.text.slice(block.start, block.end));
  const around = [
    insertion(block.start, `<!-- referat-disable ${rule}: ${reason} -->${lineEnd}`),
    insertion(
      block.end,
      ended ? `<!-- referat-enable ${rule} -->${lineEnd}` : `${lineEnd}<!-- referat-enable ${rule} -->`,
    ),
  ];
  return isReadAlike(document, applyEdits(document, around)) ? around : null;
}

function blockAt(chunk: Chunk, span: Span): Block | undefined {
  return chunk.blocks.find((block) => block.start <= span.start && span.start < block.end);
}

/** Whether two documents are the same to a reader of their words: blanks and comments set aside. */
function isReadAlike(before: ReferatDocument, after: ReferatDocument): boolean {
  return (
    before.chunks.length === after.chunks.length &&
    before.chunks.every((chunk, index) => {
      const other = after.chunks[index];
      return other === chunk || (other !== undefined && wordsOf(other) === wordsOf(chunk));
    })
  );
}

function wordsOf(chunk: Chunk): string {
  return chunk.blocks
    .filter((block) => block.kind !== "blank" && block.kind !== "comment")
    .map((block) => `${block.kind} ${chunk.masked.slice(block.start, block.end).trim()}`)
    .join("\0");
}
