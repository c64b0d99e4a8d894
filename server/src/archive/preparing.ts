import { orderingActions } from "./actionOrder.ts";
import type { Archive } from "./archive.ts";
import { findWordsIn } from "./foundWords.ts";
import { wordIndexOf } from "./wordIndex.ts";

/**
 * Works out what the first search of the registers would have to work out for all documents at once, a document a step: between
 * two steps other work can be done. What changes meanwhile is left to the search itself.
 */
export function* preparing(archive: Archive): Generator<undefined> {
  const index = wordIndexOf(archive);
  for (const { record } of archive.all()) {
    index.of(record);
    findWordsIn(record);
    yield;
  }
  yield* orderingActions(archive);
}
