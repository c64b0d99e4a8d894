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

/** A phrase that says an outcome. It begins at its verb: whether it counts is seen from what stands before. */
export interface Phrase {
  readonly outcome: Outcome;
  /** The forms of the verb, with blanks between. */
  readonly verbs: string;
  /** How it goes on behind the verb; sticky, and bounded in its reach. Null where the verb says it all. */
  readonly then: RegExp | null;
  /** What must stand before the verb in its clause, where the verb alone says too little. */
  readonly about: RegExp | null;
  /** It is one only where a sentence begins with it. */
  readonly opens: boolean;
}

/** The words with a capital or without: patterns that know abbreviations (FSN) must tell capitals from small letters. */
const capitalisedToo = (words: string): string =>
  words.replace(
    /(^|\|)(\p{Lower})/gu,
    (_, bar: string, letter: string) => `${bar}[${letter.toUpperCase()}${letter}]`,
  );

const end = String.raw`(?![\p{Alpha}-])`;
const gap = "[^.;]{0,160}?";

/** A body that a matter can be sent to. *Området* is none, and *nationale mål* neither. */
const bodyWord = `(?:(?!\\p{Alpha}*område)\\p{Alpha}*(?:${capitalisedToo(
  "udvalg(?:et)?|råd(?:et)?|direktion(?:en)?|forvaltning(?:en)?|niveau|forum|gruppe(?:n)?|bestyrelse(?:n)?|direktør\\p{Alpha}*|nævn(?:et)?|kommission(?:en)?|sekretariat(?:et)?|region(?:en)?|kommune(?:n)?",
)})|[A-ZÆØÅ]{2,6})`;
const body = String.raw`(?:[^.,;]{0,60}? )??${bodyWord}(?!\p{Alpha})`;

/** Whom a body meets, and does not decide on: patients are sent to a hospital without any outcome. */
const people = String.raw`(?<!\p{Alpha})\p{Alpha}{0,30}(?:patient|borger|beboer|elev|barn|børn|bruger|læge|pårørende|person|familie|ansøger|medarbejder|kvind|mænd|ung|ældre)(?:en|er|e|et|erne|ne|rne|ene)?(?!\p{Alpha})`;
const nobody = new RegExp(`^(?![^]*${people})`, "iu");
/** *Der henvises til* … points at something; a matter that is referred is named before it. */
const nobodyReferring = new RegExp(`^(?!\\s*der\\s|[^]*${people})`, "iu");
const onMatter =
  /^\s*(?:blev |er )?$|(?<!\p{Alpha})(?:\p{Alpha}{0,30}(?:sag|punkt|pkt|emne|forslag|indstilling|drøftelse|behandling|orientering|ansøgning|anmodning|spørgsmål|beslutning)\p{Alpha}{0,5}|det|den|dette)(?!\p{Alpha})/iu;
const onRecommendation = /(?<!\p{Alpha})(?:indstilling|anbefaling)(?:en|erne)(?!\p{Alpha})/iu;
/** *Der blev bevilget*, *Udvalget bevilgede*, *50.000 kr. bevilges*: what others have granted before is told otherwise. */
const onGrant = new RegExp(
  String.raw`^\s*(?:[Dd]er\s+|[Dd]et\s+)?(?:[Bb]lev\s+|bliver\s+|er\s+)?$|^\s*(?!.*(?:[Rr]egion|[Kk]ommun))(?:[\p{Alpha}-]+ ){0,2}${bodyWord}\s*$|(?:kr\.?|kroner|[Bb]eløbet|[Tt]ilskuddet|[Ss]tøtten)\s+(?:(?:blev|bliver|er)\s+)?$`,
  "u",
);

const decided = "besluttede besluttet besluttedes";
/** *besluttede at* …, and with a subject: *besluttede, at sagen* …, which goes on in the passive. */
const toDo = "(?:[^.,;]{0,80}? |, | )at ";
const toBeDone = String.raw`${toDo}(?:[\p{Alpha}-]+ ){1,5}?`;
const endorsed = `(?:blevet )?(?:godkendt|godkendes|tiltrådt|tiltrædes|vedtaget|vedtages|imødekommet|imødekommes)${end}`;

function phrase(outcome: Outcome, verbs: string, then = "", about: RegExp | null = null): Phrase {
  const flags = then.includes(bodyWord) ? "uy" : "iuy";
  return { outcome, verbs, then: then === "" ? null : new RegExp(then, flags), about, opens: false };
}

function opening(outcome: Outcome, words: string, then?: string): Phrase {
  return { ...phrase(outcome, words, then), opens: true };
}

// The order matters: a stretch of text says one outcome only, and the more special phrases take it first.
const phrases: readonly Phrase[] = [
  opening("noted", "til", String.raw` (?:efterretning|orientering)(?=[\s.,]*$)`),
  opening("nothing", "ikke", ` noget${end}`),
  opening("nothing", "intet ingenting"),
  opening("nothing", "ingen", `(?: bemærkninger| punkter| emner)?${end}`),
  opening("nothing", "der", ` var (?:ikke noget|intet|ingen(?:ting)?(?:,? der havde)?)${end}`),
  phrase("recommended", decided, `${toDo}(?:indstille|anbefale)${gap}(?:til|over ?for|at)(?!\\p{Alpha})`),
  phrase(
    "recommended",
    "indstilles indstillet indstilledes anbefales anbefalet anbefaledes indstillede anbefalede indstiller anbefaler",
    `(?: [^.;, ]+){0,6}? (?:til|over ?for) (?:godkendelse|vedtagelse|${body})`,
  ),
  phrase("recommended", "anbefales indstilles", String.raw` (?:godkendt|vedtaget|tiltrådt)(?!\p{Alpha})`),
  phrase("rejected", "kan kunne", ` ikke ${endorsed}`),
  phrase("rejected", "ikke", ` ${endorsed}`),
  phrase("rejected", "ikke", ` (?:blevet )?fulgt${end}`, onRecommendation),
  phrase("rejected", "følges", ` ikke${end}`, onRecommendation),
  phrase(
    "rejected",
    "godkendte godkendes godkendtes tiltrådte tiltrædes tiltrådtes vedtog vedtages imødekommes",
    ` ikke${end}`,
  ),
  phrase(
    "rejected",
    "forkastet forkastede forkastes nedstemt nedstemte nedstemmes afvist afviste afvises afslået afslog",
  ),
  phrase(
    "rejected",
    decided,
    `${toDo}(?:afvise|forkaste|afslå)(?!\\p{Alpha})|${toBeDone}(?:afvises|forkastes|afslås)(?!\\p{Alpha})`,
  ),
  // *Byen er udsat for oversvømmelse*, and *udsat for at få flere oplysninger*.
  phrase("postponed", "udsat", String.raw`(?! for (?!at |\p{Alpha}+ gang))`),
  phrase("postponed", "udsættes udsattes udsætter udskudt udskydes udskød udskyder"),
  phrase(
    "postponed",
    "udsatte",
    String.raw`(?= (?:sagen|punktet|behandlingen|beslutningen|drøftelsen|spørgsmålet|forslaget|indstillingen|den|det)(?!\p{Alpha}))`,
  ),
  phrase(
    "postponed",
    "afventer",
    ` (?:til )?(?:næste|kommende|et kommende|det næste|det kommende|et senere) møde${end}`,
  ),
  phrase(
    "postponed",
    decided,
    `${toDo}(?:udsætte|udskyde)(?!\\p{Alpha})|${toBeDone}(?:udsættes|udskydes)(?!\\p{Alpha})`,
  ),
  // A bus departs (*udgår fra Rådhuset*), and a route ends.
  phrase("dropped", "udgår udgik udgået bortfalder bortfaldt bortfaldet", "", onMatter),
  phrase("dropped", "trukket trækkes", ` (?:tilbage|(?:af|fra) dagsordenen)${end}`),
  phrase("dropped", "trak", `(?: [^.,;]{1,40}?)? (?:tilbage|(?:af|fra) dagsordenen)${end}`),
  phrase("dropped", "taget tages tog toges", `(?: [^.,;]{1,40}?)? (?:af|fra) dagsordenen${end}`),
  phrase(
    "referred",
    "oversendes oversendt oversendte oversender",
    String.raw` (?:[^.,;]{0,60}? )?til(?!\p{Alpha})`,
    nobody,
  ),
  phrase(
    "referred",
    "sendes sendt sendte sender",
    String.raw` (?:videre til(?!\p{Alpha})|(?![^.,;]{0,30}${people})[^.,;]{0,30}?til ${body})`,
    nobody,
  ),
  phrase("referred", "henvist henvises", ` (?:[^.,;]{0,40}? )?til ${body}`, nobodyReferring),
  // *Formanden henviste til Direktionen* names no matter that was sent there.
  phrase(
    "referred",
    "henviste henviser",
    String.raw` (?![^.,;]{0,40}${people})(?:[\p{Alpha}-]+ ){0,3}?(?:[\p{Alpha}-]{2,40}(?:en|et|erne|ene)|den|det|dette|\d{1,3}) (?:videre |tilbage )?til ${body}`,
    nobody,
  ),
  phrase(
    "referred",
    decided,
    `${toDo}(?:over)?sende(?!\\p{Alpha})|${toBeDone}(?:oversendes|henvises|sendes)[^.,;]{0,30} til(?!\\p{Alpha})`,
  ),
  phrase(
    "noted",
    "taget tog tages tager toges",
    String.raw`${gap} ?til (?:efterretning|orientering)(?!\p{Alpha})`,
  ),
  phrase("agreed", "aftalt aftalte aftaltes"),
  phrase("discussed", "drøftet drøftede drøftedes"),
  phrase(
    "approved",
    "godkendt godkendte godkendtes godkendes godkender tiltrådt tiltrådte tiltrådtes tiltrædes tiltræder " +
      "vedtaget vedtog vedtoges vedtages vedtager besluttet besluttede besluttedes",
  ),
  phrase("approved", "tilsluttede tilslutter", ` sig${end}`),
  phrase("approved", "følges fulgt", "", onRecommendation),
  phrase(
    "approved",
    "fulgte følger",
    String.raw` (?:[\p{Alpha}-]+ ){0,3}?(?:indstilling|anbefaling)(?:en|erne)?${end}`,
  ),
  phrase("approved", "imødekommet imødekommes", "", onMatter),
  phrase(
    "approved",
    "imødekom",
    String.raw`(?= (?:[\p{Alpha}-]+ ){0,2}?(?:ansøgning|anmodning|forslag|indstilling)\p{Alpha}{0,5}(?!\p{Alpha}))`,
  ),
  phrase("approved", "bevilget bevilgede bevilges", "", onGrant),
];

interface RankedPhrase {
  readonly phrase: Phrase;
  readonly rank: number;
}

/** The phrases that begin with a verb, by the verb in small letters. */
export const phrasesByVerb: ReadonlyMap<string, readonly RankedPhrase[]> = (() => {
  const byVerb = new Map<string, RankedPhrase[]>();
  for (const [rank, phrase] of phrases.entries()) {
    for (const verb of phrase.verbs.split(" ")) {
      byVerb.set(verb, [...(byVerb.get(verb) ?? []), { phrase, rank }]);
    }
  }
  return byVerb;
})();
