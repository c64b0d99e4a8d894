import { type ClosedText, type ClosedTexts, closedTextsIn, closedTextsOf } from "../model/closedItems.ts";
import { finderInChunks } from "../model/inChunks.ts";
import { kindOf } from "../model/itemKind.ts";
import { documentRule } from "./rule.ts";
import { labelOf } from "../edits/label.ts";

interface State {
  readonly what: ClosedText["what"];
  readonly label: string;
  /** In the head, not in an open item. */
  readonly isHead: boolean;
}

const leaksIn = finderInChunks((chunk, texts: ClosedTexts) =>
  // The contents name closed items by right.
  chunk.kind === "contents" || (chunk.kind === "item" && kindOf(chunk).closed)
    ? []
    : closedTextsIn(chunk, texts),
);

export const closedLeak = documentRule<State>({
  id: "closed-leak",
  severity: "error",
  *detect({ document, items, chunkOf }) {
    const texts = closedTextsOf(document);
    if (!texts) return;
    for (const {
      chunk: index,
      found: { text, span },
    } of leaksIn(document, texts)) {
      const chunk = document.chunks[index];
      const closed = items[text.item];
      if (!chunk || !closed) continue;
      const end = span.start + chunk.masked.slice(span.start, span.end).search(/$|[\r\n]/);
      yield {
        chunk: index,
        span: { start: span.start, end },
        state: { what: text.what, label: labelOf(closed.heading), isHead: chunk.kind === "head" },
        related: { chunk: chunkOf(text.item), span: closed.heading.labelSpan },
      };
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
