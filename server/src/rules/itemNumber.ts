import { kindOf } from "../model/itemKind.ts";
import type { Item } from "../syntax/nodes.ts";
import { renumberFrom } from "../edits/renumber.ts";
import { nothing, readingOf } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly number: number;
  readonly expected: number;
  readonly problem: "twice" | "skipped" | "order";
}

interface Numbered {
  readonly index: number;
  readonly item: Item;
  readonly number: number;
  readonly pause: boolean;
}

const numbers = readingOf((item) => {
  const { number, numberSpan } = item.heading;
  const isPause = kindOf(item).kind === "pause";
  return [{ at: numberSpan?.start ?? 0, words: `${number}:${isPause}` }];
}, nothing);

export const itemNumber = documentRule<State>({
  id: "item-number",
  severity: "error",
  ...numbers,
  heeds: noParagraph,
  *detect({ items, chunkOf }) {
    const numbered = items.flatMap((item, index): Numbered[] =>
      item.heading.number === null
        ? []
        : [{ index, item, number: item.heading.number, pause: kindOf(item).kind === "pause" }],
    );
    const lastAt = new Map(numbered.map(({ number }, position) => [number, position]));
    const firstOf = new Map<number, Numbered>();
    let previous: Numbered | null = null;
    // What the next number is by counting, though a number before it was wrong: one slip is one finding.
    let counted: number | null = null;
    let highest = -Infinity;
    for (const [position, current] of numbered.entries()) {
      const { number, item, index } = current;
      // A numbered pause is another rule's finding: out of the row it says nothing about the others.
      if (current.pause && previous && number !== counted && number !== previous.number + 1) continue;
      const fits: boolean =
        previous === null ||
        number === previous.number + 1 ||
        number === counted ||
        number === highest + 1 ||
        // Behind a numbered pause the next item may repeat its number or go on.
        (previous.pause && number === previous.number) ||
        current.pause;
      if (!fits && previous !== null && item.heading.numberSpan) {
        const twin = firstOf.get(number);
        const expected: number = Math.max(previous.number, highest) + 1;
        const skippedOnly = number > previous.number && twin === undefined;
        // 1, 3, 2, 4: the 3 is right where the missing number still comes; the late one is the finding.
        const comesLater = skippedOnly && allComeLater(previous.number + 1, number, position, lastAt);
        if (!comesLater) {
          yield {
            chunk: chunkOf(index),
            span: item.heading.numberSpan,
            state: {
              number,
              expected: counted ?? expected,
              problem: twin ? "twice" : skippedOnly ? "skipped" : "order",
            },
            ...(twin?.item.heading.numberSpan
              ? { related: { chunk: chunkOf(twin.index), span: twin.item.heading.numberSpan } }
              : {}),
          };
        }
      }
      const afterPause: boolean = previous?.pause === true && previous.number === number;
      counted =
        counted === null || afterPause || number === (previous?.number ?? 0) + 1 ? number + 1 : counted + 1;
      if (!firstOf.has(number) && !current.pause) firstOf.set(number, current);
      highest = Math.max(highest, number);
      previous = current;
    }
  },
  message: {
    da: ({ number, expected, problem }) =>
      ({
        twice: `Nummeret ${number} er brugt to gange. Et punkt skal kunne findes på sit nummer: her ventes ${expected}.`,
        skipped: `Nummeret springer til ${number}; her ventes ${expected}. Læseren tror ellers, at et punkt mangler.`,
        order: `Nummeret ${number} står uden for rækken; her ventes ${expected}. Ret numrene, så de følger punkternes rækkefølge.`,
      })[problem],
    en: ({ number, expected, problem }) =>
      ({
        twice: `The number ${number} is used twice; ${expected} is expected here.`,
        skipped: `The number jumps to ${number}; ${expected} is expected here.`,
        order: `The number ${number} is out of order; ${expected} is expected here.`,
      })[problem],
  },
  relatedMessage: {
    da: ({ number }) => `Her står nummer ${number} første gang`,
    en: ({ number }) => `Number ${number} stands here first`,
  },
  fixes: [
    {
      title: {
        da: ({ expected }) => `Omnummerér punkterne herfra, fra ${expected}`,
        en: ({ expected }) => `Renumber the items from here on, from ${expected}`,
      },
      edits: ({ chunk, state }, context) =>
        renumberFrom(chunk - context.chunkOf(0), state.expected, context.document),
    },
  ],
});

function allComeLater(
  from: number,
  to: number,
  position: number,
  lastAt: ReadonlyMap<number, number>,
): boolean {
  // A long jump is no swap of neighbours.
  if (to - from > 20) return false;
  for (let number = from; number < to; number++) {
    if ((lastAt.get(number) ?? -1) <= position) return false;
  }
  return true;
}
