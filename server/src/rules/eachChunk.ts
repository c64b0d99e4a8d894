import { memo } from "../model/memo.ts";
import type { Chunk } from "../syntax/nodes.ts";
import type { DocumentContext, DocumentDetection, ItemDetection } from "./rule.ts";

/**
 * The detection of a rule about words, wherever they stand: the head and the items, each by itself and kept with it. The
 * contents repeat their headings, whose defects are reported once.
 */
export function inEachChunk<State>(
  detect: (chunk: Chunk) => Iterable<ItemDetection<State>>,
): (context: DocumentContext) => Iterable<DocumentDetection<State>> {
  const found = memo((chunk: Chunk): readonly ItemDetection<State>[] => [...detect(chunk)]);
  return function* ({ document }) {
    for (const [index, chunk] of document.chunks.entries()) {
      if (chunk.kind === "contents") continue;
      for (const { span, state } of found(chunk)) yield { chunk: index, span, state };
    }
  };
}
