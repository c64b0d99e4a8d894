import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";
import type { Stretch } from "../syntax/stretches.ts";
import { type Span, span } from "../text/span.ts";
import { kindOf, withoutClosedMark } from "./itemKind.ts";
import { memo } from "./memo.ts";

/** Words of a closed item that nobody else should read. */
export interface ClosedText {
  readonly what: "title" | "journalNumber";
  readonly text: string;
  /** The index of the closed item. */
  readonly item: number;
}

/** The closed texts of a document, to be looked up word by word. It is the same object for as long as they are the same. */
export interface ClosedTexts {
  readonly byWords: ReadonlyMap<string, ClosedText>;
  /** How many words the texts have that begin with a word. */
  readonly lengths: ReadonlyMap<string, ReadonlySet<number>>;
}

const typePrefix =
  /^\s*(?:\p{Alpha}+(?:sag|punkt)|(?:til |skriftlig )?orientering|til skriftlig orientering)\s?:\s*/iu;
const wordPattern = /[\p{Alpha}\p{N}]+/gu;

const known = new WeakMap<Item, { readonly key: string; readonly texts: ClosedTexts }>();

/** What the closed items of a stretch are called, each with its place in it. */
const closedIn: (stretch: Stretch) => readonly { readonly at: number; readonly names: Names }[] = memo(
  ({ chunks }) =>
    chunks.flatMap((chunk, at) =>
      chunk.kind === "item" && kindOf(chunk).closed ? [{ at, names: namesOf(chunk) }] : [],
    ),
);

/** What the open items of a stretch are called. */
const borneIn: (stretch: Stretch) => ReadonlySet<string> = memo(({ chunks }) => {
  const borne = new Set<string>();
  for (const chunk of chunks) {
    if (chunk.kind === "item" && !kindOf(chunk).closed) for (const { key } of namesOf(chunk)) borne.add(key);
  }
  return borne;
});

const fewKeys = 200;

/**
 * The titles and journal numbers of the closed items, as far as no open item bears them too; null where there are none. A
 * title of a word or two (Personalesag) can be said by anybody.
 */
export function closedTextsOf({ stretches, items, firstItemIndex }: ReferatDocument): ClosedTexts | null {
  let asked = 0;
  let all: ReadonlySet<string> | null = null;
  // For a few keys the stretches are asked one by one; for many it pays to put them together.
  const isBorne = (key: string): boolean => {
    if (++asked <= fewKeys) return stretches.some((stretch) => borneIn(stretch).has(key));
    all ??= new Set(stretches.flatMap((stretch) => [...borneIn(stretch)]));
    return all.has(key);
  };
  const told: ClosedText[] = [];
  let first = -firstItemIndex;
  for (const stretch of stretches) {
    for (const { at, names } of closedIn(stretch)) {
      for (const { what, text, key, isTelling } of names) {
        if (isTelling && !isBorne(key)) told.push({ what, text, item: first + at });
      }
    }
    first += stretch.chunks.length;
  }
  const bearer = items[told[0]?.item ?? -1];
  if (!bearer) return null;
  const key = told.map(({ text, item }) => `${item} ${text}`).join("\n");
  const before = known.get(bearer);
  if (before?.key === key) return before.texts;
  const indexed = indexedTexts(told);
  known.set(bearer, { key, texts: indexed });
  return indexed;
}

type Names = readonly {
  readonly what: ClosedText["what"];
  readonly text: string;
  /** To be compared with others. */
  readonly key: string;
  readonly isTelling: boolean;
}[];

/** What an item is called, and its journal number. */
const namesOf: (item: Item) => Names = memo((item) => {
  const title = coreTitle(item);
  const number = item.journalNumber?.number;
  return [
    { what: "title", text: title, key: keyOf(title), isTelling: isTelling(title) },
    ...(number === undefined
      ? []
      : [{ what: "journalNumber", text: number, key: keyOf(number), isTelling: true } as const]),
  ];
});

function indexedTexts(texts: readonly ClosedText[]): ClosedTexts {
  const byWords = new Map<string, ClosedText>();
  const lengths = new Map<string, Set<number>>();
  for (const text of texts) {
    const words = wordsIn(text.text);
    const first = words[0];
    if (first === undefined) continue;
    const key = words.join(" ");
    if (!byWords.has(key)) byWords.set(key, text);
    const known = lengths.get(first) ?? new Set();
    lengths.set(first, known.add(words.length));
  }
  return { byWords, lengths };
}

function coreTitle(item: Item): string {
  return withoutClosedMark(item.heading.title).replace(typePrefix, "").trim();
}

function isTelling(title: string): boolean {
  const words = title.match(wordPattern) ?? [];
  if (title.length < 10 || words.length < 2) return false;
  return words.length >= 3 || /\d|\s\p{Upper}/u.test(title);
}

/** A title is known by its first words: where many long ones begin alike, each would be tried at each place. */
const mostWords = 40;

function wordsIn(text: string): string[] {
  return (text.toLowerCase().match(wordPattern) ?? []).slice(0, mostWords);
}

function keyOf(text: string): string {
  return wordsIn(text).join(" ");
}

/** Where a chunk's text holds one of the closed texts, word for word. */
export function closedTextsIn(chunk: Chunk, texts: ClosedTexts): { text: ClosedText; span: Span }[] {
  const found: { text: ClosedText; span: Span }[] = [];
  const words = [...chunk.masked.matchAll(wordPattern)];
  let from = 0;
  for (const [index, word] of words.entries()) {
    const lengths = word.index < from ? undefined : texts.lengths.get(word[0].toLowerCase());
    for (const length of lengths ?? []) {
      const stretch = words.slice(index, index + length);
      const text = texts.byWords.get(stretch.map(([each]) => each.toLowerCase()).join(" "));
      const last = stretch.at(-1);
      if (!text || !last) continue;
      const at = span(word.index, last.index + last[0].length);
      // 26-0442 is not 26/0442.
      if (text.what === "journalNumber" && chunk.masked.slice(at.start, at.end) !== text.text) continue;
      found.push({ text, span: at });
      from = at.end;
      break;
    }
  }
  return found;
}
