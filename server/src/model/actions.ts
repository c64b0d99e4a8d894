import type { CalendarDate } from "../calendar/date.ts";
import type { Item } from "../syntax/nodes.ts";
import { withoutEnd } from "../text/ends.ts";
import type { Span } from "../text/span.ts";
import { withoutDeadline } from "./deadline.ts";
import { joinedLines } from "./joinedLines.ts";
import { plainText } from "./plainText.ts";
import { decisionSection, sectionsOf, type Statement, statementsOf } from "./sections.ts";
import { sentencesIn } from "./sentences.ts";
import { subjectOf } from "./subject.ts";

/** Something that somebody is to do. */
export interface Action {
  readonly line: number;
  readonly text: string;
  readonly owner: string | null;
  /** `2026-04-01` */
  readonly deadline: string | null;
  /** The entry of the list, or the sentence. */
  readonly span: Span;
}

/** The actions of an item: the lines of Opfølgning, and what its decision says was agreed. Dates are read near `meeting`. */
export function actionsOf(item: Item, meeting: CalendarDate | null): Action[] {
  const listed = sectionsOf(item, "opfølgning").flatMap((section) =>
    statementsOf(item, section.blocks).map((statement) => listedAction(item, statement, meeting)),
  );
  const agreed = decisionSentences(item).flatMap(({ line, span }): Action[] => {
    const read = readAgreed(plainText(item, span), meeting);
    return read ? [{ line, span, ...read }] : [];
  });
  return [...agreed, ...listed].sort((a, b) => a.line - b.line);
}

/** A sentence of the decision, with its line in the item. */
export interface DecisionSentence {
  readonly line: number;
  readonly span: Span;
}

/** The sentences of the decision, in order; none where the item has no decision. */
export function decisionSentences(item: Item): DecisionSentence[] {
  const decision = decisionSection(item);
  if (!decision) return [];
  return statementsOf(item, decision.blocks).flatMap(({ line, span }) =>
    sentencesIn(item.masked, span).map((sentence) => ({ line, span: sentence })),
  );
}

type Read = Pick<Action, "text" | "owner" | "deadline">;

/** `Sekretariatet: udsender oversigten (senest 1. april 2026)` */
export function listedAction(item: Item, { line, span }: Statement, meeting: CalendarDate | null): Action {
  const words = joinedLines(plainText(item, span));
  const owned = /^([\p{Upper}][^:.]{1,60}):\s+(\S.*)$/u.exec(words);
  const { text, deadline } = withoutDeadline(owned?.[2] ?? words, meeting);
  return { line, span, owner: owned?.[1]?.trim() ?? null, text, deadline };
}

const agreement = /(?<![\p{Alpha}-])(?:aftalt|aftalte)(?:,| at|, at)\s+(?:at\s+)?/iu;
/** What is told of an agreement that was made before, or that there is none. */
const noAgreement = /(?<!\p{Alpha})(?:ikke|tidligere|allerede)\s+aftalt/iu;
/** *at arbejdsgangen trådte i kraft*: nobody is to do anything. */
const state = /^(?:\p{Alpha}+\s)?(?:trådte|var|blev|gjaldt|havde)(?!\p{Alpha})/iu;

/** `Det blev aftalt, at sekretariatet udsender oversigten senest 1. april 2026.` */
function readAgreed(sentence: string, meeting: CalendarDate | null): Read | null {
  const match = agreement.exec(sentence);
  if (!match || noAgreement.test(sentence)) return null;
  const clause = sentence.slice(match.index + match[0].length).replace(/^at\s+/, "");
  const { owner, rest } = subjectOf(withoutEnd(clause, "."));
  if (state.test(rest)) return null;
  return { owner, text: rest, deadline: withoutDeadline(rest, meeting).deadline };
}
