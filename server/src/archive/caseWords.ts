import { withoutClosedMark } from "../model/itemKind.ts";
import { folded, wordsIn } from "../text/spelling.ts";

const typePrefix =
  /^(?:(?:til\s)?(?:skriftlig\s)?(?:orientering|drøftelse|beslutning|godkendelse)(?:s(?:sag|punkt))?\s?:|(?:orienterings|drøftelses|beslutnings)(?:sag|punkt)\s?:)\s*/u;
const round = /(?<!\p{Alpha})(?:\d\.\s?)?(?:behandling|fortsat|genoptaget|opfølgning på)(?!\p{Alpha})/gu;

/** The words of an item's title that name its case: without its type, a mark of closed items, or the round of its treatment. */
export function caseWords(title: string): string[] {
  return wordsIn(folded(withoutClosedMark(title)).replace(typePrefix, "").replace(round, " "));
}
