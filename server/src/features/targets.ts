import { type Attachment, attachmentsOf } from "../model/attachments.ts";
import { attachmentCitationsIn } from "../model/attachmentCitations.ts";
import {
  attachmentsCited,
  fileMentions,
  type ListedAttachment,
  withWord,
} from "../model/citedAttachments.ts";
import { contentsOf } from "../model/contents.ts";
import { comparableName } from "../model/fileName.ts";
import { footnotePlaces, footnotesIn } from "../model/footnotes.ts";
import { itemsWithNumber, numbersOf } from "../model/itemNumbers.ts";
import { journalNumbersIn } from "../model/journalNumbers.ts";
import { givenNamesIn } from "../model/personForms.ts";
import { ownReferencesIn } from "../model/references.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";
import { shifted, type Span, span } from "../text/span.ts";
import { type Body, bodyNamedAt } from "./bodies.ts";
import { basicName, knownPersons, personAt } from "./names.ts";

/**
 * The things that a document speaks of in several places: FORMAT.md section 5. Hover, definition, references, highlights
 * and rename all ask here what stands at a place.
 */
export type Target =
  | ItemTarget
  | AttachmentTarget
  | { readonly kind: "person"; readonly name: string }
  | BodyTarget
  | { readonly kind: "journalNumber"; readonly number: string }
  | FootnoteTarget;

export interface BodyTarget extends Body {
  readonly kind: "body";
}

export interface ItemTarget {
  readonly kind: "item";
  /** The indices of the items that are meant: two items can bear one number. */
  readonly items: readonly number[];
  readonly number: number | null;
  /** What names it here: its number, or its title. */
  readonly by: "number" | "title";
}

export interface AttachmentTarget {
  readonly kind: "attachment";
  /** Where it is listed: none, where a citation leads nowhere. */
  readonly listed: readonly ListedAttachment[];
  readonly number: string | null;
}

export interface FootnoteTarget {
  readonly kind: "footnote";
  readonly number: string;
  readonly chunk: number;
}

/** What stands at a place, and from where to where. The span is the document's. */
export interface FoundTarget {
  readonly target: Target;
  readonly span: Span;
}

interface Candidate {
  readonly span: Span;
  readonly target: Target;
}

/** A place in a chunk, which begins at `base` in the document. */
interface Place {
  readonly chunk: Chunk;
  readonly index: number;
  readonly base: number;
  readonly at: number;
}

/** Where in its chunk an offset of the document lies; null within a comment, where words mean nothing. */
export function placeAt(document: ReferatDocument, offset: number): Place | null {
  const index = document.chunkIndexAt(offset);
  const chunk = document.chunks[index];
  if (!chunk) return null;
  const base = document.offsetOf(index);
  const at = offset - base;
  return chunk.comments.some(({ start, end }) => at > start && at < end) ? null : { chunk, index, base, at };
}

/**
 * The thing at `offset`; null where the words there mean nothing but themselves. A caret behind a thing is at it. `aliases` are
 * what the profile calls the body besides its full name.
 */
export function targetAt(
  document: ReferatDocument,
  offset: number,
  aliases: readonly string[] = [],
): FoundTarget | null {
  const place = placeAt(document, offset);
  if (!place) return null;
  const { chunk, index, base, at } = place;
  let behind: Candidate | null = null;
  for (const find of chunk.kind === "item" ? itemFinders : preambleFinders) {
    const found = find(document, chunk, index, at, aliases);
    if (!found || at < found.span.start || at > found.span.end) continue;
    if (at < found.span.end) return { target: found.target, span: shifted(found.span, base) };
    behind ??= found;
  }
  return behind && { target: behind.target, span: shifted(behind.span, base) };
}

type Finder = (
  document: ReferatDocument,
  chunk: Chunk,
  index: number,
  at: number,
  aliases: readonly string[],
) => Candidate | null;

/** What is written within something else comes first. */
const common: readonly Finder[] = [referenceFinder, footnoteFinder, citationFinder, journalFinder];
const names: readonly Finder[] = [personFinder, bodyFinder];
const itemFinders: readonly Finder[] = [...common, labelFinder, ...names, attachmentFinder, headingFinder];
const preambleFinders: readonly Finder[] = [...common, ...names, entryFinder];

function referenceFinder(document: ReferatDocument, chunk: Chunk, _: number, at: number): Candidate | null {
  const reference = hit(ownReferencesIn(chunk), at);
  if (!reference) return null;
  const { number } = reference;
  const items = itemsWithNumber(document, number);
  return { span: reference.span, target: { kind: "item", items, number, by: "number" } };
}

function labelFinder(document: ReferatDocument, chunk: Chunk, index: number): Candidate | null {
  if (chunk.kind !== "item" || chunk.heading.number === null) return null;
  const { number, labelSpan } = chunk.heading;
  const items = [index - document.firstItemIndex];
  return { span: labelSpan, target: { kind: "item", items, number, by: "number" } };
}

function headingFinder(document: ReferatDocument, chunk: Chunk, index: number): Candidate | null {
  if (chunk.kind !== "item" || chunk.heading.fullTitleSpan.end === chunk.heading.fullTitleSpan.start)
    return null;
  const { number, fullTitleSpan } = chunk.heading;
  const items = [index - document.firstItemIndex];
  return { span: fullTitleSpan, target: { kind: "item", items, number, by: "title" } };
}

function entryFinder(document: ReferatDocument, chunk: Chunk, index: number, at: number): Candidate | null {
  if (chunk.kind === "item" || !chunk.entries.some(({ textSpan }) => covers(textSpan, at))) return null;
  const line = contentsOf(document).find((each) => each.index === index && covers(each.entry.textSpan, at));
  if (line?.item == null) return null;
  const number = document.items[line.item]?.heading.number ?? null;
  return { span: line.entry.textSpan, target: { kind: "item", items: [line.item], number, by: "title" } };
}

function personFinder(document: ReferatDocument, chunk: Chunk, _: number, at: number): Candidate | null {
  const known = personAt(chunk, at, knownPersons(document));
  if (known) return { span: span(known.start, known.end), target: { kind: "person", name: known.name } };
  const form = givenNamesIn(chunk).find((each) => covers(each, at));
  if (!form) return null;
  const name = basicName(form.name, document);
  return { span: span(form.start, form.start + name.length), target: { kind: "person", name } };
}

function bodyFinder(
  document: ReferatDocument,
  chunk: Chunk,
  _: number,
  at: number,
  aliases: readonly string[],
): Candidate | null {
  const found = bodyNamedAt(document, chunk, at, aliases);
  if (!found) return null;
  const { body, mention } = found;
  return { span: span(mention.start, mention.end), target: { kind: "body", ...body } };
}

function attachmentFinder(
  document: ReferatDocument,
  chunk: Chunk,
  index: number,
  at: number,
): Candidate | null {
  if (chunk.kind !== "item") return null;
  const item = index - document.firstItemIndex;
  const listed = attachmentsOf(chunk).find((each) => covers(each.span, at));
  if (listed) return { span: listed.span, target: sameAttachments(chunk, item, listed) };
  for (const attachment of attachmentsOf(chunk)) {
    const mention = fileMentions(chunk, attachment).find((each) => covers(each, at));
    if (mention) return { span: mention, target: sameAttachments(chunk, item, attachment) };
  }
  return null;
}

/** What an item lists under one number, or one name, is one attachment, though it stand in two lists. */
function sameAttachments(item: Item, index: number, of: Attachment): AttachmentTarget {
  const listed = attachmentsOf(item)
    .filter((each) => each === of || isSameAttachment(each, of))
    .map((attachment) => ({ item: index, attachment }));
  return { kind: "attachment", listed, number: of.number };
}

function isSameAttachment(a: Attachment, b: Attachment): boolean {
  if (a.number !== null && b.number !== null) return a.number === b.number;
  const name = comparableName(a.name);
  return name !== "" && name === comparableName(b.name);
}

function citationFinder(
  document: ReferatDocument,
  chunk: Chunk,
  index: number,
  at: number,
): Candidate | null {
  if (chunk.kind !== "item") return null;
  const citation = attachmentCitationsIn(chunk).find((each) => covers(withWord(chunk, each.span), at));
  if (!citation) return null;
  const listed = attachmentsCited(document, index - document.firstItemIndex, citation);
  return {
    span: withWord(chunk, citation.span),
    target: { kind: "attachment", listed, number: citation.number },
  };
}

function journalFinder(document: ReferatDocument, chunk: Chunk, _: number, at: number): Candidate | null {
  if (chunk.kind === "item" && chunk.journalNumber && covers(chunk.journalNumber.numberSpan, at)) {
    const { number, numberSpan } = chunk.journalNumber;
    return { span: numberSpan, target: { kind: "journalNumber", number } };
  }
  const found = journalNumbersIn(chunk).find((each) => covers(each.span, at));
  return found && numbersOf(document).journal.has(found.number)
    ? { span: found.span, target: { kind: "journalNumber", number: found.number } }
    : null;
}

function footnoteFinder(_: ReferatDocument, chunk: Chunk, index: number, at: number): Candidate | null {
  const found = footnotePlaces(chunk).find((each) => covers(each.span, at));
  return found
    ? { span: found.span, target: { kind: "footnote", number: found.number, chunk: index } }
    : null;
}

/** Whether the marks and texts of a footnote in this chunk belong to each other: notes can be numbered through the document. */
export function isAnsweredHere(chunk: Chunk, number: string): boolean {
  const { marksWithoutText, textsWithoutMark } = footnotesIn(chunk);
  return ![...marksWithoutText, ...textsWithoutMark].some((each) => each.number === number);
}

function covers({ start, end }: Span, at: number): boolean {
  return at >= start && at <= end;
}

/** What covers a place; of two that meet there, the one that begins. */
function hit<Thing extends { readonly span: Span }>(things: readonly Thing[], at: number): Thing | null {
  const found = things.filter((each) => covers(each.span, at));
  return found.find((each) => at < each.span.end) ?? found[0] ?? null;
}
