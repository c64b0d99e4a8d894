import type { Item } from "../syntax/nodes.ts";
import { shifted, type Span } from "../text/span.ts";
import { memo } from "./memo.ts";
import { type Outcome, type OutcomeMention, readOutcomes } from "./outcomes.ts";
import { plainText } from "./plainText.ts";
import { decisionSection, wordsOf } from "./sections.ts";

export interface Decision {
  /** The line of its first words; of the heading where it has none. */
  readonly line: number;
  readonly span: Span;
  readonly text: string;
  readonly outcomes: readonly Outcome[];
  /** Where the outcomes are said, in the item. */
  readonly mentions: readonly OutcomeMention[];
}

export const decisionOf: (item: Item) => Decision | null = memo((item) => {
  const section = decisionSection(item);
  if (!section) return null;
  const words = wordsOf(item, section.blocks);
  if (!words) {
    const at = section.heading.wordsSpan.end;
    return { line: section.line, span: { start: at, end: at }, text: "", outcomes: [], mentions: [] };
  }
  const { line, span } = words;
  const mentions = readOutcomes(item.masked.slice(span.start, span.end)).map((mention) => ({
    ...shifted(mention, span.start),
    outcome: mention.outcome,
  }));
  return {
    line,
    span,
    text: plainText(item, span),
    outcomes: [...new Set(mentions.map((mention) => mention.outcome))],
    mentions,
  };
});
