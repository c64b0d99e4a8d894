import { contentsAlignmentOf, contentsEntries } from "../model/contents.ts";
import { personMentions, personNamesIn } from "../model/people.ts";
import { itemReferencesIn } from "../model/references.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { findFootnoteMarks } from "../syntax/inline.ts";
import { shifted, type Span } from "../text/span.ts";

/** A place that means the same as the one that was asked for; `definition` is where the thing itself stands. */
export interface Highlight {
  readonly span: Span;
  readonly definition: boolean;
}

/** Everything in the document that means the same as what stands at `offset`; empty where nothing is known of it. */
export function highlightsAt(document: ReferatDocument, offset: number): Highlight[] {
  const index = document.chunkIndexAt(offset);
  const chunk = document.chunks[index];
  if (!chunk) return [];
  const at = offset - (document.offsets[index] ?? 0);
  const within = (span: Span | null | undefined): boolean => !!span && at >= span.start && at <= span.end;

  const reference = itemReferencesIn(chunk).find((each) => within(each.span));
  if (reference) return itemHighlights(document, reference.number);
  if (chunk.kind === "item") {
    const { heading } = chunk;
    if (within(heading.labelSpan) && heading.number !== null) return itemHighlights(document, heading.number);
    if (within(heading.fullTitleSpan)) return titleHighlights(document, index - document.firstItemIndex);
  } else {
    const entry = contentsEntries(document).findIndex(
      (each) => each.index === index && within(each.entry.textSpan),
    );
    const item = entry === -1 ? null : contentsAlignmentOf(document)[entry];
    if (item !== null && item !== undefined) return titleHighlights(document, item);
  }
  const names = personNamesIn(document);
  const person = personMentions(chunk, names).find(within);
  if (person) return personHighlights(document, names, person.name);
  return footnoteHighlights(document, index, at);
}

function itemHighlights(document: ReferatDocument, number: number): Highlight[] {
  return document.chunks.flatMap((chunk, index) => {
    const base = document.offsets[index] ?? 0;
    const heading = chunk.kind === "item" && chunk.heading.number === number ? [chunk.heading.labelSpan] : [];
    return [
      ...heading.map((span) => ({ span: shifted(span, base), definition: true })),
      ...itemReferencesIn(chunk)
        .filter((reference) => reference.number === number)
        .map((reference) => ({ span: shifted(reference.span, base), definition: false })),
    ];
  });
}

/** The heading and its entries in the contents. */
function titleHighlights(document: ReferatDocument, itemIndex: number): Highlight[] {
  const chunkIndex = document.firstItemIndex + itemIndex;
  const item = document.chunks[chunkIndex];
  const alignment = contentsAlignmentOf(document);
  const entries = contentsEntries(document)
    .filter((_, position) => alignment[position] === itemIndex)
    .map(({ index, entry }) => ({
      span: shifted(entry.textSpan, document.offsets[index] ?? 0),
      definition: false,
    }));
  if (item?.kind !== "item") return entries;
  return [
    ...entries,
    { span: shifted(item.heading.fullTitleSpan, document.offsets[chunkIndex] ?? 0), definition: true },
  ];
}

function personHighlights(document: ReferatDocument, names: readonly string[], name: string): Highlight[] {
  let first = true;
  return document.chunks.flatMap((chunk, index) =>
    personMentions(chunk, names)
      .filter((mention) => mention.name === name)
      .map(({ start, end }) => {
        const definition = first;
        first = false;
        return { span: shifted({ start, end }, document.offsets[index] ?? 0), definition };
      }),
  );
}

/** A footnote's marks and its text, within one item. */
function footnoteHighlights(document: ReferatDocument, index: number, at: number): Highlight[] {
  const chunk = document.chunks[index];
  if (!chunk) return [];
  const base = document.offsets[index] ?? 0;
  const texts = chunk.blocks.flatMap((block) => (block.kind === "footnote" ? [block.footnote] : []));
  const marks = findFootnoteMarks(chunk.masked);
  const number =
    marks.find(({ span }) => at >= span.start && at <= span.end)?.number ??
    texts.find(({ numberSpan }) => at >= numberSpan.start - 1 && at <= numberSpan.end + 1)?.number;
  if (number === undefined) return [];
  return [
    ...marks
      .filter((mark) => mark.number === number)
      .map(({ span }) => ({ span: shifted(span, base), definition: false })),
    ...texts
      .filter((text) => text.number === number)
      .map(({ numberSpan }) => ({ span: shifted(numberSpan, base), definition: true })),
  ];
}
