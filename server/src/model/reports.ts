import type { Item } from "../syntax/nodes.ts";
import { joinedLines } from "./joinedLines.ts";
import { memo } from "./memo.ts";
import { plainText } from "./plainText.ts";
import { textUnitsOf } from "./textUnits.ts";

/** Longer sentences tell of more than that something was done. */
const longest = 300;

const done =
  /(?<!\p{L})(?:udført|afsluttet|gennemført|effektueret|færdiggjort|løst|udsendt|fremsendt|afholdt|er\s(?:nu\s)?(?:sket|på\splads|lukket|ordnet|klar|sendt))(?!\p{L})/iu;
const notYet =
  /(?<!\p{L})(?:ikke|endnu|skal|vil|kan|bør|forventes|afventer|mangler|udestår|udskydes|inden|når)(?!\p{L})/iu;

/** The sentences of an item that say that something has been done, as they stand: they may close an action. */
export const reportsIn: (item: Item) => readonly string[] = memo((item) =>
  textUnitsOf(item)
    .filter(({ heading }) => !heading)
    .flatMap((unit) =>
      done.test(item.masked.slice(unit.start, unit.end))
        ? joinedLines(plainText(item, unit)).split(/(?<=[^\d\s]{2}[.!?])\s+(?=\p{Lu})/u)
        : [],
    )
    .filter((sentence) => sentence.length <= longest && done.test(sentence) && !notYet.test(sentence)),
);
