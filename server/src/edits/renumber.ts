import { attachmentCitationsIn } from "../model/attachmentCitations.ts";
import { attachmentsOf } from "../model/attachments.ts";
import { isInAttachments } from "../model/citedAttachments.ts";
import { kindOf } from "../model/itemKind.ts";
import { isOfThisAgenda, type ItemReference, itemReferencesIn } from "../model/references.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";
import { greatest, least } from "../text/many.ts";
import type { ChunkEdit } from "./chunkEdit.ts";
import type { LeftReference } from "./left.ts";

/** New numbers of items, and what goes with them. Items are told by their index. */
export interface Renumbering {
  /** The items that get another number. */
  readonly numbers: ReadonlyMap<number, number>;
  /** The items whose headings go: what refers to them follows where they have a new number, or else is left. */
  readonly gone?: ReadonlySet<number>;
  /** For an item the new numbers of attachments that take another one than the item's new number gives them. */
  readonly attachments?: ReadonlyMap<number, ReadonlyMap<string, string>>;
}

/** What becomes of the number of an attachment where it is cited; null where it stays. */
interface CitedNumber {
  readonly to: string | null;
  /** It changes, and two items bear it. */
  readonly twoBear: boolean;
}

/**
 * The edits that give items new numbers, and with them what names the numbers: references (`punkt 3`), the attachments' own
 * numbers, and their citations (`bilag 3.1`). What could mean something else is left: a number that two items bear, a point
 * of a law or of another meeting.
 */
export function renumbered(
  document: ReferatDocument,
  { numbers, gone = new Set(), attachments = new Map() }: Renumbering,
): { edits: ChunkEdit[]; left: LeftReference[] } {
  const edits: ChunkEdit[] = [];
  const left: LeftReference[] = [];
  if (numbers.size === 0 && gone.size === 0 && attachments.size === 0) return { edits, left };
  const { items, firstItemIndex } = document;
  const bearers = bearersOf(items);
  const changing = new Set([...numbers.keys(), ...gone].map((index) => items[index]?.heading.number ?? null));
  const cited = new Map<string, CitedNumber>();
  for (const [index, chunk] of document.chunks.entries()) {
    if (chunk.kind !== "contents") followReferences(chunk, index);
  }
  for (const [index, item] of items.entries()) {
    const chunk = firstItemIndex + index;
    const to = numbers.get(index);
    const { numberSpan } = item.heading;
    if (to !== undefined && numberSpan && !gone.has(index))
      edits.push({ chunk, span: numberSpan, newText: String(to) });
    for (const attachment of attachmentsOf(item)) {
      const newText = attachment.number === null ? null : attachmentNumber(index, attachment.number);
      if (newText !== null && attachment.numberSpan)
        edits.push({ chunk, ...changedPart(attachment.numberSpan.start, attachment.number ?? "", newText) });
    }
    for (const { number, span } of attachmentCitationsIn(item)) {
      if (number === null) continue;
      const part = itemPart(number);
      // In its own item a number is the item's, though another one bears it too.
      const { to, twoBear } =
        part === item.heading.number
          ? { to: attachmentNumber(index, number), twoBear: false }
          : citedNumber(part, number);
      if (twoBear)
        left.push({ what: "reference", written: `bilag ${number}`, why: "twoBear", place: { chunk, span } });
      else if (to !== null) edits.push({ chunk, ...changedPart(span.start, number, to) });
    }
  }
  return { edits, left };

  /** The same number can be cited in every item, and be meant of every item: it is worked out once. */
  function citedNumber(part: number, number: string): CitedNumber {
    const known = cited.get(number);
    if (known) return known;
    const targets = (bearers.get(part) ?? []).map((each) => attachmentNumber(each, number));
    const twoBear = targets.length > 1 && targets.some((target) => target !== null);
    const found = { to: targets[0] ?? null, twoBear };
    cited.set(number, found);
    return found;
  }

  function attachmentNumber(index: number, number: string): string | null {
    const own = items[index]?.heading.number ?? null;
    if (own === null || itemPart(number) !== own || !number.includes(".")) return null;
    const explicit = attachments.get(index)?.get(number);
    if (explicit !== undefined) return explicit === number ? null : explicit;
    const to = numbers.get(index);
    return to === undefined || to === own ? null : number.replace(/^\d+/, String(to));
  }

  function followReferences(chunk: Chunk, at: number): void {
    for (const range of rangesOf(chunk)) {
      const told = range.map(({ number }) => number);
      const whole = spread(told);
      const meant = whole.map((number) => bearers.get(number) ?? []);
      const touched = whole.some((number) => changing.has(number));
      const [first] = range;
      const last = range.at(-1);
      if (!touched || !first || !last || inAttachments(chunk, first)) continue;
      const span = { start: first.span.start, end: last.numberSpan.end };
      const leave = (why: "twoBear" | "gone" | "range" | "elsewhere"): void => {
        const written = chunk.masked.slice(span.start, span.end).replace(/\s+/g, " ");
        left.push({ what: "reference", written, why, place: { chunk: at, span } });
      };
      if (!isOfThisAgenda(chunk, first)) {
        leave("elsewhere");
        continue;
      }
      if (meant.some((each) => each.length > 1)) {
        leave("twoBear");
        continue;
      }
      const targets = meant.flatMap(([index], place) => {
        if (index === undefined) return range.length > 1 ? [whole[place] ?? 0] : [];
        const to = numbers.get(index);
        return gone.has(index) && to === undefined ? [] : [to ?? whole[place] ?? 0];
      });
      if (targets.length < whole.length) {
        leave("gone");
        continue;
      }
      const low = least(targets);
      const high = greatest(targets);
      if (new Set(targets).size < whole.length || high - low + 1 > whole.length) {
        leave("range");
        continue;
      }
      for (const [place, reference] of range.entries()) {
        const to = place === 0 ? low : high;
        if (to !== reference.number)
          edits.push({ chunk: at, span: reference.numberSpan, newText: String(to) });
      }
    }
  }
}

/** The edits that number the items from index `from` on with `first` and what follows it. */
export function renumberFrom(from: number, first: number, document: ReferatDocument): ChunkEdit[] {
  return renumbered(document, { numbers: newNumbers(document.items, from, first) }).edits;
}

/** A pause that has a number keeps it, and takes none from the others: it is a finding of its own. */
function newNumbers(items: readonly Item[], from: number, first: number): Map<number, number> {
  const numbers = new Map<number, number>();
  let next = first;
  for (const { index, number, counts } of numberedItems(items)) {
    if (index < from) continue;
    if (number !== next) numbers.set(index, next);
    if (counts) next++;
  }
  return numbers;
}

export interface NumberedItem {
  readonly index: number;
  readonly item: Item;
  readonly number: number;
  /** It takes a number from the row; a pause that the next item does not count does not. */
  readonly counts: boolean;
}

/** The items that have a number, in order; of each, whether it takes one from the row. */
export function numberedItems(items: readonly Item[]): NumberedItem[] {
  const numbered = items.flatMap((item, index) =>
    item.heading.number !== null ? [{ index, item, number: item.heading.number }] : [],
  );
  return numbered.map(({ index, item, number }, position) => ({
    index,
    item,
    number,
    counts: kindOf(item).kind !== "pause" || numbered[position + 1]?.number === number + 1,
  }));
}

/** The items that bear a number, by their indices. */
function bearersOf(items: readonly Item[]): Map<number, number[]> {
  const bearers = new Map<number, number[]>();
  for (const [index, { heading }] of items.entries()) {
    if (heading.number === null) continue;
    const there = bearers.get(heading.number);
    if (there) there.push(index);
    else bearers.set(heading.number, [index]);
  }
  return bearers;
}

/** References one by one; `punkt 3-5` is one of two ends. */
function rangesOf(chunk: Chunk): ItemReference[][] {
  const ranges: ItemReference[][] = [];
  for (const reference of itemReferencesIn(chunk)) {
    const before = ranges.at(-1);
    const last = before?.at(-1);
    const between = last && chunk.masked.slice(last.numberSpan.end, reference.numberSpan.start);
    if (before?.length === 1 && last && /^\s?[-–]\s?$/.test(between ?? "") && reference.number > last.number)
      before.push(reference);
    else ranges.push([reference]);
  }
  return ranges;
}

/** Longer ranges are taken by their ends. */
const longestRange = 200;

function spread(ends: readonly number[]): number[] {
  const [low = 0, high = low] = ends;
  if (high - low > longestRange) return [...ends];
  return Array.from({ length: high - low + 1 }, (_, place) => low + place);
}

/** What an attachment is called is its own. */
function inAttachments(chunk: Chunk, { span }: ItemReference): boolean {
  return chunk.kind === "item" && isInAttachments(chunk, span.start);
}

function itemPart(number: string): number {
  return Number.parseInt(number, 10);
}

/** The tail that stays, as `.1` where the item has another number, is not touched. */
function changedPart(
  start: number,
  was: string,
  is: string,
): { span: { start: number; end: number }; newText: string } {
  const rest = was.slice(was.indexOf("."));
  return is.endsWith(rest) && is !== rest
    ? { span: { start, end: start + was.length - rest.length }, newText: is.slice(0, -rest.length) }
    : { span: { start, end: start + was.length }, newText: is };
}
