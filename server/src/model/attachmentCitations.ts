import { ordinalContinues } from "../calendar/dateText.ts";
import type { Item } from "../syntax/nodes.ts";
import { liesInOne, type Span, span } from "../text/span.ts";
import { memo } from "./memo.ts";
import { sectionsOf } from "./sections.ts";

/** A place in the text of an item that sends the reader to an attachment: `jf. bilag`, `bilag 3.2`. */
export interface AttachmentCitation {
  /** Null where the text says no more than *bilag*. */
  readonly number: string | null;
  /** The number; the word where there is none. */
  readonly span: Span;
}

// Most texts hold the word nowhere: the exact patterns are tried at those places alone.
const candidates = /bilag/gi;
const numbered =
  /(?<![\p{Alpha}\p{N}-])bilag(?:ene)?\s{1,3}(\d{1,3}(?:\.\d{1,3}){0,3})(?![\p{Alpha}\p{N}/]|[.,]\d)((?:\s?(?:,|og|samt|-|–)\s?\d{1,3}(?:\.\d{1,3}){0,3}(?![\p{Alpha}\p{N}/]|[.,]\d))*)/iuy;
// The word alone is a citation only behind a word that points at it: *ingen bilag* and *mail og bilag* are none.
const worded = /bilag(?:et|ene)?(?![\p{Alpha}\p{N}-])(?!\s{1,3}\d)/iuy;
const pointing =
  /(?<![\p{Alpha}\p{N}-])(?:jf\.?|jfr\.?|jævnfør|se|(?:fremgår|fremgik|ses)\s{1,3}(?:\p{Alpha}{1,30}\s{1,3}){0,3}af|i|som|ved(?:lagte|hæftede)|medsendte|omdelte|udsendte)\s{1,3}(?:(?:det|de|et|følgende|vedlagte|vedhæftede|medsendte|omdelte|udsendte)\s{1,3}){0,2}$/iu;
const longestPointer = 160;
/** `bilag 2 til overenskomsten` is that agreement's; `bilag til sagen` is the item's own. */
const ofAnother =
  /^\s{1,3}(?:til|i)\s{1,3}(?!(?:denne\s{1,3}|den\s{1,3}|dette\s{1,3})?(?:sag|punkt|dagsorden|referat|indstilling|møde|beslutning))\p{Alpha}/iu;
const genitive = /(?<!\p{Alpha})\p{Alpha}{3,40}s(?:\s{1,3}\p{Lower}{3,20}){0,1}\s{1,3}$/u;

/** The citations in the text of an item, outside of its heading and its lists of Bilag. */
export const attachmentCitationsIn: (item: Item) => readonly AttachmentCitation[] = memo((item) => {
  const from = item.heading.span.end;
  const lists = sectionsOf(item, "bilag");
  return [...item.masked.slice(from).matchAll(candidates)].flatMap(({ index }) => {
    const at = from + index;
    return liesInOne(lists, at) ? [] : [...numberedAt(item, at), ...wordedAt(item, at)];
  });
});

/** `bilag 3.1 og 3.2` is two citations. */
function numberedAt({ masked, heading }: Item, at: number): AttachmentCitation[] {
  numbered.lastIndex = at;
  const match = numbered.exec(masked);
  if (!match) return [];
  const [whole, first = "", rest = ""] = match;
  const after = masked.slice(at + whole.length, at + whole.length + 80);
  if (ofAnother.test(after) || (rest === "" && ordinalContinues.test(after.replace(/^\./, "")))) return [];
  if (genitive.test(masked.slice(Math.max(heading.span.end, at - 60), at))) return [];
  const firstEnd = at + whole.length - rest.length;
  const further = [...rest.matchAll(/\d+(?:\.\d+)*/g)].map(({ 0: number, index }) => ({
    number,
    span: span(firstEnd + index, firstEnd + index + number.length),
  }));
  return [{ number: first, span: span(firstEnd - first.length, firstEnd) }, ...further];
}

function wordedAt({ masked, heading }: Item, at: number): AttachmentCitation[] {
  worded.lastIndex = at;
  const word = worded.exec(masked)?.[0];
  if (word === undefined) return [];
  const end = at + word.length;
  if (!pointing.test(masked.slice(Math.max(heading.span.end, at - longestPointer), at))) return [];
  return ofAnother.test(masked.slice(end, end + 80)) ? [] : [{ number: null, span: span(at, end) }];
}
