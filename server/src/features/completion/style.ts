import { kindOf } from "../../model/itemKind.ts";
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

/** What every case has, where there are no others to go by. */
const usualOfCase: readonly SectionKind[] = ["sagsfremstilling", "indstilling", "beslutning"];

/**
 * How sure it is that an item gets a section, by the others of its sort: `expected` where half of them have it, `likely` where
 * a third do. What one of ten has is that one's. `planned` is the order of the profile, which speaks where no item does.
 */
export function customOf(
  others: readonly Item[],
  standing: boolean,
  planned: readonly SectionKind[] | null,
): (kind: SectionKind) => "expected" | "likely" | "rare" {
  const alike = others.filter(
    (item) => item.sections.length > 0 && (kindOf(item).kind === "standing") === standing,
  );
  if (alike.length === 0) {
    const usual = standing ? ["beslutning"] : (planned ?? usualOfCase);
    return (kind) => (usual.includes(kind) ? "expected" : "rare");
  }
  const counts = new Map<SectionKind, number>();
  for (const item of alike) {
    for (const kind of new Set(item.sections.map((section) => section.kind)))
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return (kind) => {
    const share = (counts.get(kind) ?? 0) / alike.length;
    return share >= 1 / 2 ? "expected" : share >= 1 / 3 ? "likely" : "rare";
  };
}

/** Whether the attachments of most items stand before the decision, and whether they stand behind it: some list them twice. */
export const attachmentPlaces: (near: readonly Item[]) => {
  readonly before: boolean;
  readonly behind: boolean;
} = memo((near: readonly Item[]) => {
  const places = near.flatMap((item) => {
    const decision = item.sections.find(({ kind }) => kind === "beslutning");
    const lists = sectionsOf(item, "bilag");
    if (!decision || lists.length === 0) return [];
    return {
      before: lists.some(({ line }) => line < decision.line),
      behind: lists.some(({ line }) => line > decision.line),
    };
  });
  const before = majorityOf(places.map((place) => place.before)) === true;
  return { before, behind: !before || majorityOf(places.map((place) => place.behind)) === true };
});

/** The lead-in of most recommendations around, as it stands. */
export function usualLeadIn(near: readonly Item[]): string | null {
  return usualLeadIns(near)[0] ?? null;
}

/** The lead-ins around, the commonest first. */
export function usualLeadIns(near: readonly Item[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const item of near) {
    for (const text of leadInTexts(item).slice(0, 1)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
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
