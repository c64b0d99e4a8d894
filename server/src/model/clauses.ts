import { lastNotAbove } from "../text/lines.ts";
import { type Span, span } from "../text/span.ts";

const abbreviation =
  /(?<![\p{L}])(?:d|kl|nr|pkt|ca|bl\.\s?a|bl|a|jf|evt|v|dr|f\.\s?eks|eks|inkl|ekskl|st|mio|kr|pct|stk|tlf|m\.\s?v|mv|mm|m\.\s?m|ad|hhv|vedr|ift|ifm|mht|jfr|sml|afd|gl|pr|cirka|\d{1,2})$/iu;
const mark = /^\s*(?:[-•*–]\s+|\d{1,3}[.)]\s+|[a-zæøå]\)\s+)?(?:ad\s*\d+(?:\s*[.:)–-]\s*|\s+))?/iu;

/** Sentences and lines, without their marks of lists and `Ad 1)`. A full stop behind an abbreviation or a day ends none. */
export function sentencesIn(text: string): Span[] {
  const sentences: Span[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    let start = mark.exec(line)?.[0].length ?? 0;
    for (const stop of line.matchAll(/(?<![.!?:])[.!?:]+(?=\s+["”„»]?[\p{Lu}\d])/gu)) {
      const at = stop.index;
      if (at < start || abbreviation.test(line.slice(Math.max(start, at - 12), at))) continue;
      sentences.push(span(index + start, index + at));
      start = at + stop[0].length;
      start += line.slice(start).search(/\S/);
    }
    if (start < line.length) sentences.push(span(index + start, index + line.length));
  }
  return sentences;
}

const subordinator = String.raw`at|hvor|hvoraf|hvorefter|hvorfor|hvorved|hvormed|hvori|hvorpå|hvortil|hvorvidt|hvordan|hvornår|hvilket|hvilken|hvilke|hvad|hvem|hvis|som|når|fordi|da|idet|såfremt|selvom|selv om|eftersom|inden|før|indtil|om`;
const subordinateStart = new RegExp(
  String.raw`^(?:og|men|samt|eller)?\s*(?:${subordinator}|der(?!\s+(?:blev|er|var)\s+(?:aftalt|ingen|ikke|intet|enighed)))(?![\p{L}-])`,
  "iu",
);
/** *Der bevilges 50.000 kr.*; in small letters it is a relative clause, at the start of a line too. */
const granting = /^Der\s+(?:bevilges|bliver\s+bevilget|blev\s+bevilget)(?!\p{L})/u;
// Inside a clause *om*, *da*, *før* and *inden* are mostly prepositions and adverbs (*samarbejdet om dosering*).
const subordinateInside =
  /(?<=\s)(?:at|hvor(?:af|efter|for|ved|med|i|på|til|vidt|dan|når)?|hvilke[tn]?|hvad|hvem|hvis|som|når|fordi|idet|såfremt|selvom)(?=\s)/iu;
/** *Forslaget om at lukke filialen blev nedstemt*: what stands before *at* has no verb, so that the clause goes on. */
const finiteVerb =
  /(?<![\p{L}-])(?:blev|bliver|er|var|har|havde|tog|gav|fik|vedtog|udsatte|lod|bad|fandt|så|\p{L}{3,}(?:ede|dte|tte|gte|kte|ste|edes|tes|ler|rer|der|ger|ner))(?![\p{L}-])/iu;
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
