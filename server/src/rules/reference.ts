import { footnotesIn } from "../model/footnotes.ts";
import { ownReferencesIn } from "../model/references.ts";
import { memo } from "../model/memo.ts";
import type { Item, Preamble } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";
import { readingOf } from "./reads.ts";
import { paragraphsWith } from "./heeds.ts";
import { type DocumentContext, documentRule } from "./rule.ts";

type State =
  | { readonly missing: "item"; readonly number: number; readonly kind: "referat" | "dagsorden" }
  | { readonly missing: "footnoteText" | "footnoteMark"; readonly number: string };

interface Found {
  readonly chunk: number;
  readonly span: Span;
  readonly state: State;
}

const { words: numbersAndReferences } = readingOf((item) => {
  const { marksWithoutText, textsWithoutMark } = footnotesIn(item);
  const numbers: readonly (readonly unknown[])[] = [
    [item.heading.number],
    ownReferencesIn(item).map(({ number }) => number),
    [...listNumbersOf(item)],
    marksWithoutText.map(({ number }) => number),
    textsWithoutMark.map(({ number }) => number),
  ];
  return numbers.map((each) => ({ at: 0, words: each.join() }));
}, referencesInPreamble);

function referencesInPreamble(preamble: Preamble): string {
  const { marksWithoutText, textsWithoutMark } = footnotesIn(preamble);
  const numbers = [ownReferencesIn(preamble), marksWithoutText, textsWithoutMark];
  return JSON.stringify(numbers.map((each) => each.map(({ number }) => number)));
}

export const reference = documentRule<State>({
  id: "reference",
  severity: "warning",
  words: numbersAndReferences,
  heeds: paragraphsWith(/p(?:un)?kt|\[\d/i),
  *detect(context) {
    yield* missingItems(context);
    yield* missingFootnotes(context);
  },
  message: {
    da(state) {
      switch (state.missing) {
        case "item":
          return `Der er intet punkt ${state.number} i ${state.kind === "referat" ? "referatet" : "dagsordenen"}, så læseren leder forgæves. Ret nummeret, eller skriv, hvor punktet står.`;
        case "footnoteText":
          return `Noten [${state.number}] har ingen tekst, så læseren leder forgæves. Skriv noten på en linje for sig selv (»[${state.number}] …«), eller slet henvisningen.`;
        case "footnoteMark":
          return `Ingen tekst henviser til noten [${state.number}], så læseren ved ikke, hvor den hører til. Sæt [${state.number}] efter det, den forklarer, eller slet noten.`;
      }
    },
    en(state) {
      switch (state.missing) {
        case "item":
          return `There is no item ${state.number} in this document. Correct the number, or say where the item stands.`;
        case "footnoteText":
          return `The footnote [${state.number}] has no text. Write it on a line of its own (“[${state.number}] …”), or delete the mark.`;
        case "footnoteMark":
          return `No text refers to the footnote [${state.number}]. Put [${state.number}] behind what it explains, or delete the footnote.`;
      }
    },
  },
});

function* missingItems({ document, meeting, items }: DocumentContext): Generator<Found> {
  const numbers = new Set<number>();
  let first = Infinity;
  for (const { heading } of items) {
    if (heading.number === null) continue;
    numbers.add(heading.number);
    first = Math.min(first, heading.number);
  }
  if (numbers.size === 0) return;
  for (const [chunk, node] of document.chunks.entries()) {
    for (const { number, span } of ownReferencesIn(node)) {
      // Bodies that number through the year speak of earlier meetings' items.
      if (numbers.has(number) || number < first || (node.kind === "item" && listNumbersOf(node).has(number)))
        continue;
      yield { chunk, span, state: { missing: "item", number, kind: meeting.kind } };
    }
  }
}

/** The numbers of the entries of an item's lists: `punkt 3` may mean one of those. */
const listNumbersOf: (item: Item) => ReadonlySet<number | null> = memo(
  (item) =>
    new Set(
      item.blocks.flatMap((block) =>
        block.kind === "list" ? block.entries.map(({ mark }) => mark.ordinal) : [],
      ),
    ),
);

/** Notes are numbered in an item, or through the document with all texts at its end: only what nobody answers is missing. */
function* missingFootnotes({ document }: DocumentContext): Generator<Found> {
  const marks: Found[] = [];
  const texts: Found[] = [];
  for (const [chunk, node] of document.chunks.entries()) {
    const footnotes = footnotesIn(node);
    for (const { number, span } of footnotes.marksWithoutText)
      marks.push({ chunk, span, state: { missing: "footnoteText", number } });
    for (const { number, span } of footnotes.textsWithoutMark)
      texts.push({ chunk, span, state: { missing: "footnoteMark", number } });
  }
  const numbersOf = (found: readonly Found[]): Set<unknown> =>
    new Set(found.map(({ state }) => state.number));
  const marked = numbersOf(marks);
  const written = numbersOf(texts);
  yield* marks.filter(({ state }) => !written.has(state.number));
  yield* texts.filter(({ state }) => !marked.has(state.number));
}
