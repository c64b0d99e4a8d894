import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";
import { type Span, span } from "../text/span.ts";
import type { AttachmentCitation } from "./attachmentCitations.ts";
import { type Attachment, attachmentsOf } from "./attachments.ts";
import { endingOf } from "./fileName.ts";
import { itemsWithNumber } from "./itemNumbers.ts";

/** An attachment as it is listed, in its item. */
export interface ListedAttachment {
  readonly item: number;
  readonly attachment: Attachment;
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
