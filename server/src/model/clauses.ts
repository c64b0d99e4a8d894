import { lastNotAbove } from "../text/lines.ts";
import { isBlankCode, type Span, span } from "../text/span.ts";

const abbreviation =
  /(?<![\p{Alpha}])(?:d|kl|nr|pkt|ca|bl\.\s?a|bl|a|jf|evt|v|dr|f\.\s?eks|eks|inkl|ekskl|st|mio|kr|pct|stk|tlf|m\.\s?v|mv|mm|m\.\s?m|ad|hhv|vedr|ift|ifm|mht|jfr|sml|afd|gl|pr|cirka|\d{1,2})$/iu;
// Blanks but no line ends: a sentence lies in one line.
const blank = String.raw`[^\S\r\n]`;
const mark = new RegExp(
  String.raw`${blank}*(?:[-•*–]${blank}+|\d{1,3}[.)]${blank}+|[a-zæøå]\)${blank}+)?(?:ad${blank}*\d+(?:${blank}*[.:)–-]${blank}*|${blank}+))?`,
  "iuy",
);
const ends = new RegExp(String.raw`[\r\n]+|(?<![.!?:])[.!?:]+(?=${blank}+["”„»]?[\p{Upper}\d])`, "gu");

/** Sentences and lines, without their marks of lists and `Ad 1)`. A full stop behind an abbreviation or a day ends none. */
export function sentencesAndLines(text: string): Span[] {
  const sentences: Span[] = [];
  let start = behindMark(text, 0);
  for (const { 0: end, index } of text.matchAll(ends)) {
    const isStop = end.trim() !== "";
    if (isStop && (index < start || abbreviation.test(text.slice(Math.max(start, index - 12), index))))
      continue;
    if (start < index) sentences.push(span(start, index));
    start = isStop ? behindBlanks(text, index + end.length) : behindMark(text, index + end.length);
  }
  if (start < text.length) sentences.push(span(start, text.length));
  return sentences;
}

function behindMark(text: string, at: number): number {
  mark.lastIndex = at;
  mark.test(text);
  return Math.max(at, mark.lastIndex);
}

function behindBlanks(text: string, at: number): number {
  let end = at;
  while (isBlankCode(text.charCodeAt(end))) end++;
  return end;
}

const subordinator = String.raw`at|hvor|hvoraf|hvorefter|hvorfor|hvorved|hvormed|hvori|hvorpå|hvortil|hvorvidt|hvordan|hvornår|hvilket|hvilken|hvilke|hvad|hvem|hvis|som|når|fordi|da|idet|såfremt|selvom|selv om|eftersom|inden|før|indtil|om`;
const subordinateStart = new RegExp(
  String.raw`^(?:og|men|samt|eller)?\s*(?:${subordinator}|der(?!\s+(?:blev|er|var)\s+(?:aftalt|ingen|ikke|intet|enighed)))(?![\p{Alpha}-])`,
  "iu",
);
/** *Der bevilges 50.000 kr.*; in small letters it is a relative clause, at the start of a line too. */
const granting = /^Der\s+(?:bevilges|bliver\s+bevilget|blev\s+bevilget)(?!\p{Alpha})/u;
// Inside a clause *om*, *da*, *før* and *inden* are mostly prepositions and adverbs (*samarbejdet om dosering*).
const subordinateInside =
  /(?<=\s)(?:at|hvor(?:af|efter|for|ved|med|i|på|til|vidt|dan|når)?|hvilke[tn]?|hvad|hvem|hvis|som|når|fordi|idet|såfremt|selvom)(?=\s)/iu;
/** *Forslaget om at lukke filialen blev nedstemt*: what stands before *at* has no verb, so that the clause goes on. */
const finiteVerb =
  /(?<![\p{Alpha}-])(?:blev|bliver|er|var|har|havde|tog|gav|fik|vedtog|udsatte|lod|bad|fandt|så|\p{Alpha}{3,}(?:ede|dte|tte|gte|kte|ste|edes|tes|ler|rer|der|ger|ner))(?![\p{Alpha}-])/iu;
const resumed = /(?<=\s)(?:blev|bliver|er|var|har|havde)(?=\s)/iu;

/** The parts of a sentence in which the body acts: not the clauses that begin with at, hvor, som, når … */
function mainClauses(sentence: string): Span[] {
  const clauses: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    const content = sentence.slice(start, end);
    const words = content.trimStart();
    const lead = content.length - words.length;
    if (!subordinateStart.test(words) || granting.test(words)) {
      const inside = subordinateInside.exec(content);
      clauses.push(span(start + lead, inside ? start + inside.index : end));
      if (inside && !finiteVerb.test(content.slice(0, inside.index))) {
        const again = resumed.exec(content.slice(inside.index));
        if (again) clauses.push(span(start + inside.index + again.index, end));
      }
    }
    start = end + 1;
  };
  for (const comma of sentence.matchAll(/,(?!\d)/g)) push(comma.index);
  push(sentence.length);
  return clauses;
}

/** How far back in a clause a word can still be told of: so that a line of any length is read in linear time. */
const reach = 200;

/**
 * Tells, for places in one sentence, what of their clause stands before them; null for a place where the body does not act.
 */
export function clauseReader(sentence: string): (at: number) => string | null {
  const clauses = mainClauses(sentence);
  const starts = clauses.map((clause) => clause.start);
  return (at) => {
    const clause = clauses[lastNotAbove(starts, at)];
    if (!clause || at < clause.start || at >= clause.end) return null;
    return sentence.slice(Math.max(clause.start, at - reach), at);
  };
}
