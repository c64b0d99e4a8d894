import type { Item } from "../syntax/nodes.ts";
import {
  type KnownSectionKind,
  type SectionKind,
  sectionKinds,
  type Vocabulary,
} from "../syntax/vocabulary.ts";
import { slice } from "../text/span.ts";
import { headingInForm } from "./decisionForm.ts";
import { isEarlier, namedDecisions } from "./decisionHeading.ts";
import { majorityOf } from "./majority.ts";
import type { Meeting } from "./meeting.ts";
import { memo } from "./memo.ts";
import type { Profile } from "./profile.ts";

/** How sections are headed and ordered: by the profile, and else as the items have it. */

interface WrittenHeading {
  readonly kind: SectionKind;
  readonly words: string;
  readonly upper: boolean;
  /** It names the body and the date. */
  readonly qualified: boolean;
  readonly canonical: boolean;
  readonly colon: boolean;
  /** A blank line stands between the heading and its text. */
  readonly apart: boolean | null;
}

const headingsOf: (item: Item) => readonly WrittenHeading[] = memo((item) =>
  item.sections.map(({ kind, heading, blocks }) => {
    const words = slice(item.masked, heading.wordsSpan);
    return {
      kind,
      words,
      upper: words === words.toUpperCase(),
      qualified: heading.qualifier !== null,
      canonical: heading.canonical !== null && !heading.misspelt,
      colon: item.masked[heading.wordsSpan.end] === ":",
      apart: blocks.length > 1 ? blocks[0]?.kind === "blank" : null,
    };
  }),
);

/** The headings around, once for each list of items. */
const headingsAmong: (near: readonly Item[]) => readonly WrittenHeading[] = memo((near: readonly Item[]) =>
  near.flatMap(headingsOf),
);

/** Those that are models for others, all of them and those of each kind. */
const modelsAmong = memo((near: readonly Item[]) => {
  const all = headingsAmong(near).filter(({ canonical }) => canonical);
  const ofKind = new Map<SectionKind, WrittenHeading[]>();
  for (const heading of all) {
    const same = ofKind.get(heading.kind);
    if (same) same.push(heading);
    else ofKind.set(heading.kind, [heading]);
  }
  return { all, ofKind };
});

/**
 * The heading of a section as the document writes it, or as the profile says. What stands half written in an item, `own`, is
 * no model for its words.
 */
export function headingText(
  kind: SectionKind,
  near: readonly Item[],
  vocabulary: Vocabulary,
  headingStyle: Profile["headingStyle"],
  own: Item | null = null,
): string {
  const { all, ofKind } = modelsAmong(near);
  const same = ofKind.get(kind) ?? [];
  const models = same.length > 0 ? same : all;
  const half = new Set(own ? headingsOf(own) : []);
  const written = same.filter((heading) => !half.has(heading));
  const name = majorityOf(written.map(({ words }) => words)) ?? nameOf(kind, vocabulary);
  const upper =
    headingStyle === "UPPERCASE" ||
    (headingStyle !== "Capitalised" && majorityOf(models.map((model) => model.upper)) === true);
  const colon = majorityOf(models.map((model) => model.colon)) === true;
  return `${upper ? name.toUpperCase() : capitalised(name)}${colon ? ":" : ""}`;
}

/** `Sagsfremstilling`; the heading of a section that a profile adds. */
export function nameOf(kind: SectionKind, { headings }: Vocabulary): string {
  for (const spelling of headings.values()) if (spelling.kind === kind) return spelling.text;
  return capitalised(kind);
}

/** `SAGSFREMSTILLING` → `Sagsfremstilling` */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** `Beslutning i {organ} den {dato}`, as the profile says, or as most decisions of this meeting are headed. */
export function decisionHeadingText(
  near: readonly Item[],
  meeting: Meeting,
  vocabulary: Vocabulary,
  { decisionHeading: form, headingStyle }: Profile,
): string {
  const written = form === null ? null : headingInForm(form, meeting.body, meeting.date);
  return written ?? namedHeading(near, meeting) ?? headingText("beslutning", near, vocabulary, headingStyle);
}

/** The heading of most decisions, where they name the body and the date. What is quoted from another meeting is no model. */
function namedHeading(near: readonly Item[], meeting: Meeting): string | null {
  const named = near.flatMap((item) =>
    namedDecisions(item, meeting.date)
      .filter((each) => !each.from && !isEarlier(each, meeting))
      .map(({ section: { heading } }) => slice(item.masked, heading.wordsSpan)),
  );
  const plain = headingsAmong(near).filter(({ kind, qualified }) => kind === "beslutning" && !qualified);
  return named.length > plain.length ? (majorityOf(named) ?? named.at(-1) ?? null) : null;
}

/** Whether a blank line stands below a heading. */
export const headingsStandApart: (near: readonly Item[]) => boolean = memo(
  (near: readonly Item[]) => majorityOf(headingsAmong(near).flatMap(({ apart }) => apart ?? [])) ?? true,
);

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
