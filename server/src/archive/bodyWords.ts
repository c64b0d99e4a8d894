import { editDistance, folded, wordsIn } from "../text/spelling.ts";

/** Words between the parts of a body's name, which say nothing of which body it is. */
const small = new Set([
  "i",
  "og",
  "for",
  "af",
  "på",
  "ved",
  "til",
  "fra",
  "om",
  "under",
  "den",
  "det",
  "de",
  "en",
  "et",
]);

/** The words of a body's name that tell it from others, in small letters. */
export function bodyWordsOf(name: string): string[] {
  return wordsIn(folded(name)).filter((word) => !small.has(word));
}

const keys = new Map<string, string>();
/** Names are few; a hostile archive has many. */
const mostKeys = 10_000;

/** The same for all ways to write a body's name: words in another order, joined by *i* or by a dash. */
export function bodyKeyOf(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = bodyWordsOf(name).sort().join(" ");
    if (keys.size >= mostKeys) keys.clear();
    keys.set(name, key);
  }
  return key;
}

/** Whether two words are one, as they stand in a sentence: *Kulturudvalgets* and *Kulturudvalg* are *Kulturudvalget*. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 5 || b.length < 5) return false;
  if (stem(a) === stem(b)) return true;
  return a.length >= 8 && b.length >= 8 && editDistance(a, b, 1) <= 1;
}

/** *det politiske møde* is that of the *Politisk niveau*. */
function stem(word: string): string {
  return word.replace(/(?:ets|ens|nes|et|en|ne|es|er|e|s)$/u, "");
}
