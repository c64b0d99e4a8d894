import { contentsIn, type ContentsLine, contentsOf } from "../model/contents.ts";
import { isRising, risingRun } from "../model/risingRun.ts";
import { firstIndex } from "../text/many.ts";
import { slice } from "../text/span.ts";
import { entrySpan, isPlain, pagesFall, placeOf } from "../edits/contentsLines.ts";
import { contentsAndHeadings } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { type ChunkEdit, type DocumentDetection, documentRule, fixFor } from "./rule.ts";

type State =
  | {
      readonly problem: "order";
      readonly line: ContentsLine;
      readonly before: string | null;
      readonly place: number;
    }
  | { readonly problem: "page"; readonly page: number; readonly low: number; readonly high: number };

export const tocOrder = documentRule<State>({
  id: "toc-order",
  severity: "warning",
  reads: contentsAndHeadings,
  heeds: noParagraph,
  *detect({ document }) {
    const contents = contentsIn(document);
    // Mostly all is in order, and no line need be looked at.
    if (isRising(contents.alignment) && isRising(contents.pages, true)) return;
    const { lines } = contents;
    const matched = lines.filter((line) => line.item !== null);
    const inOrder = risingRun(matched.map((line) => line.item ?? 0));
    const kept = matched.filter((_, index) => inOrder[index]);
    const moved = new Set(matched.filter((_, index) => !inOrder[index]));
    const position = new Map(lines.map((line, index) => [line, index]));
    for (const line of moved) {
      const follower = firstAfter(kept, line.item ?? 0);
      const from = position.get(line) ?? 0;
      const at = position.get(follower ?? kept.at(-1) ?? line) ?? 0;
      // Its place once it has been taken out of the row.
      const place = follower && at > from ? at - 1 : at;
      yield {
        ...placeOf(line),
        state: { problem: "order", line, before: follower?.words ?? null, place },
        ...(follower ? { related: placeOf(follower) } : {}),
      };
    }
    // Pages that fall because lines have changed places are those lines' finding.
    yield* fallingPages(lines.filter((line) => line.entry.page !== null && !moved.has(line)));
  },
  message: {
    da: (state) =>
      state.problem === "order"
        ? `»${state.line.words}« står et andet sted end i dokumentet. Indholdsfortegnelsen skal følge punkternes rækkefølge: flyt linjen ${state.before === null ? "ned efter de andre" : `hen foran »${state.before}«`}.`
        : state.page < state.low
          ? `Sidetallet falder: ${state.page} efter ${state.low}. Et punkt kan ikke begynde på en tidligere side end punktet før det: ret sidetallet.`
          : `Sidetallet ${state.page} er højere end det næste, ${state.high}. Et punkt kan ikke begynde på en senere side end punktet efter det: ret sidetallet.`,
    en: (state) =>
      state.problem === "order"
        ? `“${state.line.words}” stands elsewhere than in the document. The contents follow the items: move the line ${state.before === null ? "below the others" : `in front of “${state.before}”`}.`
        : state.page < state.low
          ? `The page falls: ${state.page} after ${state.low}. Correct the page.`
          : `The page ${state.page} is above the next one, ${state.high}. Correct the page.`,
  },
  relatedMessage: {
    da: (state) => (state.problem === "order" ? "Linjen skal stå foran denne" : "Det andet sidetal"),
    en: (state) => (state.problem === "order" ? "The line belongs above this one" : "The other page"),
  },
  fixAll: true,
  fixes: [
    {
      title: {
        da: (state) =>
          state.problem === "order"
            ? `Flyt linjen ${state.before === null ? "ned efter de andre" : `hen foran »${state.before}«`}`
            : `Skriv side ${state.low}`,
        en: (state) =>
          state.problem === "order"
            ? `Move the line ${state.before === null ? "below the others" : `in front of “${state.before}”`}`
            : `Write page ${state.low}`,
      },
      edits({ chunk, span, state }, { document }) {
        if (state.problem === "order") return moveLine(contentsOf(document), state.line, state.place);
        // Only one page fits between two equal ones.
        return state.low === state.high ? [{ chunk, span, newText: String(state.low) }] : null;
      },
    },
    fixFor<State, "page">("page", {
      title: {
        da: ({ low }) => `Skriv side ${low}, som linjen før`,
        en: ({ low }) => `Write page ${low}, as the line before`,
      },
      edits: ({ chunk, span, state: { low, high } }) =>
        low === high ? null : [{ chunk, span, newText: String(low) }],
    }),
  ],
});

/** The first of the entries that are in order whose item comes after `item`. */
function firstAfter(kept: readonly ContentsLine[], item: number): ContentsLine | null {
  return kept[firstIndex(kept.length, (index) => (kept[index]?.item ?? 0) > item)] ?? null;
}

function fallingPages(lines: readonly ContentsLine[]): DocumentDetection<State>[] {
  const rises = risingRun(
    lines.map((line) => line.entry.page ?? 0),
    true,
  );
  const nextRight = new Array<ContentsLine | null>(lines.length).fill(null);
  for (let index = lines.length - 2; index >= 0; index--) {
    nextRight[index] = rises[index + 1] ? (lines[index + 1] ?? null) : (nextRight[index + 1] ?? null);
  }
  const found: DocumentDetection<State>[] = [];
  let before: ContentsLine | null = null;
  for (const [index, line] of lines.entries()) {
    const { page, pageSpan } = line.entry;
    if (rises[index] || page === null || !pageSpan) {
      before = line;
      continue;
    }
    const after = nextRight[index] ?? null;
    const low = before?.entry.page ?? 1;
    const high = after?.entry.page ?? Infinity;
    const other = page < low ? before : after;
    found.push({
      chunk: line.index,
      span: pageSpan,
      state: { problem: "page", page, low, high },
      ...(other?.entry.pageSpan ? { related: { chunk: other.index, span: other.entry.pageSpan } } : {}),
    });
  }
  return found;
}

/**
 * Moves the words of an entry to another place; those in between move up or down by one line. The pages stay where they
 * are, as after a move of the items, unless it is with their words that they rise.
 */
function moveLine(lines: readonly ContentsLine[], line: ContentsLine, to: number): ChunkEdit[] | null {
  // The finding can be older than the document: there the same line is another object.
  const from = lines.findIndex(
    ({ index, entry }) => index === line.index && entry.textSpan.start === line.entry.textSpan.start,
  );
  if (from === -1 || from === to) return null;
  const low = Math.min(from, to);
  const places = lines.slice(low, Math.max(from, to) + 1);
  const order = [...places];
  const [moved] = order.splice(from - low, 1);
  if (moved) order.splice(to - low, 0, moved);
  const withPages =
    pagesFall(places) && !pagesFall(order) && places.every((place) => place.entry.pageSpan !== null);
  const edits: ChunkEdit[] = [];
  for (const [index, place] of places.entries()) {
    const source = order[index];
    if (!source || source === place) continue;
    if (!isPlain(place, entrySpan(place)) || !isPlain(source, entrySpan(source))) return null;
    edits.push({
      chunk: place.index,
      span: place.entry.textSpan,
      newText: slice(source.chunk.text, source.entry.textSpan),
    });
    if (!withPages || !place.entry.pageSpan || place.entry.page === source.entry.page) continue;
    edits.push({ chunk: place.index, span: place.entry.pageSpan, newText: String(source.entry.page ?? "") });
  }
  return edits;
}
