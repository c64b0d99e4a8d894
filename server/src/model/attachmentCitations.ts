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

const numbered =
  /(?<![\p{L}\p{N}-])bilag(?:ene)?\s{1,3}(\d{1,3}(?:\.\d{1,3}){0,3})(?![\p{L}\p{N}/]|[.,]\d)((?:\s?(?:,|og|samt|-|–)\s?\d{1,3}(?:\.\d{1,3}){0,3}(?![\p{L}\p{N}/]|[.,]\d))*)/giu;
// The word alone is a citation only behind a word that points at it: *ingen bilag* and *mail og bilag* are none.
const worded =
  /(?<![\p{L}\p{N}-])(?:jf\.?|jfr\.?|jævnfør|se|(?:fremgår|fremgik|ses)\s{1,3}(?:\p{L}{1,30}\s{1,3}){0,3}af|i|som|ved(?:lagte|hæftede)|medsendte|omdelte|udsendte)\s{1,3}(?:(?:det|de|et|følgende|vedlagte|vedhæftede|medsendte|omdelte|udsendte)\s{1,3}){0,2}(bilag(?:et|ene)?)(?![\p{L}\p{N}-])/giu;
/** `bilag 2 til overenskomsten` is that agreement's; `bilag til sagen` is the item's own. */
const ofAnother =
  /^\s{1,3}(?:til|i)\s{1,3}(?!(?:denne\s{1,3}|den\s{1,3}|dette\s{1,3})?(?:sag|punkt|dagsorden|referat|indstilling|møde|beslutning))\p{L}/iu;
const genitive = /(?<!\p{L})\p{L}{3,40}s(?:\s{1,3}\p{Ll}{3,20}){0,1}\s{1,3}$/u;

/** The citations in the text of an item, outside of its heading and its lists of Bilag. */
export const attachmentCitationsIn: (item: Item) => readonly AttachmentCitation[] = memo((item) => {
  if (!/bilag/i.test(item.masked)) return [];
  const found: AttachmentCitation[] = [];
  const from = item.heading.span.end;
  const lists = sectionsOf(item, "bilag");
  const inText = (at: number): boolean => !liesInOne(lists, at);
  const text = item.masked.slice(from);
  for (const match of text.matchAll(numbered)) {
    const start = from + match.index;
    const [whole, first = "", rest = ""] = match;
    const end = start + whole.length;
    const after = item.masked.slice(end, end + 80);
    if (
      !inText(start) ||
      ofAnother.test(after) ||
      (rest === "" && ordinalContinues.test(after.replace(/^\./, "")))
    )
      continue;
    if (genitive.test(item.masked.slice(Math.max(from, start - 60), start))) continue;
    const firstEnd = end - rest.length;
    found.push({ number: first, span: span(firstEnd - first.length, firstEnd) });
    for (const further of rest.matchAll(/\d+(?:\.\d+)*/g)) {
      const at = firstEnd + further.index;
      found.push({ number: further[0], span: span(at, at + further[0].length) });
    }
  }
  for (const match of text.matchAll(worded)) {
    const word = match[1] ?? "";
    const end = from + match.index + match[0].length;
    const after = item.masked.slice(end, end + 80);
    if (!inText(end) || /^\s{1,3}\d/.test(after) || ofAnother.test(after)) continue;
    found.push({ number: null, span: span(end - word.length, end) });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
});
