import { majorityOf } from "../../model/majority.ts";
import { memo } from "../../model/memo.ts";
import { leadInTexts } from "../../model/leadIn.ts";
import { sectionsOf } from "../../model/sections.ts";
import type { Item } from "../../syntax/nodes.ts";
import type { SectionKind } from "../../syntax/vocabulary.ts";

/** How the items around the caret are written: what is kept with each of them, and what most of them do. */

/** How the absent are headed: `Fraværende Dan Friis` on one line, or `Afbud:` and the names below. */
export function absenceHeading(near: readonly Item[]): { readonly words: string; readonly below: boolean } {
  const sections = near.flatMap((item) =>
    sectionsOf(item, "fravær").map(({ heading }) => ({ item, heading })),
  );
  const below = majorityOf(sections.map(({ heading }) => heading.names === null)) === true;
  const words = sections
    .filter(({ heading }) => (heading.names === null) === below)
    .map(({ item, heading: { wordsSpan } }) =>
      item.masked.slice(wordsSpan.start, wordsSpan.end + (below ? 1 : 0)).trim(),
    );
  return { words: majorityOf(words) ?? "Fraværende", below };
}

/** The sections that some item around has. */
export function usedSections(near: readonly Item[]): ReadonlySet<SectionKind> {
  return new Set(near.flatMap((item) => item.sections.map(({ kind }) => kind)));
}

/** The lead-in of most recommendations around, as it stands. */
export function usualLeadIn(near: readonly Item[]): string | null {
  const texts = near.flatMap((item) => leadInTexts(item).slice(0, 1));
  return majorityOf(texts) ?? texts[0] ?? null;
}

const firstMark: (item: Item) => string | null = memo((item) => {
  for (const section of sectionsOf(item, "indstilling")) {
    const list = section.blocks.find((block) => block.kind === "list");
    const entry = list?.entries[0];
    if (!entry) continue;
    return item.masked.slice(item.lineStarts[entry.line] ?? entry.text.start, entry.text.start);
  }
  return null;
});

/** What stands before the first recommendation: `1. `, `- `. */
export function recommendationMark(near: readonly Item[]): string {
  const mark = majorityOf(near.flatMap((item) => firstMark(item) ?? []));
  return mark !== null && mark.length < 8 ? mark : "1. ";
}
