import { type Attachment, attachmentsOf } from "../model/attachments.ts";
import { type AttachmentCitation, attachmentCitationsIn } from "../model/attachmentCitations.ts";
import { contentsOf } from "../model/contents.ts";
import { comparableName, endingOf } from "../model/fileName.ts";
import { footnotesIn } from "../model/footnotes.ts";
import { memo } from "../model/memo.ts";
import { nameFormsIn } from "../model/personForms.ts";
import { isOfThisAgenda, type ItemReference, itemReferencesIn } from "../model/references.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { findFootnoteMarks } from "../syntax/inline.ts";
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

/** An attachment as it is listed, in its item. */
export interface ListedAttachment {
  readonly item: number;
  readonly attachment: Attachment;
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

/**
 * The thing at `offset`; null where the words there mean nothing but themselves. A caret behind a thing is at it. `aliases` are
 * what the profile calls the body besides its full name.
 */
export function targetAt(
  document: ReferatDocument,
  offset: number,
  aliases: readonly string[] = [],
): FoundTarget | null {
  const index = document.chunkIndexAt(offset);
  const chunk = document.chunks[index];
  if (!chunk) return null;
  const base = document.offsets[index] ?? 0;
  const at = offset - base;
  if (chunk.comments.some(({ start, end }) => at > start && at < end)) return null;
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

/** The references of a chunk that can only mean an item of this document. */
export const ownReferencesIn: (chunk: Chunk) => readonly ItemReference[] = memo((chunk) =>
  itemReferencesIn(chunk).filter((each) => isOfThisAgenda(chunk, each)),
);

/** The indices of the items that bear each number, and those that bear each journal number. */
const numbersOf: (document: ReferatDocument) => {
  readonly items: ReadonlyMap<number, readonly number[]>;
  readonly journal: ReadonlyMap<string, readonly number[]>;
} = memo((document) => {
  const items = new Map<number, number[]>();
  const journal = new Map<string, number[]>();
  for (const [index, { heading, journalNumber }] of document.items.entries()) {
    if (journalNumber) add(journal, journalNumber.number, index);
    if (heading.number !== null) add(items, heading.number, index);
  }
  return { items, journal };
});

function add<Key>(indices: Map<Key, number[]>, key: Key, index: number): void {
  const same = indices.get(key);
  if (same) same.push(index);
  else indices.set(key, [index]);
}

export function itemsWithJournalNumber(document: ReferatDocument, number: string): readonly number[] {
  return numbersOf(document).journal.get(number) ?? [];
}

export function itemsWithNumber(document: ReferatDocument, number: number): readonly number[] {
  return numbersOf(document).items.get(number) ?? [];
}

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
  const form = nameFormsIn(chunk, noSounds, "").find((each) => covers(each, at));
  if (!form) return null;
  const name = basicName(form.name, document);
  return { span: span(form.start, form.start + name.length), target: { kind: "person", name } };
}

const noSounds: ReadonlySet<string> = new Set();

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

/** Where the text of an item names the file of one of its attachments. */
export function fileMentions(item: Item, { name }: Attachment): Span[] {
  if (endingOf(name) === "" || name.length < 6) return [];
  const found: Span[] = [];
  for (let at = item.masked.indexOf(name); at !== -1; at = item.masked.indexOf(name, at + name.length)) {
    const end = at + name.length;
    const within = item.sections.some(
      ({ kind, start, end: sectionEnd }) => kind === "bilag" && at >= start && at < sectionEnd,
    );
    const bounded =
      !/[\p{L}\p{N}]$/u.test(item.masked.slice(at - 2, at)) &&
      !/^[\p{L}\p{N}]/u.test(item.masked.slice(end, end + 2));
    if (!within && bounded && at >= item.heading.span.end) found.push(span(at, end));
  }
  return found;
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

/** `bilag 3.1`: the number with the word right before it. */
export function withWord(chunk: Chunk, { start, end }: Span): Span {
  const word = /(?<![\p{L}\p{N}-])bilag(?:ene)?\s{1,3}$/iu.exec(
    chunk.masked.slice(Math.max(0, start - 14), start),
  );
  return span(start - (word ? word[0].length : 0), end);
}

/** What a citation leads to: in its own item first, then wherever the number is given. */
export function attachmentsCited(
  document: ReferatDocument,
  index: number,
  { number }: AttachmentCitation,
): ListedAttachment[] {
  const item = document.items[index];
  if (!item) return [];
  const own = attachmentsOf(item);
  const place = (chosen: readonly Attachment[], at: number): ListedAttachment[] =>
    chosen.map((attachment) => ({ item: at, attachment }));
  // *Se bilag*: what the item lists.
  if (number === null) return place(own, index);
  const equal = own.filter((each) => each.number === number);
  if (equal.length > 0) return place(equal, index);
  const [first = "", ...rest] = number.split(".");
  if (rest.length === 0 && item.heading.number !== null) {
    const short = own.filter((each) => each.number === `${item.heading.number}.${first}`);
    if (short.length > 0) return place(short, index);
  }
  // `bilag 2` is the second on a list without numbers.
  const unnumbered = own.filter((each) => each.list === 0);
  if (rest.length === 0 && unnumbered.every((each) => each.number === null)) {
    const chosen = unnumbered[Number(first) - 1];
    if (chosen) return place([chosen], index);
  }
  return itemsWithNumber(document, Number(first)).flatMap((at) => {
    const there = document.items[at];
    return there && at !== index && rest.length > 0
      ? place(
          attachmentsOf(there).filter((each) => each.number === number),
          at,
        )
      : [];
  });
}

const journalPattern = /(?<![\p{L}\p{N}/.,-])\d{2}(?:\d{2})?\/\d{2,8}(?![\p{N}/])/gu;

function journalFinder(document: ReferatDocument, chunk: Chunk, _: number, at: number): Candidate | null {
  if (chunk.kind === "item" && chunk.journalNumber && covers(chunk.journalNumber.numberSpan, at)) {
    const { number, numberSpan } = chunk.journalNumber;
    return { span: numberSpan, target: { kind: "journalNumber", number } };
  }
  const from = Math.max(0, at - 40);
  for (const { 0: number, index } of chunk.masked.slice(from, at + 40).matchAll(journalPattern)) {
    const found = span(from + index, from + index + number.length);
    if (covers(found, at) && numbersOf(document).journal.has(number))
      return { span: found, target: { kind: "journalNumber", number } };
  }
  return null;
}

function footnoteFinder(_: ReferatDocument, chunk: Chunk, index: number, at: number): Candidate | null {
  const found = footnotePlaces(chunk).find((each) => covers(each.span, at));
  return found
    ? { span: found.span, target: { kind: "footnote", number: found.number, chunk: index } }
    : null;
}

/** A footnote's mark, or the number of its text with the brackets. */
export interface FootnotePlace {
  readonly number: string;
  readonly span: Span;
  readonly isText: boolean;
}

export const footnotePlaces: (chunk: Chunk) => readonly FootnotePlace[] = memo((chunk) => {
  if (chunk.kind === "contents" || !/\[\d/.test(chunk.masked)) return [];
  const texts = chunk.blocks.flatMap((block): FootnotePlace[] => {
    if (block.kind !== "footnote") return [];
    const { number, numberSpan } = block.footnote;
    const caret = chunk.masked[numberSpan.start - 2] === "^" ? 1 : 0;
    return [{ number, span: span(numberSpan.start - 1 - caret, numberSpan.end + 1), isText: true }];
  });
  const starts = new Set(texts.map((text) => text.span.start));
  const marks = findFootnoteMarks(chunk.masked)
    .filter((mark) => !starts.has(mark.span.start))
    .map((mark): FootnotePlace => ({ number: mark.number, span: mark.span, isText: false }));
  return [...marks, ...texts].sort((a, b) => a.span.start - b.span.start);
});

/** The footnotes of a chunk that are answered elsewhere: notes can be numbered through the document. */
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
