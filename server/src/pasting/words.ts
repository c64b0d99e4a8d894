const words = /[\p{Alpha}\p{N}]+/gu;

/**
 * Whether all words of `plain` stand in `text`, in the same order. A single letter alone can be a bullet (Word's *o*) and does
 * not count.
 */
export function wordsAreKept(plain: string, text: string): boolean {
  const kept = text.matchAll(words);
  for (const [word] of plain.matchAll(words)) {
    if (word.length === 1 && /\p{Alpha}/u.test(word)) continue;
    let next = kept.next();
    while (!next.done && next.value[0] !== word) next = kept.next();
    if (next.done) return false;
  }
  return true;
}
