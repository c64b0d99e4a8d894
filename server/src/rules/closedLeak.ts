import { type ClosedText, type ClosedTexts, closedTextsIn, closedTextsOf } from "../model/closedItems.ts";
import { kindOf } from "../model/itemKind.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { documentRule } from "./rule.ts";
import { labelOf } from "../edits/words.ts";

interface State {
  readonly what: ClosedText["what"];
  readonly label: string;
  /** In the head, not in an open item. */
  readonly isHead: boolean;
}

type Found = ReturnType<typeof closedTextsIn>;
const kept = new WeakMap<Chunk, { readonly texts: ClosedTexts; readonly found: Found }>();

function leaksIn(chunk: Chunk, texts: ClosedTexts): Found {
  const before = kept.get(chunk);
  if (before?.texts === texts) return before.found;
  const found = closedTextsIn(chunk, texts);
  kept.set(chunk, { texts, found });
  return found;
}

export const closedLeak = documentRule<State>({
  id: "closed-leak",
  severity: "error",
  *detect({ document, items, chunkOf }) {
    const texts = closedTextsOf(items);
    if (!texts) return;
    for (const [index, chunk] of document.chunks.entries()) {
      // The contents name closed items by right.
      if (chunk.kind === "contents" || (chunk.kind === "item" && kindOf(chunk).closed)) continue;
      for (const { text, span } of leaksIn(chunk, texts)) {
        const closed = items[text.item];
        if (!closed) continue;
        const end = span.start + chunk.masked.slice(span.start, span.end).search(/$|[\r\n]/);
        yield {
          chunk: index,
          span: { start: span.start, end },
          state: { what: text.what, label: labelOf(closed.heading), isHead: chunk.kind === "head" },
          related: { chunk: chunkOf(text.item), span: closed.heading.labelSpan },
        };
      }
    }
  },
  message: {
    da: ({ what, label, isHead }) =>
      `Her står ${what === "title" ? "titlen på" : "journalnummeret fra"} det lukkede punkt (${label}). ${isHead ? "Dokumentets hoved" : "Det åbne punkt"} bliver offentliggjort, og så kan alle se, hvad der blev behandlet for lukkede døre: slet det, eller henvis kun til »${label}«.`,
    en: ({ what, label, isHead }) =>
      `This is the ${what === "title" ? "title" : "journal number"} of the closed item (${label}), and ${isHead ? "the head of the document" : "the open item"} will be published: delete it, or refer to “${label}” alone.`,
  },
  relatedMessage: { da: () => "Det lukkede punkt", en: () => "The closed item" },
});
