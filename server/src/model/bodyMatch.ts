import { editDistance, folded, wordsIn } from "../text/spelling.ts";

/** Words between the parts of a body's name, which say nothing of which body it is. */
const small = new Set(["i", "og", "for", "af", "på", "ved", "til", "den", "det", "de"]);

/**
 * Whether `words` can name the body `name`: in full, in part (`Kulturudvalget`, `udvalget`), in another order, misspelt by
 * a letter, or by an alias. An abbreviation is believed, for nothing here says what it stands for.
 */
export function canNameBody(words: string, name: string, aliases: readonly string[]): boolean {
  const key = folded(words);
  if (aliases.some((alias) => folded(alias) === key)) return true;
  if (/^\p{Upper}[\p{Upper}\d]{1,6}$/u.test(words.trim())) return true;
  const own = partsOf(name);
  return partsOf(words).every((part) => own.some((word) => sameWord(part, word)));
}

function partsOf(name: string): string[] {
  return wordsIn(folded(name)).filter((word) => !small.has(word));
}

function sameWord(part: string, word: string): boolean {
  if (part === word || (part.length >= 4 && word.endsWith(part)) || stem(part) === stem(word)) return true;
  return part.length >= 6 && editDistance(part, word, 1) <= 1;
}

/** *Kulturudvalgets* and *Kulturudvalg* are *Kulturudvalget*. */
function stem(word: string): string {
  return word.length < 6 ? word : word.replace(/(?:et|en|ne)?s?$/u, "");
}
