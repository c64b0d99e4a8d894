/**
 * A Danish participle says what was done (*Ansøgningen blev godkendt*, *Udvalget godkendte ansøgninger*), or which one is
 * meant (*den godkendte ansøgning*, *antallet af godkendte ansøgninger*). Its neighbours tell.
 */

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Behind these a participle never says what was done; behind *det* and *de* it may. */
const indefinite = setOf("en et intet ethvert enhver hvert hver sit sin dit vort");
const determiners = setOf(
  "den det de dem en et denne dette disse sin sit sine dets deres vores alle begge samtlige hele ingen intet nogle noget nogen flere mange få to tre fire fem seks syv otte ni ti",
);
const prepositions = setOf(
  "med uden af til i på for fra om ved over under efter før inden mod imod hos mellem blandt pr per via jf gennem igennem ifølge trods omkring siden som antal antallet",
);
const earlier = setOf("allerede tidligere nyligt senest endeligt samlet samlede");
const conjunctions = setOf("og samt eller");
const auxiliaries = setOf("er var bliver blev blevet har havde får fik");
const otherWords = setOf(
  "vi man han hun jeg der her men at da idet så hvis når fordi end mens skal kan vil bør må punkt pkt ad nr stk meget andet anden egen eget " +
    "ikke også igen videre herefter derefter endvidere desuden samtidig sammen derfor nu snart ligeledes hermed først sidst alene kun blot fortsat dog endelig op ud ind ned tilbage enten hverken foruden",
);
const littleWords: readonly ReadonlySet<string>[] = [
  prepositions,
  earlier,
  conjunctions,
  auxiliaries,
  otherWords,
];

const pronoun = /^(?:vi|man|han|hun|jeg)$/iu;
const bodyNoun =
  /(?:udvalg|råd|nævn|niveau|forum|gruppe|bestyrelse|direktion|forvaltning|kommune|region|flertal)$/iu;
const adverb =
  /^(?:\p{Alpha}+(?:igt|alt|ivt|vist?|ende)|kort|bredt|samlet|særskilt|også|herefter|derefter|desuden|derfor|allerede|tidligere|senest|dog|nu)$/iu;
/** Nouns that only look as if they ended in their article. */
const bareEnding = /(?:itet|budget|internet|toilet|kabinet|eksamen|aften|morgen|køkken|væsen|våben)$/iu;

const isLittle = (word: string): boolean => littleWords.some((words) => words.has(word));
const isDefinite = (word: string): boolean =>
  /\p{Alpha}{2}(?:en|et|erne|ene)$/iu.test(word) && !isLittle(word.toLowerCase()) && !bareEnding.test(word);

/** Whether the participle between these two stretches of its clause only says which noun is meant. */
export function isAttributive(before: string, participle: string, after: string): boolean {
  const words = before.match(/[\p{Alpha}\d-]+/gu) ?? [];
  const previous = words.at(-1)?.toLowerCase() ?? "";
  const inflected = participle.endsWith("e");
  if (!inflected && indefinite.has(previous)) return true;
  switch (following(after)) {
    case "noun":
      // *den af Byrådet godkendte plan*
      return /(?<!\p{Alpha})(?:den|det|de|en|et)\s+af\s/iu.test(before) || !hasSubject(words, inflected);
    case "object":
      return false;
    case "other":
      return inflected && (determiners.has(previous) || prepositions.has(previous) || earlier.has(previous));
  }
}

/** What a participle is followed by: a noun that it may belong to, an object, or neither. */
function following(after: string): "noun" | "object" | "other" {
  if (/^,?\s+at(?!\p{Alpha})/u.test(after)) return "object";
  const [whole, word] = /^\s+(\p{Lower}[\p{Alpha}-]*)/u.exec(after) ?? [];
  if (!whole || !word) return "other";
  if (determiners.has(word) || isDefinite(word)) return "object";
  const rest = after.slice(whole.length);
  // *forslag 2*, *forslag B* name one of them.
  if (isLittle(word) || /^\s+(?:\d|\p{Upper}(?!\p{Alpha}))/u.test(rest)) return "other";
  return adverb.test(word) && following(rest) !== "noun" ? "other" : "noun";
}

/** Whether the clause so far has somebody who acts, or a verb that the participle goes with. */
function hasSubject(words: readonly string[], inflected: boolean): boolean {
  let at = words.length - 1;
  for (;;) {
    const word = words[at];
    if (word === undefined) return false;
    const earlierWord = words[at - 1] ?? "";
    if (conjunctions.has(word.toLowerCase())) {
      // *roste arbejdet og godkendte* …; in *indkomne og godkendte ansøgninger* the two stand side by side.
      if (earlierWord === "" || isDefinite(earlierWord)) return true;
      at -= 2;
    } else if (isDefinite(word) || pronoun.test(word) || bodyNoun.test(word)) {
      return true;
    } else if (!inflected && auxiliaries.has(/^(?:det|der)$/.test(word) ? earlierWord : word)) {
      return true;
    } else if (adverb.test(word)) {
      at--;
    } else {
      // A name: an abbreviation, or a capital that does not come from the sentence's beginning.
      return (
        !determiners.has(word.toLowerCase()) &&
        (/^\p{Upper}{2,}$/u.test(word) || (at > 0 && /^\p{Upper}.*[^s]$/u.test(word)))
      );
    }
  }
}
