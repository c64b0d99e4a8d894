import { attachmentCitationsIn } from "../model/attachmentCitations.ts";
import { attachmentsOf } from "../model/attachments.ts";
import {
  attachmentsCited,
  fileMentions,
  type ListedAttachment,
  withWord,
} from "../model/citedAttachments.ts";
import { footnotePlaces } from "../model/footnotes.ts";
import { itemsWithNumber } from "../model/itemNumbers.ts";
import { linksIn } from "../model/links.ts";
import { linkTarget } from "../model/linkTarget.ts";
import { sectionsOf } from "../model/sections.ts";
import { ownReferencesIn } from "../model/references.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";
import { lastNotAbove } from "../text/lines.ts";
import { liesInOne, type Span } from "../text/span.ts";
import { attachmentsIn } from "./attachmentBlocks.ts";
import { cleanText } from "./cleanText.ts";
import type { Reference } from "./renderModel.ts";

/** Something in running text that is more than its words. */
export type Atom = { readonly span: Span } & (
  | { readonly type: "link"; readonly words: Span | null; readonly address: string }
  /** `[words](#)`: what leads nowhere are words. */
  | { readonly type: "words"; readonly words: Span }
  | { readonly type: "reference"; readonly to: Reference["to"]; readonly anchor: string }
  | {
      readonly type: "mark";
      readonly number: string;
      readonly anchor: string | null;
      readonly note: string | null;
    }
);

/** Which items are shown: a closed one perhaps not, or by its title alone. */
export interface Shown {
  readonly item: (index: number) => boolean;
  readonly title: (index: number) => boolean;
  /** Nothing may tell what the closed items are about: an entry of the contents neither, whose item is gone. */
  readonly hidesClosed: boolean;
}

/** The places of a document that something leads to, and what leads there. What is not shown is no place. */
export class Places {
  private readonly items: readonly (string | null)[];
  private readonly attachments = new Map<string, string>();
  private readonly notes = new Map<string, string>();
  /** The first footnote of each number, for the marks of other items. */
  private readonly notesByNumber = new Map<string, string>();
  private readonly marks = new Map<string, string[]>();
  private readonly atoms: readonly { readonly all: readonly Atom[]; readonly starts: readonly number[] }[];
  /** The anchors that are taken, with how many were made of each. */
  private readonly taken = new Map<string, number>();

  constructor(
    readonly document: ReferatDocument,
    readonly shown: Shown,
  ) {
    this.items = document.items.map((item, index) =>
      shown.title(index) ? this.anchor(itemName(item)) : null,
    );
    for (const [index, item] of document.items.entries()) if (shown.item(index)) this.nameWithin(item, index);
    this.atoms = document.chunks.map((chunk, index) => {
      const all = this.isShown(index) ? this.readAtoms(chunk, index) : [];
      return { all, starts: all.map(({ span }) => span.start) };
    });
  }

  item(index: number): string | null {
    return this.items[index] ?? null;
  }

  /** The anchor of an attachment, by its item and the line in it; null where it is listed in no list of Bilag. */
  attachment(item: number, line: number): string | null {
    return this.attachments.get(`${item} ${line}`) ?? null;
  }

  /** The anchor of the footnote whose text begins at an offset of a chunk. */
  note(chunk: number, at: number): string | null {
    return this.notes.get(`${chunk} ${at}`) ?? null;
  }

  /** The anchors of the marks that lead to a footnote. */
  marksOf(note: string): readonly string[] {
    return this.marks.get(note) ?? [];
  }

  /** What lies wholly within a stretch of a chunk, in order and without overlap. */
  atomsIn(chunk: number, { start, end }: Span): readonly Atom[] {
    const { all, starts } = this.atoms[chunk] ?? { all: [], starts: [] };
    const first = lastNotAbove(starts, start);
    const found: Atom[] = [];
    for (let index = first; index < all.length; index++) {
      const atom = all[index];
      if (!atom || atom.span.start >= end) break;
      if (atom.span.start >= start && atom.span.end <= end) found.push(atom);
    }
    return found;
  }

  private isShown(chunk: number): boolean {
    const item = chunk - this.document.firstItemIndex;
    return item < 0 || this.shown.item(item);
  }

  private anchor(wanted: string): string {
    let count = this.taken.get(wanted) ?? 0;
    let anchor = wanted;
    while (this.taken.has(anchor)) anchor = `${wanted}-${++count}`;
    this.taken.set(wanted, Math.max(count, 1));
    if (anchor !== wanted) this.taken.set(anchor, 1);
    return anchor;
  }

  private nameWithin(item: Item, index: number): void {
    const name = this.items[index] ?? "";
    const lines = sectionsOf(item, "bilag")
      .flatMap(({ blocks }) => blocks.flatMap((block) => attachmentsIn(item, block) ?? []))
      .map(({ line }) => line);
    for (const [count, line] of lines.entries())
      this.attachments.set(`${index} ${line}`, this.anchor(`${name}-bilag-${count + 1}`));
    const chunk = this.document.firstItemIndex + index;
    for (const { number, span, isText } of footnotePlaces(item)) {
      if (!isText) continue;
      const anchor = this.anchor(`${name}-note-${number}`);
      this.notes.set(`${chunk} ${span.start}`, anchor);
      // The first of a number is the one that a mark leads to: in its own item, or from anywhere.
      if (!this.notes.has(`${chunk}:${number}`)) this.notes.set(`${chunk}:${number}`, anchor);
      if (!this.notesByNumber.has(number)) this.notesByNumber.set(number, anchor);
    }
  }

  private readAtoms(chunk: Chunk, index: number): Atom[] {
    if (chunk.kind === "contents") return [];
    let atoms: Atom[] = [];
    const headings =
      chunk.kind === "item"
        ? chunk.blocks.filter(({ kind }) => kind === "itemHeading" || kind === "sectionHeading")
        : chunk.blocks.filter(({ kind }) => kind === "titleLine");
    // What one way of writing has taken is not read again in a later one.
    const add = (more: readonly Atom[]): void => {
      const starts = atoms.map(({ span }) => span.start);
      const free = more.filter(({ span: { start, end } }) => {
        if (liesInOne(headings, start)) return false;
        const before = atoms[lastNotAbove(starts, end - 1)];
        return !before || start >= before.span.end || end <= before.span.start;
      });
      if (free.length > 0) atoms = [...atoms, ...free].sort((a, b) => a.span.start - b.span.start);
    };
    add(linksIn(chunk).flatMap(linkAtom));
    add(this.references(chunk));
    if (chunk.kind === "item") add(this.citations(chunk, index));
    if (chunk.kind === "item") add(this.mentions(chunk, index));
    add(
      footnotePlaces(chunk)
        .filter(({ isText }) => !isText)
        .map(({ number, span }) => ({ type: "mark", number, span, anchor: null, note: null })),
    );
    return atoms.map((atom) => (atom.type === "mark" ? this.marked(atom, index) : atom));
  }

  private marked(atom: Extract<Atom, { type: "mark" }>, chunk: number): Atom {
    const note = this.notes.get(`${chunk}:${atom.number}`) ?? this.notesByNumber.get(atom.number);
    if (note === undefined) return atom;
    const marks = this.marks.get(note) ?? [];
    this.marks.set(note, marks);
    const anchor = this.anchor(`${note}-fra-${marks.length + 1}`);
    marks.push(anchor);
    return { ...atom, anchor, note };
  }

  private references(chunk: Chunk): Atom[] {
    return ownReferencesIn(chunk).flatMap(({ number, span }): Atom[] => {
      for (const index of itemsWithNumber(this.document, number)) {
        const anchor = this.item(index);
        if (anchor !== null) return [{ type: "reference", to: "item", span, anchor }];
      }
      return [];
    });
  }

  private citations(item: Item, chunk: number): Atom[] {
    return attachmentCitationsIn(item).flatMap((citation) => {
      const listed = attachmentsCited(this.document, chunk - this.document.firstItemIndex, citation);
      return this.toAttachment(withWord(item, citation.span), listed);
    });
  }

  private mentions(item: Item, chunk: number): Atom[] {
    const index = chunk - this.document.firstItemIndex;
    return attachmentsOf(item)
      .flatMap((attachment) =>
        fileMentions(item, attachment).flatMap((span) =>
          this.toAttachment(span, [{ item: index, attachment }]),
        ),
      )
      .sort((a, b) => a.span.start - b.span.start)
      .filter((atom, at, all) => at === 0 || atom.span.start >= (all[at - 1]?.span.end ?? 0));
  }

  private toAttachment(span: Span, listed: readonly ListedAttachment[]): Atom[] {
    for (const { item, attachment } of listed) {
      const anchor = this.attachment(item, attachment.line);
      if (anchor !== null) return [{ type: "reference", to: "attachment", span, anchor }];
    }
    return [];
  }
}

function itemName({ heading }: Item): string {
  return heading.number === null ? "pause" : `punkt-${heading.number}`;
}

function linkAtom({ span, words, address }: ReturnType<typeof linksIn>[number]): Atom[] {
  const target = linkTarget(address);
  if (target?.type === "address")
    return [{ type: "link", span, words, address: cleanText(target.value).trim() }];
  if (target) {
    const fragment = target.fragment === null ? "" : `#${encodeURIComponent(cleanText(target.fragment))}`;
    return [{ type: "link", span, words, address: fileAddress(target.value) + fragment }];
  }
  return words && /^[\s#]*$/.test(address) ? [{ type: "words", span, words }] : [];
}

/** The path of a file beside or below the document, encoded as in a URL. */
export function fileAddress(path: string): string {
  return path
    .split("/")
    .map((step) => encodeURIComponent(cleanText(step)))
    .join("/");
}
