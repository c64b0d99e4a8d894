import { majorityOf } from "../../model/majority.ts";
import { memo } from "../../model/memo.ts";
import { leadInTexts } from "../../model/leadIn.ts";
import { sectionsOf } from "../../model/sections.ts";
import type { Item } from "../../syntax/nodes.ts";
import {
  type KnownSectionKind,
  type SectionKind,
  sectionKinds,
  type Vocabulary,
} from "../../syntax/vocabulary.ts";
import type { Profile } from "../../model/profile.ts";

/** How the items around the caret are written: what is kept with each of them, and what most of them do. */

interface WrittenHeading {
  readonly kind: SectionKind;
  readonly words: string;
  /** It names the body and the date. */
  readonly qualified: boolean;
  readonly canonical: boolean;
  readonly colon: boolean;
  /** A blank line stands between the heading and its text. */
  readonly apart: boolean | null;
}

const headingsOf: (item: Item) => readonly WrittenHeading[] = memo((item) =>
  item.sections.map(({ kind, heading, blocks }) => ({
    kind,
    words: item.masked.slice(heading.wordsSpan.start, heading.wordsSpan.end),
    qualified: heading.qualifier !== null,
    canonical: heading.canonical !== null && !heading.misspelt,
    colon: item.masked[heading.wordsSpan.end] === ":",
    apart: blocks.length > 1 ? blocks[0]?.kind === "blank" : null,
  })),
);

/** The headings around, once for each list of items. */
const headingsAmong: (near: readonly Item[]) => readonly WrittenHeading[] = memo((near: readonly Item[]) =>
  near.flatMap(headingsOf),
);

/** The heading of a section as the document writes it, or as the profile says. */
export function headingText(
  kind: SectionKind,
  near: readonly Item[],
  vocabulary: Vocabulary,
  headingStyle: Profile["headingStyle"],
): string {
  const all = headingsAmong(near).filter((heading) => heading.canonical);
  const same = all.filter((heading) => heading.kind === kind);
  const models = same.length > 0 ? same : all;
  const own = majorityOf(same.map(({ words }) => words));
  const name = own ?? nameOf(kind, vocabulary);
  const upper =
    headingStyle === "UPPERCASE" ||
    (headingStyle !== "Capitalised" &&
      majorityOf(models.map(({ words }) => words === words.toUpperCase())) === true);
  const colon = majorityOf(models.map((model) => model.colon)) === true;
  return `${upper ? name.toUpperCase() : capitalised(name)}${colon ? ":" : ""}`;
}

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

/** `Sagsfremstilling`; the heading of a section that a profile adds. */
export function nameOf(kind: SectionKind, { headings }: Vocabulary): string {
  for (const spelling of headings.values()) if (spelling.kind === kind) return spelling.text;
  return capitalised(kind);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** The heading of most decisions, where they name the body and the date. */
export function namedDecisionHeading(near: readonly Item[]): string | null {
  const decisions = headingsAmong(near).filter(({ kind }) => kind === "beslutning");
  if (majorityOf(decisions.map(({ qualified }) => qualified)) !== true) return null;
  const named = decisions.filter(({ qualified }) => qualified).map(({ words }) => words);
  return majorityOf(named) ?? named.at(-1) ?? null;
}

/** Whether a blank line stands below a heading. */
export const headingsStandApart: (near: readonly Item[]) => boolean = memo(
  (near: readonly Item[]) => majorityOf(headingsAmong(near).flatMap(({ apart }) => apart ?? [])) ?? true,
);

/** The sections that some item around has. */
export function usedSections(near: readonly Item[]): ReadonlySet<SectionKind> {
  return new Set(near.flatMap((item) => item.sections.map(({ kind }) => kind)));
}

/** The order of the sections: the profile's, or the usual one; what a profile adds without a place stands before the rest. */
export function sectionOrder(profile: Profile, { headings }: Vocabulary): readonly SectionKind[] {
  const extra = [...headings.values()]
    .map(({ kind }) => kind)
    .filter((kind) => !sectionKinds.includes(kind as KnownSectionKind));
  const order = profile.order ?? sectionKinds;
  const known = [...headings.values()].map(({ kind }) => kind);
  const placed = order.filter((kind) => known.includes(kind));
  const rest = [...new Set([...extra, ...sectionKinds])].filter((kind) => !placed.includes(kind));
  const before = rest.filter((kind) => extra.includes(kind));
  const at = placed.indexOf("indstilling");
  const behind = rest.filter((kind) => !extra.includes(kind));
  return at === -1
    ? [...placed, ...before, ...behind]
    : [...placed.slice(0, at), ...before, ...placed.slice(at), ...behind];
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
