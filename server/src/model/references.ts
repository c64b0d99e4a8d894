import type { Chunk, Item, Section } from "../syntax/nodes.ts";
import { liesInOne, type Span, span } from "../text/span.ts";
import { memo } from "./memo.ts";
import { sectionsOf } from "./sections.ts";
import { sentenceAround } from "./sentences.ts";

/** `punkt 3` in body text. `punkt 3 og 5` is two of them. */
export interface ItemReference {
  readonly number: number;
  /** The number alone. */
  readonly numberSpan: Span;
  /** The number with the word before it, where that stands right before. */
  readonly span: Span;
}

// Most texts hold no candidate: the exact pattern is tried at those alone.
const candidates = /(?:punkt(?:erne)?|pkt\.?)\s{1,3}\d/gi;
const itemPattern =
  /(?<![\p{Alpha}\p{N}-])(?:punkt(?:erne)?|pkt\.?)\s{1,3}(\d{1,4})(?![.\d]*\d|\p{Alpha})((?:\s?(?:,|og|eller|samt|-|–)\s?\d{1,4}(?![.:]?\d|\p{Alpha}|\. ?\p{Lower}))*)/iuy;

/** The references to items in a chunk; an item's own heading is none. */
export const itemReferencesIn: (chunk: Chunk) => readonly ItemReference[] = memo((chunk) => {
  const from = chunk.kind === "item" ? chunk.heading.span.end : chunk.kind === "head" ? 0 : chunk.text.length;
  const found: ItemReference[] = [];
  const text = chunk.masked;
  for (const candidate of text.slice(from).matchAll(candidates)) {
    itemPattern.lastIndex = from + candidate.index;
    const match = itemPattern.exec(text);
    if (!match) continue;
    const start = match.index;
    const rest = match[2] ?? "";
    const wordEnd = start + match[0].length - rest.length;
    const first = match[1] ?? "";
    found.push({
      number: Number(first),
      numberSpan: span(wordEnd - first.length, wordEnd),
      span: span(start, wordEnd),
    });
    for (const further of rest.matchAll(/\d+/g)) {
      const at = wordEnd + further.index;
      const numberSpan = span(at, at + further[0].length);
      found.push({ number: Number(further[0]), numberSpan, span: numberSpan });
    }
  }
  return found;
});

// `lovens § 7, stk. 2, punkt 9` and `aftalens punkt 4` are points of something else.
const otherText =
  /§|\bstk\.|\blitra\b|\b(?:artikel|bekendtgørelse\p{Alpha}*|direktiv\p{Alpha}*|cirkulære\p{Alpha}*|vedtægt\p{Alpha}*|kontrakt\p{Alpha}*|overenskomst\p{Alpha}*)(?!\p{Alpha})/iu;
const ownerBefore =
  /(?<!\p{Alpha})(?!dagsordenens|dagens|mødets)\p{Alpha}{2,}(?:ens|ets|ernes|enes)\s{1,2}$/iu;
const otherMeeting =
  /(?<!\p{Alpha})(?:sidste|seneste|forrige|tidligere|foregående|ekstraordinære?)\s(?:møde|udvalgsmøde|dagsorden|referat)|(?<!\p{Alpha})\p{Alpha}{0,20}(?:møde|mødet|møder|møderne|dagsorden|dagsordenen|referat|referatet)\s(?:d\.|den|i|fra|af|for|til)\s|på\s(?:det\s)?(?:næste|kommende|første)\smøde/iu;
// `punkt 14 i kulturaftalen`; but `i fællesskab`, `på dagsordenen`, `til efterretning`.
const ownerBehind =
  /^(?:\s?(?:,|og|eller|samt|-|–)\s?\d{1,4})*,?\s{1,3}(?:i(?!\s(?:fællesskab|sammenhæng|forlængelse|dag|aften|alt|øvrigt|stedet|samme|den|denne|(?:dagens |mødets )?dagsorden))|på(?!\s(?:dagsordenen|dagens|skift|ny))|af(?!\s(?:dagsordenen|tidshensyn))|fra(?!\sdagsordenen)|for(?!\s(?:sig|lukkede|åbne))|under(?!\s(?:et|eventuelt)))\s/iu;

const attachmentLists: (item: Item) => readonly Section[] = memo((item) => sectionsOf(item, "bilag"));

/** Whether a reference can only mean an item of this document, and not a point of a law, a plan or another meeting. */
export function isOfThisAgenda(chunk: Chunk, { span: at, numberSpan }: ItemReference): boolean {
  const text = chunk.masked;
  // What an attachment is called says nothing of this agenda.
  if (chunk.kind === "item" && liesInOne(attachmentLists(chunk), at.start)) return false;
  const sentence = sentenceAround(text, at);
  const before = text.slice(sentence.start, at.start);
  const behind = text.slice(numberSpan.end, sentence.end);
  // `Punkt 9 Eventuelt` at the start of a line wants to be a heading.
  if (
    /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, at.start - 20), at.start)) &&
    /^[ \t]*(?:[-–.:][ \t]*)?\p{Upper}/u.test(behind)
  )
    return false;
  if (otherText.test(before) || ownerBefore.test(before) || ownerBehind.test(behind)) return false;
  return !otherMeeting.test(before + behind);
}

/** The references of a chunk that can only mean an item of this document. */
export const ownReferencesIn: (chunk: Chunk) => readonly ItemReference[] = memo((chunk) =>
  itemReferencesIn(chunk).filter((each) => isOfThisAgenda(chunk, each)),
);
