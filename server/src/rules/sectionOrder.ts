import { quotedDecisions } from "../model/decisionHeading.ts";
import { itemsThat } from "../model/inChunks.ts";
import { memo } from "../model/memo.ts";
import { hasWords, headingWords } from "../model/sections.ts";
import type { Item, Section } from "../syntax/nodes.ts";
import { type SectionKind, sectionKinds } from "../syntax/vocabulary.ts";
import { lineEndOf } from "../text/lines.ts";
import { type Span, span } from "../text/span.ts";
import { nothing, readingOf, sectionHeadingParts } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly words: string;
  /** The section that it is to stand before, or behind. */
  readonly neighbour: string;
  readonly neighbourAt: number;
  readonly side: "before" | "behind";
  /** The order is the profile's; else the usual one, or the document's own. */
  readonly byProfile: boolean;
}

/** The places that a kind of section may take, lowest first; none where it may stand anywhere. */
type Places = ReadonlyMap<SectionKind, readonly number[]>;

/** A profile may name a kind twice: `bilag` before and after the decision. */
function placesIn(order: readonly SectionKind[]): Places {
  const places = new Map<SectionKind, number[]>();
  order.forEach((kind, place) => places.set(kind, [...(places.get(kind) ?? []), place]));
  return places;
}

const usualPlaces = placesIn(sectionKinds.filter((kind) => kind !== "bilag"));

/**
 * The sections of an item that have a place: of several of one kind the first, of decisions the meeting's own. What is
 * repeated, or empty, is another rule's finding.
 */
const placedSections: (item: Item) => readonly Section[] = memo((item) => {
  const quoted = quotedDecisions(item);
  const seen = new Set<SectionKind>();
  const placed = item.sections.filter((section) => {
    if (quoted.has(section) || seen.has(section.kind)) return false;
    if (!section.heading.names && !hasWords(section.blocks)) return false;
    if (section.kind !== "bilag") seen.add(section.kind);
    return true;
  });
  return placed.slice(0, mostSections);
});

/** No item has as many sections that can be held against each other; what is beyond is no text of a secretariat. */
const mostSections = 60;

/** An empty section has no place: whether it is empty is read too. */
const headingsAndEmptiness = readingOf(
  (item) => [
    ...sectionHeadingParts(item),
    { at: 0, words: item.sections.map((section) => hasWords(section.blocks)).join() },
  ],
  nothing,
);

export const sectionOrder = documentRule<State>({
  id: "section-order",
  severity: "warning",
  ...headingsAndEmptiness,
  heeds: noParagraph,
  *detect({ document, items, profile, chunkOf }) {
    const places = profile.order ? placesIn(profile.order) : usualPlaces;
    const disordered = profile.order
      ? items.filter((item) => isDisordered(item, places)).length
      : usuallyDisordered(document).length;
    if (disordered === 0) return;
    const inOrder = profile.order ? orderOf(places) : orderOf(places, reversedIn(items, disordered));
    for (const [index, item] of items.entries()) {
      const sections = placedSections(item).filter((section) => places.has(section.kind));
      const kept = longestInOrder(sections, inOrder);
      if (kept.length === sections.length) continue;
      for (const section of sections) {
        if (kept.includes(section)) continue;
        const after = kept.find((other) => other.start < section.start && !inOrder(other.kind, section.kind));
        const before = kept.findLast(
          (other) => other.start > section.start && !inOrder(section.kind, other.kind),
        );
        const neighbour = after ?? before;
        if (!neighbour) continue;
        yield {
          chunk: chunkOf(index),
          span: section.heading.wordsSpan,
          state: {
            words: headingWords(item, section),
            neighbour: headingWords(item, neighbour),
            neighbourAt: neighbour.start,
            side: after ? "before" : "behind",
            byProfile: profile.order !== null,
          },
          related: { chunk: chunkOf(index), span: neighbour.heading.wordsSpan },
        };
      }
    }
  },
  message: {
    da: ({ words, neighbour, side, byProfile }) => {
      const order = byProfile
        ? "Rækkefølgen står i referat.json"
        : "Læseren venter afsnittene i den sædvanlige rækkefølge";
      return side === "before"
        ? `»${words}« står efter »${neighbour}«, men hører til før. ${order}: flyt afsnittet op.`
        : `»${words}« står før »${neighbour}«, men hører til efter. ${order}: flyt afsnittet ned.`;
    },
    en: ({ words, neighbour, side, byProfile }) => {
      const order = byProfile
        ? "The order is that of referat.json"
        : "Readers look for it in the usual order";
      return side === "before"
        ? `“${words}” stands after “${neighbour}”, but belongs before it. ${order}: move the section up.`
        : `“${words}” stands before “${neighbour}”, but belongs after it. ${order}: move the section down.`;
    },
  },
  relatedMessage: {
    da: ({ neighbour }) => `»${neighbour}« står her`,
    en: ({ neighbour }) => `“${neighbour}” stands here`,
  },
  fixes: [
    {
      title: {
        da: ({ words, neighbour, side }) =>
          side === "before"
            ? `Flyt »${words}« op før »${neighbour}«`
            : `Flyt »${words}« ned efter »${neighbour}«`,
        en: ({ words, neighbour, side }) =>
          side === "before"
            ? `Move “${words}” up before “${neighbour}”`
            : `Move “${words}” down behind “${neighbour}”`,
      },
      edits({ chunk, span: at, state }, { document }) {
        const item = document.chunks[chunk];
        if (item?.kind !== "item") return null;
        const section = item.sections.find((each) => each.heading.wordsSpan.start === at.start);
        const neighbour = item.sections.find((each) => each.start === state.neighbourAt);
        if (!section || !neighbour) return null;
        const seams = [section.start, wordsEnd(item, section)];
        seams.push(state.side === "before" ? neighbour.start : wordsEnd(item, neighbour));
        if (seams.some((seam) => endsWithComment(item, seam))) return null;
        const moved = item.text.slice(section.start, wordsEnd(item, section));
        if (state.side === "before") {
          // What parts the section from the one above it goes with it.
          const aboveEnd = item.text.slice(0, section.start).trimEnd().length;
          const gap = item.text.slice(aboveEnd, section.start);
          return [
            { chunk, span: span(neighbour.start, neighbour.start), newText: moved + gap },
            { chunk, span: span(aboveEnd, wordsEnd(item, section)), newText: "" },
          ];
        }
        const lineEnd = lineEndOf(item.text);
        const end = wordsEnd(item, neighbour);
        return [
          { chunk, span: span(section.start, section.end), newText: "" },
          { chunk, span: span(end, end), newText: lineEnd + lineEnd + moved },
        ];
      },
    },
  ],
});

function wordsEnd(item: Item, section: Span): number {
  return section.start + item.text.slice(section.start, section.end).trimEnd().length;
}

/** A comment right above a section speaks of it, wherever it lies: then nothing is moved unseen. */
function endsWithComment(item: Item, end: number): boolean {
  return item.comments.some(
    (comment) => comment.end <= end && item.text.slice(comment.end, end).trim() === "",
  );
}

type InOrder = (first: SectionKind, second: SectionKind) => boolean;

/** `reversed` holds the pairs, written `first<second`, that the document has in its own order. */
function orderOf(places: Places, reversed?: ReadonlySet<string>): InOrder {
  return (first, second) => {
    if (reversed?.has(`${first}<${second}`)) return true;
    if (reversed?.has(`${second}<${first}`)) return false;
    const lowest = places.get(first)?.[0];
    const highest = places.get(second)?.at(-1);
    return lowest === undefined || highest === undefined || lowest <= highest;
  };
}

function isDisordered(item: Item, places: Places): boolean {
  const sections = placedSections(item).filter((section) => places.has(section.kind));
  return longestInOrder(sections, orderOf(places)).length < sections.length;
}

const usuallyDisordered = itemsThat((item) => isDisordered(item, usualPlaces));

/** The pairs that most items have the other way round than is usual: then that is the document's own order. */
function reversedIn(items: readonly Item[], disordered: number): ReadonlySet<string> {
  if (disordered < 2) return new Set();
  const counts = new Map<string, number>();
  for (const item of items) {
    const sections = placedSections(item);
    for (const [index, first] of sections.entries()) {
      for (const second of sections.slice(index + 1)) {
        const key = `${first.kind}<${second.kind}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  const usual = orderOf(usualPlaces);
  const reversed = new Set<string>();
  for (const [key, count] of counts) {
    const [first = "", second = ""] = key.split("<");
    if (count >= 2 && !usual(first, second) && count > (counts.get(`${second}<${first}`) ?? 0))
      reversed.add(key);
  }
  return reversed;
}

/** The most sections that stand in order; of equally many the earlier. */
function longestInOrder(sections: readonly Section[], inOrder: InOrder): readonly Section[] {
  const chains: (readonly Section[])[] = [];
  for (const section of sections) {
    let best: readonly Section[] = [];
    for (const chain of chains) {
      if (chain.length > best.length && chain.every((other) => inOrder(other.kind, section.kind)))
        best = chain;
    }
    chains.push([...best, section]);
  }
  return chains.reduce<readonly Section[]>((best, chain) => (chain.length > best.length ? chain : best), []);
}
