import type { Item } from "../syntax/nodes.ts";
import { lastNotAbove } from "../text/lines.ts";
import { slice } from "../text/span.ts";
import { joinedLines } from "./joinedLines.ts";
import { memo } from "./memo.ts";
import { plainText } from "./plainText.ts";
import { sentencesIn } from "./sentences.ts";
import { textUnitsOf } from "./textUnits.ts";

/** A sentence that says that something has been done: it may close an action of an earlier meeting. */
export interface Report {
  /** In the item. */
  readonly line: number;
  readonly text: string;
}

/** Longer sentences tell of more than that something was done. */
const longest = 300;
const longestOfAny = 160;

const finite = String.raw`(?<!\p{Alpha})(?:er|var|blev|har|bliver)\s(?:[\p{Alpha}-]{1,20}\s){0,3}?`;
const customary = new RegExp(
  String.raw`${finite}(?:udført|afsluttet|gennemført|effektueret|færdiggjort|løst|(?:ud|frem|ind|af)?sendt|afholdt|sket|på\splads|ordnet|klar|færdig)(?!\p{Alpha})|^(?:udført|afsluttet|gennemført|udsendt)(?!\p{Alpha})`,
  "iu",
);
const participles =
  "udarbejdet|bearbejdet|skrevet|(?:be|ren|om)skrevet|undersøgt|indkaldt|inviteret|(?:ind)?samlet|fremlagt|forelagt|kortlagt|rettet|bestilt|kontaktet|fulgt\\sop|formuleret|(?:ind)?hentet|(?:be)?regnet|lavet|booket|arrangeret|forberedt|svaret|besvaret|rykket|sørget|tjekket|kontrolleret|afklaret|opdateret|koordineret|informeret|underrettet|orienteret|bedt|talt|spurgt|meldt\\stilbage|ansøgt|oprettet|offentliggjort|uddelt|taget\\skontakt|givet\\sbesked|afholdt";
const someDeed = new RegExp(String.raw`(?<!\p{Alpha})(?:${participles})(?!\p{Alpha})`, "iu");
/**
 * *Anna Holm har kontaktet lægerne*, *Pjecen er rettet*, *Der er udarbejdet en plan*: a sentence that says that a deed is done,
 * wherever it stands. Whether somebody was to do it, its other words tell.
 */
const deedDone = new RegExp(
  String.raw`^(?:[\p{Alpha}\d.’'-]{1,30}\s){1,8}?(?:har|er|blev)\s(?:[\p{Alpha}-]{1,20}\s){0,4}?(?:${participles})(?!\p{Alpha})`,
  "u",
);
/** Any deed, where a document tells what came of the last meeting. */
const anyDeed = new RegExp(
  String.raw`${finite}(?!(?:taget|godkendt|drøftet|været|meget|svært|meldt|intet|fået|haft)(?!\p{Alpha}))\p{Alpha}{3,30}t(?!\p{Alpha})`,
  "iu",
);
/** The mark behind an entry of a list: `(udført)`, `: udført`. */
const marked =
  /\((?:er\s)?(?:udført|afsluttet|gennemført)(?!\p{Alpha})[^()]{0,60}\)\s?\.?$|[:–-]\s?(?:er\s)?(?:udført|afsluttet|gennemført)\.?$/iu;

const notYet =
  /(?<!\p{Alpha})(?:ikke|ingen|heller|næppe|forgæves|endnu|aldrig|tidligere|dengang|forsøgt|prøvet|svært?|svære|skal|skulle|vil|ville|kan|kunne|bør|burde|må|forventes|afventer|mangler|udestår|udskydes|udsat|inden|når|hvis|såfremt|hvorvidt|snart|næsten|delvist?|foreløbigt?|halvdelen|størstedelen|flere|nogle|nogen|planlagt|besluttet|aftalt|ønsker|ønske|anmoder|opfordrer|indstiller|indstilles|foreslår|foreslås|anbefaler|anbefales|senest|frist(?:en)?|deadline)(?!\p{Alpha})|\d\s(?:ud\s)?af\s|(?:^|\s)(?:en|én|to|tre|fire|fem|seks)\s(?:ud\s)?af\s|(?:,\s|(?<!\p{Alpha})(?:spurgte|spørger|uklart|usikkert|tvivl|vide|ved|vurder\p{Alpha}?|undersøg\p{Alpha}{0,2}|se|høre|afklar\p{Alpha}{0,2})\s)om\s(?:[\p{Alpha}-]{1,30}\s){1,5}(?:er|var|blev|har)(?!\p{Alpha})|(?<!\p{Alpha})(?:til\sat|at\s(?:blive|få)|uden\s(?:held|at)|sidste\sår|i\s(?:19|20)\d\d)(?!\p{Alpha})|\?/iu;
const no = /(?<!\p{Alpha})(?:ikke|endnu|delvist?|næsten)(?!\p{Alpha})/iu;

const followsUp =
  /opfølgning|siden\ssidst|meddelelse|^orientering\s(?:fra|v\.|ved)|godkendelse\saf\s(?:sidste\s)?referat|nyt\sfra|aktionsliste|handlingsliste/iu;

/** The sentences of an item that say that something has been done, as they stand, in order. */
export const reportsIn: (item: Item) => readonly Report[] = memo((item) => {
  const tellsWhatCame = followsUp.test(item.heading.title);
  return textUnitsOf(item)
    .filter((unit) => !unit.heading && someReport(slice(item.masked, unit), tellsWhatCame))
    .flatMap((unit) => sentencesIn(item.masked, unit))
    .filter((sentence) => sentence.end - sentence.start <= longest)
    .flatMap((sentence): Report[] => {
      const text = joinedLines(plainText(item, sentence));
      const says = mayReport(text, tellsWhatCame) && !notYet.test(text);
      return says || (marked.test(text) && !no.test(text))
        ? [{ line: lastNotAbove(item.lineStarts, sentence.start), text }]
        : [];
    });
});

/** Whether a stretch of text can have a sentence that reports. */
function someReport(text: string, tellsWhatCame: boolean): boolean {
  return customary.test(text) || marked.test(text) || (tellsWhatCame ? anyDeed : someDeed).test(text);
}

function mayReport(sentence: string, tellsWhatCame: boolean): boolean {
  if (customary.test(sentence) || marked.test(sentence)) return true;
  if (sentence.length > longestOfAny) return false;
  return deedDone.test(sentence) || (tellsWhatCame && anyDeed.test(sentence));
}
