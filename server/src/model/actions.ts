import { type CalendarDate, isoDate } from "../calendar/date.ts";
import { findDates, resolveDate } from "../calendar/dateText.ts";
import type { Item } from "../syntax/nodes.ts";
import { withoutEnd } from "../text/ends.ts";
import type { Span } from "../text/span.ts";
import { joinedLines } from "./joinedLines.ts";
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
      ...readListed(joinedLines(plainText(item, statement.span)), meeting),
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
      const { owner, rest } = subjectOf(withoutEnd(clause, "."));
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
  const end = nounPhraseEnd(words);
  if (end === 0 || end >= words.length || words.slice(0, end).some((word) => /[,;:]$/.test(word)))
    return nothing;
  return { owner: words.slice(0, end).join(" "), rest: words.slice(end).join(" ") };
}

/** Behind the last noun of those that are tied together; 0 where the words begin with none. */
function nounPhraseEnd(words: readonly string[]): number {
  let end = nounEnd(words, 0);
  while (end > 0 && (joint.test(words[end] ?? "") || preposition.test(words[end] ?? ""))) {
    const further = nounEnd(words, end + 1);
    if (further === end + 1) break;
    end = further;
  }
  return end;
}

/** Behind the noun or the name that begins at `from`, with its article and its adjectives; `from` where none does. */
function nounEnd(words: readonly string[], from: number): number {
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
  return at === start ? from : at;
}

// What leads to a date is short: a text of many dates is not read from its beginning for each of them.
const longestLead = 60;
const deadlineWords =
  /(?:senest|inden|frist(?:en)?(?: er)?:?|deadline:?|til|pr\.|før)\s{1,3}(?:den\s{1,3}|d\.\s{0,3})?$/iu;
const parenthesis = /\(\s{0,3}(?:\p{L}+[.:]?\s{1,3}){0,2}(?:d\.\s{0,3})?$/u;

/** Takes `(senest 1. april 2026)` off the text and reads its date; a deadline in the running text stays in it. */
function withoutDeadline(
  text: string,
  meeting: CalendarDate | null,
): { text: string; deadline: string | null } {
  for (const mention of findDates(text)) {
    const lead = text.slice(Math.max(0, mention.start - longestLead), mention.start);
    const open = parenthesis.exec(lead);
    if (!deadlineWords.test(lead) && !lead.trimEnd().endsWith("(")) continue;
    const date = resolveDate(mention, meeting);
    if (!date) continue;
    const behind = text.slice(mention.end).trimStart();
    const bare =
      open && behind.startsWith(")")
        ? joined(text.slice(0, mention.start - lead.length + open.index), behind.slice(1))
        : text;
    return { text: bare, deadline: isoDate(date) };
  }
  return { text, deadline: null };
}

/** What stood around a parenthesis; a full stop goes up to the words before it. */
function joined(before: string, behind: string): string {
  const rest = behind.trimStart();
  return `${before.trimEnd()}${/^[.,;:!?]/.test(rest) ? "" : " "}${rest}`.trim();
}
