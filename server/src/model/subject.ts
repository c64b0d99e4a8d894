/** Who acts in a clause, where that is sure. */

const determiner = /^(?:den|det|de|en|et|vores|hver|alle|begge)$/iu;
const definiteNoun = /^\p{Lower}[\p{Alpha}-]+(?:en|et|ne|erne|formand|direktør|sekretær|leder)$/u;
const name = /^\p{Upper}[\p{Alpha}.'’-]*$/u;
const joint = /^(?:og|samt)$/u;
const preposition = /^(?:i|fra|for|af|på|ved)$/u;
const nobody = /^(?:der|man|det|den|de|dette|vi)$/iu;

/**
 * The owner is the subject of the clause: names (*Anna Holm*), a definite noun (*sekretariatet*), two of them joined by
 * *og*, and what is tied on with *i*, *fra*, *for*. `der` and `man` are nobody, and so is what is not surely a subject.
 */
export function subjectOf(clause: string): { owner: string | null; rest: string } {
  const words = clause.split(/\s+/);
  const nothing = { owner: null, rest: clause };
  if (nobody.test(words[0] ?? "") && !definiteNoun.test(words[1] ?? "")) return nothing;
  const end = nounPhraseEnd(words);
  if (end === 0 || end >= words.length || words.slice(0, end).some((word) => /[,;:]$/.test(word)))
    return nothing;
  return { owner: words.slice(0, end).join(" "), rest: words.slice(end).join(" ") };
}

/** Behind the last noun of those that are tied together; 0 where the words begin with none. */
function nounPhraseEnd(words: readonly string[]): number {
  let end = nounEnd(words, 0);
  while (end > 0 && (joint.test(words[end] ?? "") || preposition.test(words[end] ?? ""))) {
    const further = nounEnd(words, end + 1);
    if (further === end + 1) break;
    end = further;
  }
  return end;
}

/** Behind the noun or the name that begins at `from`, with its article and its adjectives; `from` where none does. */
function nounEnd(words: readonly string[], from: number): number {
  let at = from;
  if (determiner.test(words[at] ?? "")) at++;
  // Adjectives between the article and its noun: *den nye formand*.
  if (at > from)
    while (at < from + 3 && /^\p{Lower}+e$/u.test(words[at] ?? "") && !definiteNoun.test(words[at] ?? ""))
      at++;
  const start = at;
  while (name.test(words[at] ?? "")) at++;
  if (at === start && definiteNoun.test(words[at] ?? "")) at++;
  // *kommunerne*, *formandskab*: behind an article any noun will do.
  else if (at === start && start > from && /^\p{Lower}+$/u.test(words[at] ?? "")) at++;
  return at === start ? from : at;
}
