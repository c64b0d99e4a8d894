import { findDates } from "../calendar/dateText.ts";
import { memo } from "../model/memo.ts";
import { folded } from "../text/spelling.ts";
import type { ActionRecord } from "./record.ts";

/** Which words say what is to be done, and whether a sentence says the same was done. */
export interface ActionWords {
  /** The stems of the words that tell one action from another, the verb that begins them among them. */
  readonly stems: ReadonlySet<string>;
  /** The stem of its verb. */
  readonly verb: string;
  /** The longest of the other stems: most actions have another, and no report means this one without it. */
  readonly anchor: string;
  /** The same for the same words in any order. */
  readonly key: string;
  /** The owner's words; empty where there is none. */
  readonly owner: string;
}

export const wordsOfAction: (action: ActionRecord) => ActionWords = memo(({ text, owner }) => {
  const list = stemsIn(text);
  const stems = new Set(list);
  // A report may say *gennemført* in place of the verb.
  const nouns = list.length > 1 ? list.slice(1) : list;
  const anchor = nouns.reduce((longest, each) => (each.length > longest.length ? each : longest), "");
  return {
    stems,
    verb: list[0] ?? "",
    anchor,
    key: stems.size === 0 ? folded(text) : [...stems].sort().join(" "),
    owner: stemsIn(owner ?? "").join(" "),
  };
});

/** Words that stand in many actions and tell none from another. */
const small = new Set(
  "og i at på for til af med den det de der som en et er var har blev bliver om fra ved over under efter inden senest frist før pr sig sin sit sine skal skulle kan vil også samt hvor hvordan denne dette disse kl d nr udført afsluttet gennemført er".split(
    " ",
  ),
);

/** The stems of the words of a text that say something, in order; its dates, and when it is due, are left out. */
export function stemsIn(text: string): string[] {
  let bare = text;
  if (/\d/.test(text))
    for (const { start, end } of findDates(text).reverse())
      bare = `${bare.slice(0, start)} ${bare.slice(end)}`;
  return folded(bare)
    .split(/[^\p{L}\p{N}]+/u)
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
export function stem(word: string): string {
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
  /(?<!\p{L})(?:udført|afsluttet|gennemført|effektueret|færdiggjort|løst|sket|ordnet|klar|færdig|på\splads)(?!\p{L})/iu;

export interface ReportWords {
  readonly stems: ReadonlySet<string>;
  /** It says of whatever it names that it was done, not which verb. */
  readonly anyVerb: boolean;
  /** It says so of the whole case. */
  readonly whole: boolean;
}

const whole =
  /^(?:sagen|opgaven|opgaverne|alle\sopgaver|opfølgningen|det\saftalte|aftalerne)\s(?:er|blev)\s(?:nu\s|hermed\s|dermed\s){0,2}(?:udført|afsluttet|gennemført|løst|færdiggjort|effektueret)\.?$/iu;

export const wordsOfReport: (report: { readonly text: string }) => ReportWords = memo(({ text }) => ({
  stems: new Set(stemsIn(text)),
  anyVerb: anyDone.test(text),
  whole: whole.test(text.trim()),
}));

/** Whether a report has all of the words of an action. */
export function saysTheSame(report: ReportWords, action: ActionWords): boolean {
  if (action.stems.size < 2) return false;
  for (const each of action.stems)
    if (!report.stems.has(each) && !(each === action.verb && report.anyVerb)) return false;
  return true;
}

/** Whether a report on the same case means an action: by its verb and half of its words, or by the case being done with. */
export function saysAsMuch(report: ReportWords, action: ActionWords): boolean {
  if (report.whole) return true;
  if (action.stems.size < 2 || !(report.anyVerb || report.stems.has(action.verb))) return false;
  const others = [...action.stems].filter((each) => each !== action.verb);
  const said = others.filter((each) => report.stems.has(each)).length;
  return said > 0 && said * 2 >= others.length;
}
