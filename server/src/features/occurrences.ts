import { attachmentCitationsIn } from "../model/attachmentCitations.ts";
import { attachmentsCited, fileMentions, withWord } from "../model/citedAttachments.ts";
import { contentsOf } from "../model/contents.ts";
import { footnotePlaces } from "../model/footnotes.ts";
import { memoFor } from "../model/memo.ts";
import { participantsOf } from "../model/participants.ts";
import { ownReferencesIn } from "../model/references.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk } from "../syntax/nodes.ts";
import type { Stretch } from "../syntax/stretches.ts";
import { shifted, type Span, span } from "../text/span.ts";
import { type Body, bodyMentionsIn, bodyNameOf } from "./bodies.ts";
import { knownPersons, personMentionsIn, soughtPerson } from "./names.ts";
import {
  type AttachmentTarget,
  type FootnoteTarget,
  isAnsweredHere,
  type ItemTarget,
  type Target,
} from "./targets.ts";

/** How a place stands to the thing that it names. */
export type Role =
  /** Where the thing itself stands: a heading's number, a listed person, a listed attachment, a footnote's text. */
  | "definition"
  /** The title in an item's heading. */
  | "title"
  /** An entry of the contents. */
  | "entry"
  | "mention"
  /** A mention by another name than the thing's own: a rename does not reach it. */
  | "alias";

/** A place that names a thing. The span is the document's. */
export interface Occurrence {
  readonly span: Span;
  readonly role: Role;
}

/** All places of the document that name the thing, in order. */
export function occurrencesOf(document: ReferatDocument, target: Target): Occurrence[] {
  const found = placesOf(document, target).sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return found.filter(
    ({ span: { start, end } }, index) =>
      start !== found[index - 1]?.span.start || end !== found[index - 1]?.span.end,
  );
}

/** How often the document names a person or a body. Counted once for each stretch of it. */
export function mentionCount(
  document: ReferatDocument,
  target: Extract<Target, { kind: "person" | "body" }>,
): number {
  let key = `${target.kind}\n`;
  let mentionsIn: (chunk: Chunk) => readonly Span[];
  if (target.kind === "person") {
    const sought = soughtPerson(target.name, knownPersons(document));
    key += sought.key;
    mentionsIn = (chunk) => personMentionsIn(chunk, sought);
  } else {
    key += [target.name, ...target.aliases].join("\n");
    mentionsIn = (chunk) => bodyMentionsIn(chunk, target);
  }
  const countIn = ({ chunks }: Stretch): number =>
    chunks.reduce((sum, chunk) => sum + mentionsIn(chunk).length, 0);
  return document.stretches.reduce((sum, stretch) => sum + counts(stretch, key, () => countIn(stretch)), 0);
}

const counts = memoFor<number>();

function placesOf(document: ReferatDocument, target: Target): Occurrence[] {
  switch (target.kind) {
    case "item":
      return itemPlaces(document, target);
    case "attachment":
      return attachmentPlaces(document, target);
    case "person":
      return personPlaces(document, target.name);
    case "body":
      return bodyPlaces(document, target);
    case "journalNumber":
      return journalPlaces(document, target.number);
    case "footnote":
      return footnotePlacesOf(document, target);
  }
}

function inAll(
  document: ReferatDocument,
  find: (chunk: Chunk, index: number) => readonly Occurrence[],
): Occurrence[] {
  const all: Occurrence[] = [];
  for (const [index, chunk] of document.chunks.entries()) {
    const base = document.offsetOf(index);
    for (const { span, role } of find(chunk, index)) all.push({ span: shifted(span, base), role });
  }
  return all;
}

function itemPlaces(document: ReferatDocument, { items, number }: ItemTarget): Occurrence[] {
  const places: Occurrence[] = [];
  const meant = new Set(items);
  for (const index of items) {
    const heading = document.items[index]?.heading;
    const base = document.offsetOf(document.firstItemIndex + index);
    if (!heading) continue;
    if (heading.number !== null) places.push({ span: shifted(heading.labelSpan, base), role: "definition" });
    places.push({ span: shifted(heading.fullTitleSpan, base), role: "title" });
  }
  for (const { item, index, entry } of contentsOf(document)) {
    if (item === null || !meant.has(item)) continue;
    places.push({ span: shifted(entry.textSpan, document.offsetOf(index)), role: "entry" });
  }
  if (number === null) return places;
  const references = inAll(document, (chunk) =>
    ownReferencesIn(chunk)
      .filter((reference) => reference.number === number)
      .map((reference) => ({ span: reference.span, role: "mention" })),
  );
  return [...places, ...references];
}

function attachmentPlaces(document: ReferatDocument, { listed }: AttachmentTarget): Occurrence[] {
  const all = new Set(listed.map(({ attachment }) => attachment));
  const places: Occurrence[] = [];
  for (const { item: index, attachment } of listed) {
    const item = document.items[index];
    const base = document.offsetOf(document.firstItemIndex + index);
    places.push({ span: shifted(attachment.span, base), role: "definition" });
    for (const at of item ? fileMentions(item, attachment) : [])
      places.push({ span: shifted(at, base), role: "mention" });
  }
  const citations = inAll(document, (chunk, index) =>
    chunk.kind !== "item"
      ? []
      : attachmentCitationsIn(chunk)
          .filter((citation) => {
            const cited = attachmentsCited(document, index - document.firstItemIndex, citation);
            return cited.length > 0 && cited.every(({ attachment }) => all.has(attachment));
          })
          .map((citation) => ({ span: withWord(chunk, citation.span), role: "mention" })),
  );
  return [...places, ...citations];
}

function personPlaces(document: ReferatDocument, name: string): Occurrence[] {
  const sought = soughtPerson(name, knownPersons(document));
  const mentions = inAll(document, (chunk) =>
    personMentionsIn(chunk, sought).map((at) => ({ span: at, role: "mention" })),
  );
  const listed = listedAt(document, name);
  const own = mentions.findIndex(({ span: { start } }) => start === listed);
  const definition = own === -1 ? 0 : own;
  return mentions.map((mention, index) =>
    index === definition ? { span: mention.span, role: "definition" } : mention,
  );
}

/** Where the participants' list names the person. */
function listedAt(document: ReferatDocument, name: string): number | null {
  const person = participantsOf(document.preambles).find((each) => each.name === name);
  if (!person) return null;
  const index = document.preambles.findIndex((chunk) =>
    chunk.fields.some(
      ({ name: field, valueSpan }) =>
        field === person.field &&
        valueSpan.start <= person.nameSpan.start &&
        person.nameSpan.end <= valueSpan.end &&
        chunk.masked.slice(person.nameSpan.start, person.nameSpan.end) === name,
    ),
  );
  return index === -1 ? null : document.offsetOf(index) + person.nameSpan.start;
}

function bodyPlaces(document: ReferatDocument, body: Body): Occurrence[] {
  const isTitle = body.name === bodyNameOf(document);
  let first = true;
  return inAll(document, (chunk) =>
    bodyMentionsIn(chunk, body).map(({ start, end, alias }) => {
      if (alias) return { span: { start, end }, role: "alias" };
      const role = first && isTitle ? "definition" : "mention";
      first = false;
      return { span: { start, end }, role };
    }),
  );
}

function journalPlaces(document: ReferatDocument, number: string): Occurrence[] {
  return inAll(document, (chunk) => {
    if (!chunk.masked.includes(number)) return [];
    const own = chunk.kind === "item" ? chunk.journalNumber : null;
    const places: Occurrence[] = [];
    for (let at = chunk.masked.indexOf(number); at !== -1; at = chunk.masked.indexOf(number, at + 1)) {
      const end = at + number.length;
      const isOwn = own?.number === number && own.numberSpan.start === at;
      const before = chunk.masked.slice(Math.max(0, at - 2), at);
      if (
        !isOwn &&
        (/[\p{Alpha}\p{N}/.,-]$/u.test(before) ||
          /^[\p{Alpha}\p{N}/]/u.test(chunk.masked.slice(end, end + 2)))
      )
        continue;
      places.push({ span: span(at, end), role: isOwn ? "definition" : "mention" });
    }
    return places;
  });
}

/** A footnote is its item's, or, where it is not answered there, the document's. */
function footnotePlacesOf(document: ReferatDocument, { chunk: index, number }: FootnoteTarget): Occurrence[] {
  const own = document.chunks[index];
  const here = !!own && isAnsweredHere(own, number);
  return inAll(document, (chunk, at) => {
    if (here ? at !== index : chunk !== own && isAnsweredHere(chunk, number)) return [];
    return footnotePlaces(chunk)
      .filter((place) => place.number === number)
      .map((place) => ({ span: place.span, role: place.isText ? "definition" : "mention" }));
  });
}
