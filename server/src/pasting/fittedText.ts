import type { ReferatDocument } from "../syntax/document.ts";
import { readListMark } from "../syntax/listEntry.ts";

/** So far back is looked for what stands before the cursor, in UTF-16 units. */
const farthest = 2000;

/**
 * What a document writes of a page, fitted to where it is pasted; null where the plain text fits better. `offset` counts UTF-16
 * units from the start of the document.
 */
export function fittedText(document: ReferatDocument, offset: number, text: string): string | null {
  const index = document.chunkIndexAt(offset);
  const chunk = document.chunks[index];
  if (!chunk) return text;
  const at = offset - document.offsetOf(index);
  const before = chunk.text.slice(Math.max(0, at - farthest), at);
  const isOneLine = !text.includes("\n");
  if (chunk.kind !== "item") {
    // A blank line would end the field that is being written, and no word of the head is bold.
    const isApart = before.trim() === "" || /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)[ \t]*$/.test(before);
    return isApart && !isOneLine ? text : null;
  }
  const isHeading =
    at <= chunk.heading.span.end ||
    chunk.sections.some(({ start }) => start <= at && !/[\r\n]/.test(chunk.text.slice(start, at)));
  return isHeading && isOneLine ? null : afterMark(before, text);
}

/** Where a list entry has begun already, the first of those that are pasted has no mark of its own. */
function afterMark(before: string, text: string): string {
  if (!/(?:^|[\r\n])[ \t]*(?:[-–•*]|\d{1,3}[.)]|[a-zæøå]\))[ \t]+$/.test(before)) return text;
  const [first = ""] = text.split("\n", 1);
  return text.slice(readListMark(text, 0, first.length)?.text.start ?? 0);
}
