import { contentsOf } from "../model/contents.ts";
import { decisionOf } from "../model/decision.ts";
import { kindOf } from "../model/itemKind.ts";
import { memo } from "../model/memo.ts";
import { meetingOf } from "../model/meeting.ts";
import type { Profile } from "../model/profile.ts";
import { recommendationsOf } from "../model/recommendations.ts";
import { hasWords } from "../model/sections.ts";
import { nameOf } from "../model/sectionStyle.ts";
import { unansweredIn } from "../model/unanswered.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import type { SectionKind, Vocabulary } from "../syntax/vocabulary.ts";
import { shifted, type Span } from "../text/span.ts";
import { enumerated, type Language } from "./language.ts";

/** A line of the editor's above a heading. Spans are the document's. */
export interface CodeLens {
  readonly span: Span;
  readonly title: string;
  readonly action: LensAction;
}

export type LensAction =
  /** Goes to a place. */
  | { readonly type: "show"; readonly at: Span }
  | { readonly type: "moveUp" | "moveDown"; readonly item: number }
  | { readonly type: "updateContents" };

export interface LensOptions {
  readonly fileKind?: "referat" | "dagsorden";
  readonly profile: Profile;
  readonly language: Language;
}

/** What there is to do with each item, and with the contents. */
export function codeLensesOf(document: ReferatDocument, options: LensOptions): CodeLens[] {
  const { kind } = meetingOf(document, options.fileKind);
  const last = document.items.length - 1;
  const items = document.items.flatMap((item, index) => {
    const base = document.offsetOf(document.firstItemIndex + index);
    const span = shifted(item.heading.span, base);
    return [
      ...factLenses(item, kind, document.vocabulary, options).map((lens): CodeLens => ({
        span,
        title: lens.title,
        action: { type: "show", at: shifted(lens.at, base) },
      })),
      ...(index > 0 ? [moveLens(span, index, "moveUp", options.language)] : []),
      ...(index < last ? [moveLens(span, index, "moveDown", options.language)] : []),
    ];
  });
  return [...contentsLens(document, options.language), ...items];
}

function moveLens(span: Span, item: number, type: "moveUp" | "moveDown", language: Language): CodeLens {
  const up = type === "moveUp";
  const title = language === "da" ? (up ? "↑ Flyt op" : "↓ Flyt ned") : up ? "↑ Move up" : "↓ Move down";
  return { span, title, action: { type, item } };
}

/** What an item says of itself, and the place to go to; it counts from the item's start. */
function factLenses(
  item: Item,
  documentKind: "referat" | "dagsorden",
  vocabulary: Vocabulary,
  { profile, language }: LensOptions,
): { title: string; at: Span }[] {
  const da = language === "da";
  const lenses: { title: string; at: Span }[] = [];
  const missing = missingIn(item, documentKind, profile).map((kind) => nameOf(kind, vocabulary));
  if (missing.length > 0) {
    const title = `${da ? "Mangler" : "Missing"}: ${enumerated(missing, language)}`;
    lenses.push({ title, at: item.heading.span });
  }
  const { answered, all, first } = answersIn(item);
  if (documentKind === "referat" && all > 0) {
    const title = da
      ? `Indstillinger besvaret: ${answered}/${all}`
      : `Recommendations answered: ${answered}/${all}`;
    lenses.push({ title, at: first ?? item.heading.span });
  }
  return lenses;
}

/** The sections that the item lacks, in the order in which they are asked for. */
function missingIn(item: Item, documentKind: "referat" | "dagsorden", profile: Profile): SectionKind[] {
  const { kind } = kindOf(item);
  if (kind === "pause" || decisionOf(item)?.outcomes.includes("dropped")) return [];
  const has = (section: SectionKind): boolean => item.sections.some((each) => each.kind === section);
  const required = (profile.requirements[kind] ?? [])
    .filter(
      ({ section, or, orIntro }) => !has(section) && !or.some(has) && !(orIntro && hasWords(item.intro)),
    )
    .map(({ section }) => section);
  const decides =
    kind === "case" ||
    kind === "decision" ||
    (kind !== "standing" && kind !== "written" && has("indstilling"));
  const needsDecision = documentKind === "referat" && decides && !has("beslutning");
  const missing =
    documentKind === "dagsorden" ? required.filter((section) => section !== "beslutning") : required;
  return needsDecision && !missing.includes("beslutning") ? [...missing, "beslutning"] : missing;
}

interface Answers {
  readonly answered: number;
  readonly all: number;
  /** The first that is not answered; the first of all where each is. */
  readonly first: Span | null;
}

const answersIn: (item: Item) => Answers = memo((item) => {
  const recommendations = recommendationsOf(item);
  const decision = decisionOf(item);
  if (!decision || decision.text === "")
    return { answered: 0, all: recommendations.length, first: recommendations[0]?.span ?? null };
  const open = unansweredIn(item).map(({ recommendation }) => recommendation);
  return {
    answered: recommendations.length - open.length,
    all: recommendations.length,
    first: open[0]?.span ?? recommendations[0]?.span ?? null,
  };
});

function contentsLens(document: ReferatDocument, language: Language): CodeLens[] {
  const index = document.preambles.findIndex(
    (chunk) => chunk.contentsHeading !== null || chunk.entries.length > 0,
  );
  const chunk = document.preambles[index];
  const place = chunk?.contentsHeading?.wordsSpan ?? chunk?.entries[0]?.textSpan;
  if (!chunk || !place || document.items.length === 0) return [];
  const span = shifted(place, document.offsetOf(index));
  const da = language === "da";
  return isUpToDate(document)
    ? [
        {
          span,
          title: da ? "Indholdsfortegnelsen er ajour" : "The contents are up to date",
          action: { type: "show", at: span },
        },
      ]
    : [
        {
          span,
          title: da ? "Opdatér indholdsfortegnelsen" : "Update the contents",
          action: { type: "updateContents" },
        },
      ];
}

/** Whether the contents say what the headings say, all of them, in their order and on pages that rise. */
function isUpToDate(document: ReferatDocument): boolean {
  const lines = contentsOf(document);
  let item = -1;
  let page = 0;
  for (const line of lines) {
    if (line.item === null || line.item <= item || line.difference !== "same") return false;
    if (line.entry.page !== null && line.entry.page < page) return false;
    item = line.item;
    page = line.entry.page ?? page;
  }
  const listed = new Set(lines.map((line) => line.item));
  const pauses = document.items.some((each, index) => isPause(each) && listed.has(index));
  return document.items.every(
    (each, index) => listed.has(index) || (isPause(each) && !pauses) || each.heading.title === "",
  );
}

function isPause(item: Item): boolean {
  return kindOf(item).kind === "pause";
}
