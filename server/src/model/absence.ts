import { readPersonNames } from "../syntax/personNames.ts";
import type { Item } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";
import { memo } from "./memo.ts";
import { sectionsOf, statementsOf } from "./sections.ts";

export interface AbsentPerson {
  readonly name: string;
  readonly span: Span;
}

/** Who was absent from an item, by its sections Fraværende and Afbud. */
export const absentFrom: (item: Item) => readonly AbsentPerson[] = memo((item) =>
  sectionsOf(item, "fravær").flatMap((section) => {
    const spans: Span[] = section.heading.names ? [section.heading.names] : [];
    if (!section.heading.names) {
      // The names stand below; the first line that is no list of names is text again.
      for (const statement of statementsOf(item, section.blocks)) {
        if (readPersonNames(item.masked.slice(statement.span.start, statement.span.end)) === null) break;
        spans.push(statement.span);
      }
    }
    return spans.flatMap((at) =>
      (readPersonNames(item.masked.slice(at.start, at.end)) ?? []).map((listed) => ({
        name: listed.name,
        span: { start: at.start + listed.start, end: at.start + listed.end },
      })),
    );
  }),
);
