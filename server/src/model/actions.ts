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
    .filter((sentence) => agreement.test(sentence) && !/(?<!\p{L})ikke\s+aftalt/iu.test(sentence))
    .map((sentence) => {
      const match = agreement.exec(sentence);
      const clause = sentence.slice((match?.index ?? 0) + (match?.[0].length ?? 0)).replace(/^at\s+/, "");
      const { owner, rest } = subjectOf(clause.replace(/[.\s]+$/, ""));
      return { owner, text: rest, deadline: withoutDeadline(rest, meeting).deadline };
    });
}

const determiner = /^(?:den|det|de|en|et|vores|hver|alle|begge)$/iu;
const definiteNoun = /^\p{Ll}[\p{L}-]+(?:en|et|ne|erne|formand|direktør|sekretær|leder)$/u;
const name = /^\p{Lu}[\p{L}.'’-]*$/u;
const joint = /^(?:og|samt)$/u;
const preposition = /^(?:i|fra|for|af|på|ved)$/u;
const nobody = /^(?:der|man|det|den|de|dette|vi)$/iu;

/**
 * The owner is the subject of the clause: names (*Anna Holm*), a definite noun (*sekretariatet*), two of them joined by
 * *og*, and what is tied on with *i*, *fra*, *for*. `der` and `man` are nobody, and so is what is not surely a subject.
 */
function subjectOf(clause: string): { owner: string | null; rest: string } {
  const words = clause.split(/\s+/);
  const nothing = { owner: null, rest: clause };
  if (nobody.test(words[0] ?? "") && !definiteNoun.test(words[1] ?? "")) return nothing;
  const end = nounPhraseEnd(words, 0);
  if (end === 0 || end >= words.length || words.slice(0, end).some((word) => /[,;:]$/.test(word)))
    return nothing;
  return { owner: words.slice(0, end).join(" "), rest: words.slice(end).join(" ") };
}

function nounPhraseEnd(words: readonly string[], from: number): number {
  let at = from;
  if (determiner.test(words[at] ?? "")) at++;
  // Adjectives between the article and its noun: *den nye formand*.
  if (at > from)
    while (at < from + 3 && /^\p{Ll}+e$/u.test(words[at] ?? "") && !definiteNoun.test(words[at] ?? "")) at++;
  const start = at;
  while (name.test(words[at] ?? "")) at++;
  if (at === start && definiteNoun.test(words[at] ?? "")) at++;
  // *kommunerne*, *formandskab*: behind an article any noun will do.
  else if (at === start && start > from && /^\p{Ll}+$/u.test(words[at] ?? "")) at++;
  if (at === start) return from;
  if (joint.test(words[at] ?? "") || preposition.test(words[at] ?? "")) {
    const further = nounPhraseEnd(words, at + 1);
    if (further > at + 1) return further;
  }
  return at;
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
