import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";
import { AnyOf } from "../text/anyOf.ts";
import { liesInOne, type Span, span } from "../text/span.ts";
import type { AttachmentCitation } from "./attachmentCitations.ts";
import { type Attachment, attachmentsOf } from "./attachments.ts";
import { endingOf } from "./fileName.ts";
import { itemsWithNumber } from "./itemNumbers.ts";
import { memo, memoWith } from "./memo.ts";
import { sectionsOf } from "./sections.ts";

/** An attachment as it is listed, in its item. */
export interface ListedAttachment {
  readonly item: number;
  readonly attachment: Attachment;
}

/** A name of fewer signs can be a part of anything. */
const shortestName = 6;

/** Where the text of an item names the file of one of its attachments. */
export function fileMentions(item: Item, { name }: Attachment): readonly Span[] {
  return mentionsByName(item).get(name) ?? [];
}

const mentionsByName: (item: Item) => ReadonlyMap<string, readonly Span[]> = memo((item) => {
  const names = attachmentsOf(item).map(({ name }) => name);
  const finder = new AnyOf(
    names.filter((name) => endingOf(name) !== "" && name.length >= shortestName),
    shortestName,
  );
  const found = new Map<string, Span[]>();
  for (const { at, text: name } of finder.placesIn(item.masked)) {
    const end = at + name.length;
    const before = found.get(name) ?? [];
    if ((before.at(-1)?.end ?? 0) > at) continue;
    const bounded =
      !/[\p{Alpha}\p{N}]$/u.test(item.masked.slice(at - 2, at)) &&
      !/^[\p{Alpha}\p{N}]/u.test(item.masked.slice(end, end + 2));
    if (!bounded || at < item.heading.span.end || isInAttachments(item, at)) continue;
    found.set(name, before);
    before.push(span(at, end));
  }
  return found;
});

/** Whether a place of an item lies in one of its lists of attachments. */
export function isInAttachments(item: Item, at: number): boolean {
  return liesInOne(sectionsOf(item, "bilag"), at);
}

/** `bilag 3.1`: the number with the word right before it. */
export function withWord(chunk: Chunk, { start, end }: Span): Span {
  const word = /(?<![\p{Alpha}\p{N}-])bilag(?:ene)?\s{1,3}$/iu.exec(
    chunk.masked.slice(Math.max(0, start - 14), start),
  );
  return span(start - (word ? word[0].length : 0), end);
}

/** What a citation leads to: in its own item first, then wherever the number is given. */
export function attachmentsCited(
  document: ReferatDocument,
  index: number,
  { number }: AttachmentCitation,
): readonly ListedAttachment[] {
  const item = document.items[index];
  if (!item) return [];
  const place = (chosen: readonly Attachment[], at: number): ListedAttachment[] =>
    chosen.map((attachment) => ({ item: at, attachment }));
  // *Se bilag*: what the item lists.
  if (number === null) return allListed(item, index);
  const equal = attachmentsNumbered(item, number);
  if (equal.length > 0) return place(equal, index);
  const [first = "", ...rest] = number.split(".");
  if (rest.length === 0 && item.heading.number !== null) {
    const short = attachmentsNumbered(item, `${item.heading.number}.${first}`);
    if (short.length > 0) return place(short, index);
  }
  // `bilag 2` is the second on a list without numbers.
  if (rest.length === 0) {
    const chosen = unnumberedList(item)?.[Number(first) - 1];
    return chosen ? place([chosen], index) : [];
  }
  return itemsWithNumber(document, Number(first))
    .slice(0, mostBearers)
    .flatMap((at) => {
      const there = document.items[at];
      return there && at !== index ? place(attachmentsNumbered(there, number), at) : [];
    });
}

/** More items of one number are not looked through for each citation: which of them is meant nobody knows. */
const mostBearers = 100;

const allListed = memoWith((item: Item, index: number): readonly ListedAttachment[] =>
  attachmentsOf(item).map((attachment) => ({ item: index, attachment })),
);

function attachmentsNumbered(item: Item, number: string): readonly Attachment[] {
  return byNumber(item).get(number) ?? [];
}

const byNumber: (item: Item) => ReadonlyMap<string, readonly Attachment[]> = memo((item) => {
  const found = new Map<string, Attachment[]>();
  for (const attachment of attachmentsOf(item)) {
    if (attachment.number === null) continue;
    const same = found.get(attachment.number);
    if (same) same.push(attachment);
    else found.set(attachment.number, [attachment]);
  }
  return found;
});

/** The first list of an item, where it bears no numbers. */
const unnumberedList: (item: Item) => readonly Attachment[] | null = memo((item) => {
  const first = attachmentsOf(item).filter((each) => each.list === 0);
  return first.every((each) => each.number === null) ? first : null;
});
