import { attachmentsOf } from "../model/attachments.ts";
import { memo } from "../model/memo.ts";
import type { Chunk } from "../syntax/nodes.ts";

/**
 * What a rule of the whole document reads of a chunk, as a string that tells two versions of it apart. It holds the places
 * too, since findings point at them. A head or contents are read whole.
 */

/** The item's heading: its number, title and time. */
export const headings: (chunk: Chunk) => string = memo((chunk) =>
  chunk.kind === "item" ? chunk.masked.slice(0, chunk.heading.span.end) : chunk.text,
);

/** The headings of the item and of its sections. */
export const sectionHeadings: (chunk: Chunk) => string = memo((chunk) => {
  if (chunk.kind !== "item") return chunk.text;
  const sections = chunk.sections.map((section) => {
    const lineEnd = chunk.lineStarts[section.line + 1] ?? chunk.text.length;
    return `${section.start}:${section.kind}:${chunk.masked.slice(section.start, lineEnd)}`;
  });
  return [headings(chunk), ...sections].join("\n");
});

/** The heading and the attachments. */
export const attachments: (chunk: Chunk) => string = memo((chunk) => {
  if (chunk.kind !== "item") return chunk.text;
  const listed = attachmentsOf(chunk).map(
    ({ number, numberSpan, name, nameSpan, span, list }) =>
      `${span.start}:${numberSpan?.start ?? ""}:${nameSpan.start}:${list}:${number ?? ""}:${name}`,
  );
  return [headings(chunk), ...listed].join("\n");
});
