import { findDates } from "../calendar/dateText.ts";
import { folded, wordsIn } from "../text/spelling.ts";
import type { ActionRecord } from "./record.ts";

/** Which words say what is to be done, and whether a sentence says the same was done. */
export interface ActionWords {
  /** The stems of the words that tell one action from another, the verb that begins them among them. */
  readonly stems: readonly string[];
  /** The stem of its verb. */
  readonly verb: string;
  /** The longest of the other stems: most actions have another, and no report means this one without it. */
  readonly anchor: string;
  /** The same for the same words in any order. */
  readonly key: string;
  /** The owner's words; empty where there is none. */
  readonly owner: string;
}

/** The words of an action, by which it is known again. */
export function wordsOfAction({ text, owner }: ActionRecord): ActionWords {
  return actionWordsFrom(text, stemsIn(text), stemsIn(owner ?? "").join(" "));
}

/** The same from what `stemsIn` found in its text, and in its owner, joined by blanks. */
export function actionWordsFrom(text: string, list: readonly string[], owner: string): ActionWords {
  const stems = [...new Set(list)];
  // A report may say *gennemført* in place of the verb.
  const nouns = list.length > 1 ? list.slice(1) : list;
  const anchor = nouns.reduce((longest, each) => (each.length > longest.length ? each : longest), "");
  return {
    stems,
    verb: list[0] ?? "",
    anchor,
    key: stems.length === 0 ? folded(text) : [...stems].sort().join(" "),
    owner,
  };
}

/** Words that stand in many actions and tell none from another. */
const small = new Set(
  "og i at på for til af med den det de der som en et er var har blev bliver om fra ved over under efter inden senest frist før pr sig sin sit sine skal skulle kan vil også samt hvor hvordan denne dette disse kl d nr udført afsluttet gennemført er".split(
    " ",
  ),
);

/** *til næste møde*, *inden udgangen af maj*, *før sommerferien*: when, not what. */
const whenDue =
  /(?<!\p{Alpha})(?:til|inden|på|før|senest|ved|i)\s(?:(?:det\s)?(?:næste|kommende|førstkommende)\smøde(?:t)?|mødet|(?:udgangen|slutningen|begyndelsen|starten|midten|løbet)\saf\s(?:året|måneden|ugen|næste\s(?:år|måned|uge)|[a-zæøå]{3,9})(?:\s\d{4})?|uge\s\d{1,2}|jul(?:en)?|påske(?:n)?|(?:sommer)?ferien|nytår)(?!\p{Alpha})/giu;

/** The stems of the words of a text that say something, in order; its dates, and when it is due, are left out. */
export function stemsIn(text: string): string[] {
  let bare = text.replace(whenDue, " ");
  if (/\d/.test(bare))
    for (const { start, end } of findDates(bare).reverse())
      bare = `${bare.slice(0, start)} ${bare.slice(end)}`;
  return wordsIn(folded(bare))
    .filter((word) => word.length > 1 && !small.has(word))
    .map(stem);
}

const ending = /(?:ernes|erne|enes|edes|ets|ens|ene|ede|nes|ne|er|en|et|es|te|e|t|s)$/u;
/** Verbs whose past has another vowel, by the ends of their stems. */
const strong: readonly (readonly [RegExp, string])[] = [
  [/skrev$/, "skriv"],
  [/fund$/, "find"],
  [/lag$/, "læg"],
  [/læg+$/, "læg"],
  [/spurg$/, "spørg"],
  [/truf+$/, "træf"],
  [/fulg$/, "følg"],
  [/bragt?$/, "bring"],
  [/trukk?$/, "træk"],
];

const stems = new Map<string, string>();
/** A body's words are some thousands; a hostile archive has more. */
const mostStems = 50_000;

/** *oversigten*, *oversigter* and *oversigt* have one, and so have *udsender* and *udsendt*. */
function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = stemOf(word);
    if (stems.size >= mostStems) stems.clear();
    stems.set(word, known);
  }
  return known;
}

function stemOf(word: string): string {
  let short = word;
  for (;;) {
    const next = short.replace(ending, "");
    if (next === short || next.length < 3) break;
    short = next;
  }
  for (const [past, present] of strong) if (past.test(short)) return short.replace(past, present);
  return short;
}

/** Words of having done something, whatever it is. */
const anyDone =
  /(?<!\p{Alpha})(?:udført|afsluttet|gennemført|effektueret|færdiggjort|løst|sket|ordnet|klar|færdig|på\splads)(?!\p{Alpha})/iu;

export interface ReportWords {
  readonly stems: ReadonlySet<string>;
  /** It says of whatever it names that it was done, not which verb. */
  readonly anyVerb: boolean;
  /** It says so of the whole case. */
  readonly whole: boolean;
  /** The stems of who *has* done it; empty where it only *is* done. */
  readonly doer: readonly string[];
}

const whole =
  /^(?:sagen|opgaven|opgaverne|alle\sopgaver|opfølgningen|det\saftalte|aftalerne)\s(?:er|blev)\s(?:nu\s|hermed\s|dermed\s){0,2}(?:udført|afsluttet|gennemført|løst|færdiggjort|effektueret)\.?$/iu;

/** What else a sentence tells: *…, som skrives af Anna Holm*; and what somebody is to do: *bedt om at kontakte*. */
const aside =
  /,\s(?:som|der|hvor\p{Alpha}{0,4}|mens|men|fordi|idet|selvom)\s.{0,300}$|(?<!\p{Alpha})at\s\p{Alpha}{2,30}/giu;

/** What a sentence reports as done: its words without what it tells besides. */
export function wordsOfReport({ text }: { readonly text: string }): ReportWords {
  return {
    stems: new Set(stemsIn(text.replace(aside, " "))),
    anyVerb: anyDone.test(text),
    whole: whole.test(text.trim()),
    doer: stemsIn(/^([^,;:.]{2,80}?)\shar\s/u.exec(text)?.[1] ?? ""),
  };
}

/** A draft of the plan is not the plan. */
const partly = stemsIn("udkast skitse oplæg første del dele begyndt");

/** Whether a report can mean an action at all: it is not only of a part, and not about what others did. */
function canMean({ stems, doer }: ReportWords, action: ActionWords): boolean {
  if (partly.some((each) => stems.has(each) && !action.stems.includes(each))) return false;
  // *Ministeriet har sendt svar* is no *svar til ministeriet*.
  const owner = action.owner.split(" ");
  return !doer.some((each) => action.stems.includes(each) && !owner.includes(each));
}

/** Whether a report has all of the words of an action. */
export function saysTheSame(report: ReportWords, action: ActionWords): boolean {
  return action.stems.length > 1 && canMean(report, action) && hasAllOf(report, action);
}

function hasAllOf(report: ReportWords, action: ActionWords): boolean {
  for (const each of action.stems)
    if (!report.stems.has(each) && !(each === action.verb && report.anyVerb)) return false;
  return true;
}

/** Words that lead to a case, and say nothing more of it. */
const leading = new Set(stemsIn("punkt pkt møde sagen referat nu hermed alle"));

/**
 * Whether a report on the same case means an action: by its verb and half of its words, where it has no others (*Oversigten er
 * udsendt*; not *Oversigten over bøder er udsendt*), or by the case being done with.
 */
export function saysAsMuch(report: ReportWords, action: ActionWords): boolean {
  if (report.whole) return true;
  if (action.stems.length < 2 || !canMean(report, action)) return false;
  if (!report.anyVerb && !report.stems.has(action.verb)) return false;
  if (hasAllOf(report, action)) return true;
  const owner = action.owner.split(" ");
  const own = new Set(action.stems);
  for (const each of report.stems)
    if (!own.has(each) && !owner.includes(each) && !leading.has(each) && !/^\d+$/.test(each)) return false;
  const others = action.stems.filter((each) => each !== action.verb);
  const said = others.filter((each) => report.stems.has(each)).length;
  return said > 0 && said * 2 >= others.length;
}
