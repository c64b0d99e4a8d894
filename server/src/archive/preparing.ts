import { wordsOfAction, wordsOfReport } from "./actionWords.ts";
import type { Archive } from "./archive.ts";
import { documentText } from "./search.ts";

/**
 * Works out what the first search of the registers would have to work out for all documents at once, a document a step: between
 * two steps other work can be done. What changes meanwhile is left to the search itself.
 */
export function* preparing(archive: Archive): Generator<undefined> {
  for (const { record } of archive.all()) {
    documentText(record);
    for (const { actions, reports } of record.items) {
      actions.forEach(wordsOfAction);
      reports.forEach(wordsOfReport);
    }
    yield;
  }
}
