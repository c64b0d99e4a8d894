import type { Span } from "../text/span.ts";

/** What a body can have done with a matter: FORMAT.md section 4. */
export const outcomes = [
  "approved",
  "recommended",
  "noted",
  "discussed",
  "agreed",
  "postponed",
  "referred",
  "rejected",
  "dropped",
  "nothing",
] as const;

export type Outcome = (typeof outcomes)[number];

/** A phrase of a decision that says an outcome, with its place in the text that was read. */
export interface OutcomeMention extends Span {
  readonly outcome: Outcome;
}

interface Phrase {
  readonly outcome: Outcome;
  readonly pattern: RegExp;
}

/** The words with a capital or without: patterns that know abbreviations (FSN) must tell capitals from small letters. */
const capitalisedToo = (words: string): string =>
  words.replace(
    /(^|\|)(\p{Ll})/gu,
    (_, bar: string, letter: string) => `${bar}[${letter.toUpperCase()}${letter}]`,
  );

/** A body that a matter can be sent to. *Området* is none, and *nationale mål* neither. */
const bodyWord = `(?:(?!\\p{L}*område)\\p{L}*(?:${capitalisedToo(
  "udvalg(?:et)?|råd(?:et)?|direktion(?:en)?|forvaltning(?:en)?|niveau|forum|gruppe(?:n)?|bestyrelse(?:n)?|direktør\\p{L}*|nævn(?:et)?|kommission(?:en)?|sekretariat(?:et)?|region(?:en)?|kommune(?:n)?",
)})|[A-ZÆØÅ]{2,6})`;
const gap = String.raw`[^.;]{0,160}?`;
const word = (words: string): string => String.raw`(?<![\p{L}-])(?:${words})(?![\p{L}-])`;

// What a body decides to do, behind *besluttede at* …, and behind *besluttede, at sagen* … in the passive.
const decided = String.raw`(?<![\p{L}-])(?:besluttede|besluttet|besluttedes)(?:[^.,;]{0,80}? |, | )at `;
const decidedThat = String.raw`${decided}(?:[\p{L}-]+ ){1,5}?`;
const body = String.raw`(?:[^.,;]{0,60}? )??${bodyWord}(?![\p{L}])`;

function phrase(outcome: Outcome, source: string, flags = "giu"): Phrase {
  return { outcome, pattern: new RegExp(source, flags) };
}

// Each pattern begins at the verb that makes the outcome: whether it counts is seen from what stands before it. The
// order matters: a stretch of text says one outcome only, and the more special phrases take it first.
const phrases: readonly Phrase[] = [
  phrase("recommended", `${decided}(?:indstille|anbefale)${gap}(?:til|over ?for|at)(?![\\p{L}])`),
  phrase(
    "recommended",
    `${word(capitalisedToo("indstilles|indstillet|indstilledes|anbefales|anbefalet|anbefaledes|indstillede|anbefalede|indstiller|anbefaler"))}(?: [^.;, ]+){0,6}? (?:til|over ?for) (?:godkendelse|vedtagelse|${body})`,
    "gu",
  ),
  phrase(
    "recommended",
    String.raw`${word("anbefales|indstilles")} (?:godkendt|vedtaget|tiltrådt)(?![\p{L}])`,
  ),
  phrase(
    "rejected",
    word(
      "(?:kan |kunne )?ikke (?:blevet )?(?:godkendt|godkendes|tiltrådt|tiltrædes|vedtaget|vedtages|imødekommet|imødekommes)|" +
        "(?:godkendte|godkendes|godkendtes|tiltrådte|tiltrædes|tiltrådtes|vedtog|vedtages|imødekommes) ikke|" +
        "forkastet|forkastede|forkastes|nedstemt|nedstemte|nedstemmes|afvist|afviste|afvises|afslået|afslog",
    ),
  ),
  phrase(
    "rejected",
    `${decided}(?:afvise|forkaste|afslå)(?![\\p{L}])|${decidedThat}(?:afvises|forkastes|afslås)(?![\\p{L}])`,
  ),
  phrase(
    "postponed",
    word(
      "udsat|udsættes|udsattes|udsatte(?= (?:sagen|punktet|behandlingen|beslutningen|drøftelsen|spørgsmålet|forslaget|indstillingen|den|det)(?!\\p{L}))|udsætter|udskudt|udskydes|udskød|udskyder|" +
        "afventer (?:til )?(?:næste|kommende|et kommende|det næste|det kommende|et senere) møde",
    ),
  ),
  phrase(
    "postponed",
    `${decided}(?:udsætte|udskyde)(?![\\p{L}])|${decidedThat}(?:udsættes|udskydes)(?![\\p{L}])`,
  ),
  phrase(
    "dropped",
    word(
      "udgår|udgik|udgået|(?:trukket|trak(?: [^.,;]{1,40}?)?|trækkes) (?:tilbage|af dagsordenen|fra dagsordenen)|bortfalder|bortfaldt|bortfaldet",
    ),
  ),
  phrase(
    "referred",
    String.raw`${word("oversendes|oversendt|oversendte|oversender")} (?:[^.,;]{0,60}? )?til(?![\p{L}])`,
  ),
  phrase(
    "referred",
    String.raw`${word(capitalisedToo("sendes|sendt|sendte|sender"))} (?:videre til(?![\p{L}])|[^.,;]{0,30}?til ${body})`,
    "gu",
  ),
  phrase(
    "referred",
    String.raw`${word(capitalisedToo("henvist|henvises|henviste|henviser"))} (?:[^.,;]{0,40}? )?til ${body}`,
    "gu",
  ),
  phrase(
    "referred",
    `${decided}(?:over)?sende(?![\\p{L}])|${decidedThat}(?:oversendes|henvises|sendes)[^.,;]{0,30} til(?![\\p{L}])`,
  ),
  phrase(
    "noted",
    `${word("taget|tog|tages|tager|toges")}${gap} ?til (?:efterretning|orientering)(?![\\p{L}])`,
  ),
  phrase("noted", String.raw`^til (?:efterretning|orientering)(?=[\s.,]*$)`),
  phrase("agreed", word("aftalt|aftalte|aftaltes")),
  phrase("discussed", word("drøftet|drøftede|drøftedes")),
  phrase(
    "approved",
    word(
      "godkendt|godkendte|godkendtes|godkendes|godkender|tiltrådt|tiltrådte|tiltrådtes|tiltrædes|tiltræder|" +
        "vedtaget|vedtog|vedtoges|vedtages|vedtager|besluttet|besluttede|besluttedes",
    ),
  ),
  phrase(
    "nothing",
    String.raw`^(?:ikke noget|intet|ingenting|ingen(?: bemærkninger| punkter| emner)?|der var (?:ikke noget|intet|ingen(?:ting)?(?:,? der havde)?))(?![\p{L}-])`,
  ),
];

const subordinator = String.raw`at|hvor|hvoraf|hvorefter|hvorfor|hvorved|hvormed|hvori|hvorpå|hvortil|hvorvidt|hvordan|hvornår|hvilket|hvilken|hvilke|hvad|hvem|hvis|som|når|fordi|da|idet|såfremt|selvom|selv om|eftersom|inden|før|indtil|om`;
const subordinateStart = new RegExp(
  String.raw`^(?:og|men|samt|eller)?\s*(?:${subordinator}|der(?!\s+(?:blev|er|var)\s+(?:aftalt|ingen|ikke|intet|enighed)))(?![\p{L}-])`,
  "iu",
);
// Inside a clause *om*, *da*, *før* and *inden* are mostly prepositions and adverbs (*samarbejdet om dosering*).
const subordinateInside =
  /(?<=\s)(?:at|hvor(?:af|efter|for|ved|med|i|på|til|vidt|dan|når)?|hvilke[tn]?|hvad|hvem|hvis|som|når|fordi|idet|såfremt|selvom)(?=\s)/iu;
/** *Forslaget om at lukke filialen blev nedstemt*: what stands before *at* has no verb, so that the clause goes on. */
const finiteVerb =
  /(?<![\p{L}-])(?:blev|bliver|er|var|har|havde|tog|gav|fik|vedtog|udsatte|lod|bad|fandt|så|\p{L}{3,}(?:ede|dte|tte|gte|kte|ste|edes|tes|ler|rer|der|ger|ner))(?![\p{L}-])/iu;
const resumed = /(?<=\s)(?:blev|bliver|er|var|har|havde)(?=\s)/iu;
const notYet =
  /(?<![\p{L}-])(?:forventes|ventes|skal|skulle|kan|kunne|vil|ville|bør|burde|må|måtte|planlægges|ønskes|foreslås|bedes|søges|tænkes|behøver|mangler at|klar til at|med henblik på at|for at|at blive|at få|til at|kan blive)(?![\p{L}-])/iu;
/** `den godkendte plan`, `de allerede vedtagne midler`: a participle in front of its noun tells of the past. */
const attributive =
  /(?<![\p{L}-])(?:den|det|de|en|et|allerede|tidligere|nyligt|senest|endeligt|samlede)\s+$/iu;

/** The outcomes that the text of a decision (or of one entry of it) says, in order of their places. */
export function readOutcomes(text: string): OutcomeMention[] {
  const mentions: OutcomeMention[] = [];
  for (const sentence of sentencesOf(text)) {
    const content = text.slice(sentence.start, sentence.end);
    const main = mainClauses(content);
    const taken: Span[] = [];
    for (const { outcome, pattern } of phrases) {
      for (const match of content.matchAll(pattern)) {
        const start = match.index;
        const end = start + match[0].length;
        if (taken.some((other) => start < other.end && end > other.start)) continue;
        const clause = main.find((part) => start >= part.start && start < part.end);
        if (!clause || !counts(content.slice(clause.start, start), match[0], content.slice(end), outcome))
          continue;
        taken.push({ start, end });
        mentions.push({ outcome, start: sentence.start + start, end: sentence.start + end });
      }
    }
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** The same, each outcome once. */
export function outcomesOf(text: string): Outcome[] {
  return [...new Set(readOutcomes(text).map((mention) => mention.outcome))];
}

function counts(before: string, said: string, after: string, outcome: Outcome): boolean {
  if (notYet.test(before)) return false;
  if (outcome === "nothing" || outcome === "rejected") return true;
  if (
    /(?<![\p{L}-])(?:ikke|aldrig|hverken)\s+(?:\S+\s+){0,2}$/iu.test(before) ||
    /^\s+(?:ikke|aldrig)(?![\p{L}-])/iu.test(after)
  ) {
    return false;
  }
  return !(/(?:te|ne)$/u.test(said) && attributive.test(before));
}

const abbreviation =
  /(?<![\p{L}])(?:d|kl|nr|pkt|ca|bl\.\s?a|bl|a|jf|evt|v|dr|f\.\s?eks|eks|inkl|ekskl|st|mio|kr|pct|stk|tlf|m\.\s?v|mv|mm|m\.\s?m|ad|hhv|vedr|ift|ifm|mht|jfr|sml|afd|gl|pr|cirka|\d{1,2})$/iu;

/** Sentences and lines, without their marks of lists and `Ad 1)`. A full stop behind an abbreviation or a day ends none. */
function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    let start =
      line.index +
      (/^\s*(?:[-•*–]\s+|\d{1,3}[.)]\s+|[a-zæøå]\)\s+)?(?:ad\s*\d+(?:\s*[.:)–-]\s*|\s+))?/iu.exec(
        line[0],
      )?.[0].length ?? 0);
    const end = line.index + line[0].length;
    for (const stop of line[0].matchAll(/[.!?:]+(?=\s+["”„»]?[\p{Lu}\d])/gu)) {
      const at = line.index + stop.index;
      if (at < start || abbreviation.test(text.slice(Math.max(start, at - 12), at))) continue;
      spans.push({ start, end: at });
      start = at + stop[0].length;
      while (start < end && /\s/.test(text[start] ?? "")) start++;
    }
    if (start < end) spans.push({ start, end });
  }
  return spans;
}

/** The parts of a sentence in which the body acts: not the clauses that begin with at, hvor, som, når … */
function mainClauses(sentence: string): Span[] {
  const parts: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    const content = sentence.slice(start, end);
    const lead = content.length - content.trimStart().length;
    if (!subordinateStart.test(content.trimStart())) {
      const inside = subordinateInside.exec(content);
      parts.push({ start: start + lead, end: inside ? start + inside.index : end });
      if (inside && !finiteVerb.test(content.slice(0, inside.index))) {
        const again = resumed.exec(content.slice(inside.index));
        if (again) parts.push({ start: start + inside.index + again.index, end });
      }
    }
    start = end + 1;
  };
  for (const comma of sentence.matchAll(/,(?!\d)/g)) push(comma.index);
  push(sentence.length);
  return parts;
}
