import { least } from "./many.ts";
/** How alike two spellings are: for headings, titles and names that are misspelt by a letter. */

/** Nearly every text holds nothing else, in lower case: it has no accents, and blanks of one sort. */
const plain = /^[ -~æøå]*$/;

/** Lower case, without accents and with single blanks; æ, ø and å are letters of their own and stay. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  if (!plain.test(lower)) return withoutAccents(lower).replace(/\s+/g, " ").trim();
  return (lower.includes("  ") ? lower.replace(/ +/g, " ") : lower).trim();
}

/** Its words: runs of letters and digits. (To split at what is between them has V8 run out of stack at some millions of signs.) */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{Alpha}\p{N}]+/gu) ?? [];
}

/** The ring over an a is no accent, be it written in one sign with its letter or in two. */
function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/(?<!a)\u030a|[\u0300-\u0309\u030b-\u036f]/g, "")
    .normalize("NFC");
}

/**
 * The number of letters to add, drop, change or swap with their neighbour until `a` is `b` (optimal string alignment);
 * `limit + 1` for all that is above `limit`. The work grows with the shorter of the two and with the limit alone.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const beyond = limit + 1;
  const longer = b.length - a.length;
  if (Math.abs(longer) > limit) return beyond;
  if (limit === 1) return oneLetterApart(a, b);
  return prefixDistances(a, b, limit)?.[limit + longer] ?? beyond;
}

/** The distance where nothing above 1 is of interest: what lies between the common beginning and end tells. */
function oneLetterApart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end))
    end++;
  const [own, other] = [a.length - start - end, b.length - start - end];
  if (own === 0 && other === 0) return 0;
  if (own <= 1 && other <= 1) return 1;
  return own === 2 && other === 2 && a[start] === b[start + 1] && a[start + 1] === b[start] ? 1 : 2;
}

/** The length of the beginning of `text` that is spelt most like `words`; null where none is within `limit` letters. */
export function nearestPrefix(words: string, text: string, limit: number): number | null {
  const distances = prefixDistances(words, text, limit);
  if (!distances) return null;
  const nearest = least(distances);
  return nearest > limit ? null : words.length - limit + distances.indexOf(nearest);
}

/**
 * The distances from `a` to the beginnings of `b` that are up to `limit` letters shorter or longer, the shortest one first;
 * `limit + 1` for what is further, null where all are. Nothing else is looked at than this stripe along the diagonal.
 */
function prefixDistances(a: string, b: string, limit: number): readonly number[] | null {
  const beyond = limit + 1;
  const width = 2 * limit + 1;
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: width }, (_, k) => {
    const length = k - limit;
    return length < 0 || length > b.length ? beyond : length;
  });
  for (let i = 1; i <= a.length; i++) {
    const current: number[] = [];
    let least = beyond;
    for (let k = 0; k < width; k++) {
      const j = i + k - limit;
      let cost = beyond;
      if (j >= 0 && j <= b.length) {
        const changed = (previous[k] ?? beyond) + (j > 0 && a[i - 1] === b[j - 1] ? 0 : 1);
        const dropped = (previous[k + 1] ?? beyond) + 1;
        const added = (current[k - 1] ?? beyond) + 1;
        cost = Math.min(cost, j > 0 ? changed : beyond, dropped, added);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          cost = Math.min(cost, (beforePrevious[k] ?? beyond) + 1);
        }
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    // A swap reaches two rows back: from a row beyond the limit nothing comes within it again.
    if (least > limit) return null;
    beforePrevious = previous;
    previous = current;
  }
  return previous;
}

/** `mødested` → `Mødested` */
export function withCapital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
