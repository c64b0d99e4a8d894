import type { CalendarDate } from "../calendar/date.ts";
import type { Item } from "../syntax/nodes.ts";
import { withoutEnd } from "../text/ends.ts";
import { type Action, decisionSentences, listedAction } from "./actions.ts";
import { withoutDeadline } from "./deadline.ts";
import { kindOf, withoutClosedMark } from "./itemKind.ts";
import { plainText } from "./plainText.ts";
import { statementsOf } from "./sections.ts";
import { subjectOf } from "./subject.ts";

/** What a reader takes for an action besides those that a document lists or calls agreed: `parse` does not give it. */

/** What somebody does for a meeting, in the present: who *finder* or *oplyser* has nothing to do. */
const deed =
  /^(?:(?:ud|ind|frem|op|efter|videre)?sender|skriver|(?:ren|om|be)skriver|(?:ud|be)?arbejder|udarbejder|undersøger|indkalder|inviterer|aftaler|(?:ind)?samler|fremlægger|forelægger|retter|bestiller|kontakter|følger|formulerer|indhenter|regner|laver|booker|arrangerer|planlægger|forbereder|svarer|rykker|sørger|tjekker|kontrollerer|afklarer|opdaterer|indsender|bearbejder|koordinerer|informerer|tager\skontakt|giver\sbesked|vender\stilbage|går\svidere|melder\stilbage)(?!\p{Alpha})/iu;
const passiveDeed =
  /(?<!\p{Alpha})(?:(?:ud|frem|op|ren|be|om)?(?:skrives|sendes|rettes|samles|arbejdes)|udarbejdes|undersøges|fremlægges|forelægges|bestilles|kontaktes|indhentes|formuleres|opdateres|afklares|koordineres)\s(?:i\s\p{Alpha}+\s)?af\s(?<owner>(?:\p{Upper}[\p{Alpha}.'’-]{1,40}|\p{Lower}{2,40}(?:en|et|erne))(?:\s(?:og\s)?\p{Upper}[\p{Alpha}.'’-]{1,40}){0,4})\.?$/u;
const resolution = /^(?:det\sblev|det\sblev\sderfor|der\sblev)\s(?:besluttet|vedtaget),?\sat\s/iu;
const unsure =
  /(?<!\p{Alpha})(?:ikke|allerede|jævnligt|løbende|normalt|plejer|hvis|såfremt|eventuelt)(?!\p{Alpha})/iu;

/** `Anna Holm skriver et udkast.`, `Det blev besluttet, at Anna Holm skriver det.`, `Noterne renskrives af Anna Holm.` */
export function promisesOf(item: Item, meeting: CalendarDate | null): Action[] {
  return decisionSentences(item).flatMap(({ line, span }): Action[] => {
    const sentence = withoutEnd(plainText(item, span), ".");
    if (sentence.length > 300 || unsure.test(sentence)) return [];
    const clause = sentence.replace(resolution, "");
    const { owner, rest } = subjectOf(clause);
    if (owner !== null && deed.test(rest) && isSomebody(owner))
      return [{ line, span, owner, text: rest, deadline: withoutDeadline(rest, meeting).deadline }];
    const passive = passiveDeed.exec(sentence)?.groups?.["owner"];
    if (passive === undefined) return [];
    return [
      { line, span, owner: passive, text: sentence, deadline: withoutDeadline(sentence, meeting).deadline },
    ];
  });
}

const organ =
  /(?:sekretariat|forvaltning|administration|formand|direktør|direktion|leder|chef|sekretær|kontor|arkitekt|udvalg|gruppe|rektor|afdeling|center|konsulent|styregruppe|rådgiver|forperson|formandskab)(?:en|et|n|t|erne|ne|s)?$/iu;

/** A name of two words, one with another by *og*, or an office: *Morgensangen* does nothing. */
function isSomebody(subject: string): boolean {
  const names = subject.split(/\s/).filter((word) => /^\p{Upper}/u.test(word));
  return names.length >= 2 || organ.test(subject);
}

const followUpTitle =
  /^(?:(?:til\s)?skriftlig\sorientering:\s)?(?:opfølgning(?:sliste)?|aktions-?liste|handlings-?liste|opgave-?liste|to-?do(?:-?liste)?|udestående(?:\s(?:opgaver|punkter|sager))?|opfølgning\s(?:fra|på|siden)\s(?:(?:aftaler\sfra\s)?(?:sidste|seneste|forrige)\s(?:møde|referat)|aftaler|referat(?:et)?|opgaver|mødet).*)$/iu;

/** The actions that an item Opfølgning lists again: `- Sekretariatet: udsender oversigten (senest 1. april 2026)`. */
export function carriedActions(item: Item, meeting: CalendarDate | null): Action[] {
  if (!followUpTitle.test(withoutClosedMark(item.heading.title).trim())) return [];
  if (kindOf(item).kind === "pause") return [];
  return statementsOf(item, item.intro)
    .filter(({ entry }) => entry !== null)
    .map((statement) => listedAction(item, statement, meeting))
    .filter(({ owner }) => owner !== null);
}
