import type { Item } from "../syntax/nodes.ts";
import { firstIndex } from "../text/many.ts";
import { shifted, type Span } from "../text/span.ts";
import { memo } from "./memo.ts";
import type { Outcome } from "./outcomePhrases.ts";
import { type OutcomeMention, readOutcomes } from "./outcomes.ts";
import { plainText } from "./plainText.ts";
import { decisionSection, type Statement, statementsOf, wordsOf } from "./sections.ts";

export interface Decision {
  /** The line of its first words; of the heading where it has none. */
  readonly line: number;
  readonly span: Span;
  readonly text: string;
  readonly outcomes: readonly Outcome[];
  /** Where the outcomes are said, in the item and in order. */
  readonly mentions: readonly OutcomeMention[];
  /** Its outermost list entries, and what begins with `Ad 1`: it may answer the recommendations one by one. */
  readonly entries: readonly Statement[];
}

export const decisionOf: (item: Item) => Decision | null = memo((item) => {
  const section = decisionSection(item);
  if (!section) return null;
  const words = wordsOf(item, section.blocks);
  if (!words) {
    const at = section.heading.wordsSpan.end;
    const span = { start: at, end: at };
    return { line: section.line, span, text: "", outcomes: [], mentions: [], entries: [] };
  }
  const { line, span } = words;
  const mentions = readOutcomes(item.masked.slice(span.start, span.end)).map((mention) => ({
    ...shifted(mention, span.start),
    outcome: mention.outcome,
  }));
  const entries = statementsOf(item, section.blocks).filter(
    ({ entry, span: { start } }) =>
      entry?.level === 0 || /^ad\s*\d/i.test(item.masked.slice(start, start + 10)),
  );
  return { line, span, text: plainText(item, span), outcomes: distinct(mentions), mentions, entries };
});

const emptyEntry = /^(?:(?:\d{1,3}|[a-zæøå])[.)]|[-•*–])?$/i;

/** Whether it says anything: entries that are only numbered wait to be written. */
export function saysSomething({ text }: Decision): boolean {
  return text.split(/\r\n?|\n/).some((line) => !emptyEntry.test(line.trim()));
}

/** The outcomes that the decision says in a stretch of the item. */
export function outcomesWithin({ mentions }: Decision, { start, end }: Span): readonly Outcome[] {
  const first = firstIndex(mentions.length, (index) => (mentions[index]?.start ?? end) >= start);
  let last = first;
  while (last < mentions.length && (mentions[last]?.start ?? end) < end) last++;
  return distinct(mentions.slice(first, last));
}

function distinct(mentions: readonly OutcomeMention[]): Outcome[] {
  return [...new Set(mentions.map(({ outcome }) => outcome))];
}
