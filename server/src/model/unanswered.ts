import type { Item } from "../syntax/nodes.ts";
import { type Span, slice, span } from "../text/span.ts";
import { type Decision, decisionOf, outcomesWithin } from "./decision.ts";
import { memo } from "./memo.ts";
import type { Outcome } from "./outcomePhrases.ts";
import { answers, type Entry, recommendationEntries, type Verb, verbsIn } from "./recommendations.ts";
import { sectionsOf } from "./sections.ts";

export interface Unanswered {
  readonly recommendation: Entry;
  /** What it asks for and does not get. */
  readonly verb: Verb;
}

/**
 * The recommendations of an item that its decision leaves without an answer. Where the decision may well answer, in words
 * that the outcomes are not read from, the recommendation is left out: a doubt is no finding.
 */
export const unansweredIn: (item: Item) => readonly Unanswered[] = memo((item) => {
  const recommendations = sectionsOf(item, "indstilling").flatMap((section) =>
    recommendationEntries(item, section),
  );
  const decision = recommendations.length > 0 ? decisionOf(item) : null;
  if (!decision || decision.text === "") return [];
  const all = answerIn(item, decision, [decision.span]);
  const oneByOne = answersOneByOne(item, decision, recommendations.length);
  const unanswered = recommendations.flatMap((recommendation, index) => {
    const answer = oneByOne[index] ?? all;
    // *Orienteringen blev godkendt* is an answer, if not in the customary word, where nothing else was recommended.
    if (recommendations.length === 1 && answer.outcomes.has("approved")) return [];
    const isOpen = (verb: Verb): boolean => !isAnswered(verb, recommendation, answer);
    // Most are answered in the customary words, and no text need be read.
    if (!recommendation.verbs.some(isOpen)) return [];
    const verb = sureVerbs(recommendation).find(
      (each) => isOpen(each) && !mayBeAnswered(each, recommendation, answer),
    );
    return verb ? [{ recommendation, verb }] : [];
  });
  return unanswered.length > 0 && answersWhatever(item, decision) ? [] : unanswered;
});

/** What a sentence can be tried for. */
type Sign = Pick<RegExp, "test">;

interface Answer {
  readonly outcomes: ReadonlySet<Outcome>;
  /** Whether a sentence that holds no outcome has the sign. */
  readonly says: (sign: Sign) => boolean;
}

function answerIn(item: Item, decision: Decision, parts: readonly Span[]): Answer {
  let texts: readonly string[] | null = null;
  const known = new Map<Sign, boolean>();
  return {
    outcomes: new Set(parts.flatMap((part) => outcomesWithin(decision, part))),
    // Each of many recommendations asks the same.
    says: (sign) => {
      texts ??= parts
        .flatMap((part) => answerSentences(item, part))
        .filter((sentence) => outcomesWithin(decision, sentence).length === 0)
        .map((sentence) => slice(item.masked, sentence));
      const said = known.get(sign) ?? texts.some((text) => sign.test(text));
      known.set(sign, said);
      return said;
    },
  };
}

/**
 * A decision with one entry for each recommendation answers them one by one; what stands around the entries speaks of all.
 * Entries that hold no outcome are no answers, but notes or conditions.
 */
function answersOneByOne(item: Item, decision: Decision, count: number): readonly Answer[] {
  const { entries } = decision;
  if (count < 2 || entries.length !== count) return [];
  const own = entries.map((entry) => answerIn(item, decision, [entry.span]));
  if (own.every(({ outcomes }) => outcomes.size === 0)) return [];
  const around: Span[] = [];
  let from = decision.span.start;
  for (const entry of entries) {
    around.push(span(from, Math.max(from, entry.span.start)));
    from = entry.span.end;
  }
  around.push(span(from, decision.span.end));
  const common = answerIn(item, decision, around);
  return own.map(({ outcomes, says }) => ({
    outcomes: new Set([...outcomes, ...common.outcomes]),
    says: (sign) => says(sign) || common.says(sign),
  }));
}

const recommendationWord =
  /(?<![\p{Alpha}-])(?:indstilling(?:en|ens|erne|ernes)?|som\s+indstillet|punkterne)(?![\p{Alpha}-])/iu;
const followed = /(?<!\p{Alpha})(?:fulgt|følg|tilslut|bifald|henhold|overensstemmelse)/iu;
/** *Ad 1 og 2: Godkendt.*, *Punkt 1-3 tiltrådt.* */
const severalNumbers =
  /(?<!\p{Alpha})(?:ad|pkt\.?|punkt|nr\.?)\s{0,3}\d{1,2}\s{0,3}(?:og|samt|til|,|-|–)\s{0,3}\d/iu;
/** *Godkendt.* alone, as the first word of the decision, is said of all that was recommended. */
const bareAnswer =
  /^(?:enstemmigt\s+|blev\s+)?(?:ikke\s+)?(?:godkendt|tiltrådt|vedtaget|forkastet|afvist|nedstemt)(?![\p{Alpha}-])/iu;

/** *Som indstillet.*, *1-2. Som indstillet.*: nothing but that, said of one or of several. */
const asRecommended =
  /^(?:(?:ad\s+)?\d{1,2}(?:\s?[-–]\s?\d{1,2})?[.):]?\s+)?som\s+(?:indstillet|anbefalet|foreslået)\s*[.,;]?/iu;

/** *Indstillingen blev nedstemt*, *Udvalget fulgte indstillingen*, *Godkendt.*: an answer to all at once. */
function answersWhatever(item: Item, decision: Decision): boolean {
  if (bareAnswer.test(decision.text) || asRecommended.test(decision.text)) return true;
  return answerSentences(item, decision.span).some((sentence) => {
    const text = slice(item.masked, sentence);
    const hasOutcome = outcomesWithin(decision, sentence).length > 0;
    if (recommendationWord.test(text) && (hasOutcome || followed.test(text))) return true;
    return hasOutcome && severalNumbers.test(text);
  });
}

/** The verbs that the recommendation itself holds, not those of what it tells: *Drøfter, om udvalget godkender …* */
function sureVerbs({ text, verbs }: Entry): readonly Verb[] {
  const clause =
    /,\s+(?:at|om|hv\p{Lower}+|som|der|når|så|idet|med)(?!\p{Alpha})|\s(?:at|hvor\p{Lower}*)(?!\p{Alpha})/u.exec(
      text,
    );
  const own = verbsIn(clause && clause.index > 3 ? text.slice(0, clause.index) : text);
  return own.length > 0 ? own : verbs.slice(0, 1);
}

function isAnswered(verb: Verb, { verbs }: Entry, { outcomes }: Answer): boolean {
  // A decision that only tells answers a recommendation to discuss.
  if (verb === "discuss" || (outcomes.size === 0 && verbs.includes("discuss"))) return true;
  return [...outcomes].some((outcome) => answers(outcome, [verb]));
}

/** Agreement in other words than the customary ones. */
const otherAgreement =
  /(?<!\p{Alpha})(?:tilslut\p{Alpha}*|bifald\p{Alpha}*|imødek[oø]m\p{Alpha}*|bevilg(?:et|ede|es)|enige?|enighed|støtte(?:r|de)|bakke(?:r|de)\s+op|opbakning|accepter\p{Alpha}*|til\s+følge|valgt|valgte|afslag|udpeg\p{Alpha}*|fastsat|fastsatte|fastlagt|fastlagde)(?!\p{Alpha})/iu;
const otherNote =
  /(?<!\p{Alpha})(?:efterretning|til\s+orientering|ad\s+notam|noter(?:et|ede|er|es))(?!\p{Alpha})/iu;
const told = /(?<!\p{Alpha})(?:orienter|præsenter|fremlag|fremlæg|gennemg|fortalte|oplæg|redegj|oplyst)/iu;

/** An end of the matter, or a vote on it, in other words than the customary ones. */
const otherEnd =
  /(?<!\p{Alpha})(?:genoptag\p{Alpha}*|genbehandl\p{Alpha}*|(?:behandl|drøft|tag|forelægg)\p{Alpha}*\s+(?:op\s+)?(?:igen|på\s+ny)|afvent\p{Alpha}*|næste\s+møde|(?:af|fra)\s+dagsordenen|trukket|trækkes|udgå\p{Alpha}*|udgik|bortfald\p{Alpha}*|oversend\p{Alpha}*|tilbagesend\p{Alpha}*|tilbage\s+til|hjemsend\p{Alpha}*|stemte|stemmer|flertal\p{Alpha}*|anbefal\p{Alpha}*|ikke\s+(?:\p{Alpha}+\s+)?(?:godkende|tiltræde|vedtage|imødekomme|følge)|ja|nej|ok)(?!\p{Alpha})/iu;

function mayBeAnswered(verb: Verb, { text }: Entry, { says }: Answer): boolean {
  if (says(otherEnd)) return true;
  switch (verb) {
    case "approve":
      return says(otherAgreement);
    case "note":
      return says(otherNote) || (/^(?:at )?orienter/iu.test(text) && says(told));
    case "decide":
      // *Mødet holdes i Havneby* decides, without saying so.
      return says(otherAgreement) || says(result);
    case "discuss":
      return true;
  }
}

/** A sentence that states how things are to be. */
const result: Sign = {
  test: (sentence) => {
    const main = /^[^,;]*/.exec(sentence)?.[0] ?? "";
    const present = /(?<!\p{Alpha})(?:er|bliver|skal|vil|får|har|\p{Lower}{3,}(?:er|es))(?!\p{Alpha})/u.test(
      main,
    );
    // *Rød.* and *Anna Holm.* are answers without a verb.
    const short = main.trim().split(/\s+/).length <= 3;
    return (
      (present || short) &&
      !/(?<!\p{Alpha})(?:blev|var|havde|gav|tog|kom|holdt|spurgte|\p{Lower}{3,}(?:ede|te))(?!\p{Alpha})/u.test(
        main,
      )
    );
  },
};

function answerSentences(item: Item, part: Span): Span[] {
  const sentences: Span[] = [];
  const text = slice(item.masked, part);
  let start = 0;
  for (const stop of text.matchAll(/(?<![.!?])[.!?]+\s+(?=["”„»]?\p{Upper})|[\r\n]+/gu)) {
    sentences.push(span(part.start + start, part.start + stop.index));
    start = stop.index + stop[0].length;
  }
  sentences.push(span(part.start + start, part.end));
  return sentences.filter((sentence) => slice(item.masked, sentence).trim() !== "");
}
