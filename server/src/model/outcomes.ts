import { slice, type Span } from "../text/span.ts";
import { clauseReader, sentencesAndLines } from "./clauses.ts";
import { type Outcome, type Phrase, phrasesByVerb } from "./outcomePhrases.ts";
import { isAttributive } from "./participle.ts";

/** A phrase of a decision that says an outcome, with its place in the text that was read. */
export interface OutcomeMention extends Span {
  readonly outcome: Outcome;
}

interface Word {
  readonly word: string;
  readonly start: number;
}

/** A phrase found in a sentence, whether it counts or not. */
interface Candidate extends Span {
  readonly phrase: Phrase;
  readonly rank: number;
  readonly verb: string;
}

/** The outcomes that the text of a decision says, in order of their places. */
export function readOutcomes(text: string): OutcomeMention[] {
  const verbs = [...text.matchAll(/[\p{Alpha}-]+/gu)].filter(([word]) =>
    phrasesByVerb.has(word.toLowerCase()),
  );
  if (verbs.length === 0) return [];
  let next = 0;
  return sentencesAndLines(text).flatMap((sentence) => {
    const own: Word[] = [];
    for (; (verbs[next]?.index ?? Infinity) < sentence.end; next++) {
      const { 0: word = "", index = 0 } = verbs[next] ?? {};
      if (index >= sentence.start) own.push({ word, start: index - sentence.start });
    }
    return outcomesIn(slice(text, sentence), own).map(({ outcome, start, end }) => ({
      outcome,
      start: sentence.start + start,
      end: sentence.start + end,
    }));
  });
}

function outcomesIn(sentence: string, verbs: readonly Word[]): OutcomeMention[] {
  const candidates = verbs.flatMap((verb) => candidatesAt(verb, sentence)).sort((a, b) => a.rank - b.rank);
  if (candidates.length === 0) return [];
  const clauseBefore = clauseReader(sentence);
  // Which signs of the sentence say an outcome already; most sentences have one phrase, which is in nobody's way.
  const taken = new Uint8Array(candidates.length > 1 ? sentence.length : 0);
  const mentions: OutcomeMention[] = [];
  for (const { phrase, verb, start, end } of candidates) {
    if (isTaken(taken, start, end)) continue;
    const before = clauseBefore(start);
    if (before === null || !counts(before, verb, sentence.slice(start + verb.length), phrase)) continue;
    taken.fill(1, start, end);
    mentions.push({ outcome: phrase.outcome, start, end });
  }
  return mentions.sort((a, b) => a.start - b.start);
}

function isTaken(taken: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (taken[at]) return true;
  return false;
}

/** The phrases that may begin with a verb. */
function candidatesAt({ word: verb, start }: Word, sentence: string): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { rank, phrase } of phrasesByVerb.get(verb.toLowerCase()) ?? []) {
    if (phrase.opens && start > 0) continue;
    let end = start + verb.length;
    if (phrase.then) {
      phrase.then.lastIndex = end;
      if (!phrase.then.test(sentence)) continue;
      end = phrase.then.lastIndex;
    }
    candidates.push({ phrase, rank, verb, start, end });
  }
  return candidates;
}

const notYet =
  /(?<![\p{Alpha}-])(?:forventes|ventes|skal|skulle|kan|kunne|vil|ville|bør|burde|må|måtte|planlægges|ønskes|foreslås|bedes|søges|tænkes|behøver|mangler at|klar til at|med henblik på at|for at|at blive|at få|til at|kan blive)(?![\p{Alpha}-])/iu;
const denied = /(?<![\p{Alpha}-])(?:ikke|aldrig|hverken)\s+(?:\S+\s+){0,2}$/iu;

function counts(before: string, verb: string, after: string, { outcome, about }: Phrase): boolean {
  if (notYet.test(before) || about?.test(before) === false) return false;
  if (outcome === "nothing") return true;
  if (/(?:t|te|de)$/iu.test(verb) && isAttributive(before, verb, after)) return false;
  if (outcome === "rejected") return true;
  return !denied.test(before) && !/^\s+(?:ikke|aldrig)(?![\p{Alpha}-])/iu.test(after);
}
