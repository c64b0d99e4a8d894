import { type CalendarDate, isoDate } from "../calendar/date.ts";
import { findDates, resolveDate } from "../calendar/dateText.ts";
import type { Item } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";
import { plainText } from "./plainText.ts";
import { decisionSection, sectionsOf, statementsOf } from "./sections.ts";

/** Something that somebody is to do. */
export interface Action {
  readonly line: number;
  readonly text: string;
  readonly owner: string | null;
  /** `2026-04-01` */
  readonly deadline: string | null;
  readonly span: Span;
}

/** The actions of an item: the lines of Opfølgning, and what its decision says was agreed. Dates are read near `meeting`. */
export function actionsOf(item: Item, meeting: CalendarDate | null): Action[] {
  const listed = sectionsOf(item, "opfølgning").flatMap((section) =>
    statementsOf(item, section.blocks).map((statement) => ({
      line: statement.line,
      span: statement.span,
      ...readListed(plainText(item, statement.span).replace(/\s*[\r\n]+\s*/g, " "), meeting),
    })),
  );
  const decision = decisionSection(item);
  const agreed = decision
    ? statementsOf(item, decision.blocks).flatMap((statement) =>
        readAgreed(plainText(item, statement.span), meeting).map((action) => ({
          line: statement.line,
          span: statement.span,
          ...action,
        })),
      )
    : [];
  return [...agreed, ...listed].sort((a, b) => a.line - b.line);
}

type Read = Pick<Action, "text" | "owner" | "deadline">;

/** `Sekretariatet: udsender oversigten (senest 1. april 2026)` */
function readListed(line: string, meeting: CalendarDate | null): Read {
  const owned = /^([\p{Lu}][^:.]{1,60}):\s+(\S.*)$/u.exec(line);
  const { text, deadline } = withoutDeadline(owned?.[2] ?? line, meeting);
  return { owner: owned?.[1]?.trim() ?? null, text, deadline };
}

const agreement = /(?<![\p{L}-])(?:aftalt|aftalte)(?:,| at|, at)\s+(?:at\s+)?/iu;

/** `Det blev aftalt, at sekretariatet udsender oversigten senest 1. april 2026.` */
function readAgreed(paragraph: string, meeting: CalendarDate | null): Read[] {
  return paragraph
    .split(/(?<=[^\d\s]{2}[.!?])\s+(?=\p{Lu})/u)
    .filter((sentence) => agreement.test(sentence))
    .map((sentence) => {
      const match = agreement.exec(sentence);
      const clause = sentence.slice((match?.index ?? 0) + (match?.[0].length ?? 0)).replace(/^at\s+/, "");
      const { owner, rest } = subjectOf(clause.replace(/[.\s]+$/, ""));
      return { owner, text: rest, deadline: withoutDeadline(rest, meeting).deadline };
    });
}

const verb =
  /^(?:udsender|følger|sender|laver|tager|vender|indkalder|kontakter|sørger|skriver|rundsender|deler|bringer|undersøger|spørger|rykker|samler|inviterer|udarbejder|skal|vil|kan|bør|må|er|har|får|gør|giver|går|holder|afholder|beder|træffer|beskriver|indsamler|fremsender|forelægger|fremlægger|vurderer|afklarer|forbereder|fortsætter|informerer|\p{Ll}{2,}(?:erer|ejder|ender|ikler|øfter))$/u;

/** The owner is what stands before the verb; `der` and `man` are nobody. */
function subjectOf(clause: string): { owner: string | null; rest: string } {
  const words = clause.split(/\s+/);
  const at = words.findIndex((word, index) => index > 0 && index <= 8 && verb.test(word));
  if (at === -1) return { owner: null, rest: clause };
  const owner = words.slice(0, at).join(" ");
  if (/^(?:der|man|det|den|de|dette|vi)$/iu.test(owner) || /[,;]/.test(owner))
    return { owner: null, rest: clause };
  return { owner, rest: words.slice(at).join(" ") };
}

const deadlineWords =
  /(?:\(\s*)?(?:senest|inden|frist(?:en)?(?: er)?:?|deadline:?|til|pr\.|før)\s+(?:den\s+|d\.\s*)?$/iu;

/** Takes `(senest 1. april 2026)` off the text and reads its date; a deadline in the running text stays in it. */
function withoutDeadline(
  text: string,
  meeting: CalendarDate | null,
): { text: string; deadline: string | null } {
  for (const mention of findDates(text)) {
    const before = text.slice(0, mention.start);
    if (!deadlineWords.test(before) && !/\(\s*$/.test(before)) continue;
    const date = resolveDate(mention, meeting);
    if (!date) continue;
    const open = /\(\s*(?:\p{L}+[.:]?\s+){0,2}(?:d\.\s*)?$/u.exec(before);
    const close = /^\s*\)/.exec(text.slice(mention.end));
    const bare =
      open && close ? (before.slice(0, open.index) + text.slice(mention.end + close[0].length)).trim() : text;
    return { text: bare.replace(/\s+\./, "."), deadline: isoDate(date) };
  }
  return { text, deadline: null };
}
