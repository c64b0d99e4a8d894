import type { Item } from "../syntax/nodes.ts";
import { type Span, span } from "../text/span.ts";
import { kindOf, withoutClosedMark } from "./itemKind.ts";

/** Words of a closed item that nobody else should read. */
export interface ClosedText {
  readonly what: "title" | "journalNumber";
  readonly text: string;
  /** The index of the closed item. */
  readonly item: number;
  /** Letters and figures, word by word. */
  readonly words: readonly string[];
}

const typePrefix =
  /^\s*(?:\p{L}+(?:sag|punkt)|(?:til |skriftlig )?orientering|til skriftlig orientering)\s?:\s*/iu;
const wordPattern = /[\p{L}\p{N}]+/gu;

/**
 * The titles and journal numbers of the closed items, as far as no open item bears them too. A title of a word or two
 * (Personalesag) can be said by anybody.
 */
export function closedTextsOf(items: readonly Item[]): ClosedText[] {
  const texts: ClosedText[] = [];
  const add = (what: ClosedText["what"], text: string, item: number): void => {
    texts.push({ what, text, item, words: wordsIn(text) });
  };
  for (const [index, item] of items.entries()) {
    if (!kindOf(item).closed) continue;
    const title = coreTitle(item);
    if (isTelling(title)) add("title", title, index);
    if (item.journalNumber) add("journalNumber", item.journalNumber.number, index);
  }
  if (texts.length === 0) return texts;
  const open = items.filter((item) => !kindOf(item).closed);
  const titles = new Set(open.map((item) => wordsIn(coreTitle(item)).join(" ")));
  const numbers = new Set(open.map((item) => item.journalNumber?.number));
  return texts.filter(({ what, text, words }) =>
    what === "title" ? !titles.has(words.join(" ")) : !numbers.has(text),
  );
}

function coreTitle(item: Item): string {
  return withoutClosedMark(item.heading.title).replace(typePrefix, "").trim();
}

function isTelling(title: string): boolean {
  const words = title.match(wordPattern) ?? [];
  if (title.length < 10 || words.length < 2) return false;
  return words.length >= 3 || /\d|\s\p{Lu}/u.test(title);
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(wordPattern) ?? [];
}

/** Where an item's text holds one of the closed texts, word for word. */
export function closedTextsIn(item: Item, texts: readonly ClosedText[]): { text: ClosedText; span: Span }[] {
  const byFirst = new Map<string, ClosedText[]>();
  for (const text of texts) {
    const first = text.words[0];
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), text]);
  }
  const found: { text: ClosedText; span: Span }[] = [];
  const words = [...item.masked.matchAll(wordPattern)];
  let from = 0;
  for (const [index, word] of words.entries()) {
    const candidates = byFirst.get(word[0].toLowerCase());
    if (!candidates || word.index < from) continue;
    for (const text of candidates) {
      const last = words[index + text.words.length - 1];
      if (!last || text.words.some((each, i) => words[index + i]?.[0].toLowerCase() !== each)) continue;
      const at = span(word.index, last.index + last[0].length);
      if (!sameText(item.masked.slice(at.start, at.end), text)) continue;
      found.push({ text, span: at });
      from = at.end;
      break;
    }
  }
  return found;
}

/** 26-0442 is not 26/0442, and one more figure makes another number. */
function sameText(written: string, { text, what }: ClosedText): boolean {
  if (what === "journalNumber") return written.toLowerCase() === text.toLowerCase();
  return true;
}
