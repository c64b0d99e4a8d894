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

const finite = String.raw`(?<!\p{L})(?:er|var|blev|har|bliver)\s(?:[\p{L}-]{1,20}\s){0,3}?`;
const customary = new RegExp(
  String.raw`${finite}(?:udført|afsluttet|gennemført|effektueret|færdiggjort|løst|(?:ud|frem|ind|af)?sendt|afholdt|sket|på\splads|ordnet|klar|færdig)(?!\p{L})|^(?:udført|afsluttet|gennemført|udsendt)(?!\p{L})`,
  "iu",
);
/** Any deed, where a document tells what came of the last meeting. */
const anyDeed = new RegExp(
  String.raw`${finite}(?!(?:taget|godkendt|drøftet|været|meget|svært|meldt|intet|fået|haft)(?!\p{L}))\p{L}{3,30}t(?!\p{L})`,
  "iu",
);
/** The mark behind an entry of a list: `(udført)`, `: udført`. */
const marked =
  /\((?:er\s)?(?:udført|afsluttet|gennemført)(?!\p{L})[^()]{0,60}\)\s?\.?$|[:–-]\s?(?:er\s)?(?:udført|afsluttet|gennemført)\.?$/iu;

const notYet =
  /(?<!\p{L})(?:ikke|endnu|aldrig|skal|skulle|vil|ville|kan|kunne|bør|burde|må|forventes|afventer|mangler|udestår|udskydes|udsat|inden|når|hvis|såfremt|hvorvidt|snart|næsten|delvist?|foreløbigt?|halvdelen|størstedelen|flere|nogle|nogen|planlagt|besluttet|aftalt|ønsker|ønske|anmoder|opfordrer|indstiller|indstilles|foreslår|foreslås|anbefaler|anbefales|senest|frist(?:en)?|deadline)(?!\p{L})|\d+\s(?:ud\s)?af\s|(?:^|\s)(?:en|én|to|tre|fire|fem|seks)\s(?:ud\s)?af\s|(?<!\p{L})om\s(?:[\p{L}-]{1,30}\s){1,5}(?:er|var|blev|har)(?!\p{L})|\?/iu;
const no = /(?<!\p{L})(?:ikke|endnu|delvist?|næsten)(?!\p{L})/iu;

const followsUp =
  /opfølgning|siden\ssidst|meddelelse|^orientering\s(?:fra|v\.|ved)|godkendelse\saf\s(?:sidste\s)?referat|nyt\sfra|aktionsliste|handlingsliste/iu;

/** The sentences of an item that say that something has been done, as they stand, in order. */
export const reportsIn: (item: Item) => readonly Report[] = memo((item) => {
  const tellsWhatCame = followsUp.test(item.heading.title);
  return textUnitsOf(item)
    .filter((unit) => !unit.heading && mayReport(slice(item.masked, unit), tellsWhatCame))
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

function mayReport(text: string, tellsWhatCame: boolean): boolean {
  if (customary.test(text) || marked.test(text)) return true;
  return tellsWhatCame && text.length <= longestOfAny && anyDeed.test(text);
}
