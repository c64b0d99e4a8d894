import { call, joined, literal } from "./code.ts";

/**
 * Words as pieces of content. Words of at least `divided` letters may be divided at the end of a line: shorter ones look better
 * whole in text that is not justified. A run of signs without a blank that no line holds (an address, a file's name) may be
 * broken where it has a mark of its own, else anywhere; nothing is added to the text by that.
 */
export function wordPieces(text: string, divided: number = bodyWord): string[] {
  const pieces: string[] = [];
  let from = 0;
  const flush = (to: number): void => {
    if (to > from) pieces.push(literal(text.slice(from, to)));
    from = to;
  };
  for (const { 0: run, index } of text.matchAll(longRun)) {
    const breaks = breaksOf(run);
    let at = 0;
    for (const end of [...breaks, run.length]) {
      for (const { 0: word, index: start } of run.slice(at, end).matchAll(wordsWithin)) {
        if (word.length < divided) continue;
        flush(index + at + start);
        from += word.length;
        pieces.push(call("long", literal(word)));
      }
      at = end;
      if (end === run.length) break;
      flush(index + end);
      pieces.push(call("gap"));
    }
  }
  flush(text.length);
  return pieces;
}

/** Words of a title, as one expression. A title that is as long as a text is set smaller. */
export function titleWords(text: string): string {
  const words = joined(wordPieces(text, titleWord));
  const size = text.length > 600 ? "0.6" : text.length > 200 ? "0.75" : null;
  return size === null ? words : call("lesser", size, words);
}

/** How long a word of running text, or of a title, is before it may be divided. */
const bodyWord = 17;
const titleWord = 24;

const longRun = new RegExp(`[^\\s\\u00a0]{${bodyWord},}`, "gu");
const wordsWithin = /\p{Alpha}+/gu;

/** So many signs that are no letters find room in a narrow column. */
const longest = 20;
/** No Danish word has so many letters. */
const longestWord = 60;
const marks: ReadonlySet<string> = new Set("/._-–?&=#%@:;,+~)]}|\\");

/** Where a run may be broken: nowhere, where it is short or is a word with its punctuation. */
function breaksOf(run: string): number[] {
  const found: number[] = [];
  if (run.length <= longest) return found;
  let last = 0;
  let letters = 0;
  let index = 0;
  let before = "";
  for (const sign of run) {
    const isLetter = /[\p{Alpha}\p{M}]/u.test(sign);
    letters = isLetter ? letters + 1 : 0;
    const mayBreak = marks.has(before) && !marks.has(sign) && index - last >= 3;
    const mustBreak = isLetter ? letters > longestWord : index - last >= longest;
    if (mayBreak || mustBreak) {
      found.push(index);
      last = index;
      letters = isLetter ? 1 : 0;
    }
    before = sign;
    index += sign.length;
  }
  return found;
}
