import { type ClosedText, type ClosedTexts, closedTextsIn, closedTextsOf } from "../model/closedItems.ts";
import { kindOf } from "../model/itemKind.ts";
import type { Item } from "../syntax/nodes.ts";
import { documentRule } from "./rule.ts";
import { labelOf } from "../edits/words.ts";

interface State {
  readonly what: ClosedText["what"];
  readonly label: string;
}

type Found = ReturnType<typeof closedTextsIn>;
const kept = new WeakMap<Item, { readonly texts: ClosedTexts; readonly found: Found }>();

function leaksIn(item: Item, texts: ClosedTexts): Found {
  const before = kept.get(item);
  if (before?.texts === texts) return before.found;
  const found = closedTextsIn(item, texts);
  kept.set(item, { texts, found });
  return found;
}

export const closedLeak = documentRule<State>({
  id: "closed-leak",
  severity: "error",
  *detect({ items, chunkOf }) {
    const texts = closedTextsOf(items);
    if (!texts) return;
    for (const [index, item] of items.entries()) {
      if (kindOf(item).closed) continue;
      for (const { text, span } of leaksIn(item, texts)) {
        const closed = items[text.item];
        if (!closed) continue;
        const end = span.start + item.masked.slice(span.start, span.end).search(/$|[\r\n]/);
        yield {
          chunk: chunkOf(index),
          span: { start: span.start, end },
          state: { what: text.what, label: labelOf(closed.heading) },
          related: { chunk: chunkOf(text.item), span: closed.heading.labelSpan },
        };
      }
    }
  },
  message: {
    da: ({ what, label }) =>
      `Her står ${what === "title" ? "titlen på" : "journalnummeret fra"} det lukkede punkt (${label}). Det åbne punkt bliver offentliggjort, og så kan alle se, hvad der blev behandlet for lukkede døre: slet det, eller henvis kun til »${label}«.`,
    en: ({ what, label }) =>
      `This is the ${what === "title" ? "title" : "journal number"} of the closed item (${label}), and the open item will be published: delete it, or refer to “${label}” alone.`,
  },
  relatedMessage: { da: () => "Det lukkede punkt", en: () => "The closed item" },
});
