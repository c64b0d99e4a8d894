import { memo } from "../model/memo.ts";
import {
  type ActionWords,
  actionWordsFrom,
  type ReportWords,
  stemsIn,
  wordsOfReport,
} from "./actionWords.ts";
import type { DocumentRecord } from "./record.ts";

/** The words of an item's actions and of its reports, in their order. */
export interface ItemWords {
  readonly actions: readonly ActionWords[];
  readonly reports: readonly FoundReport[];
}

/** A report by its stems, each once; most of them mean no action, and of these no more is asked. */
export interface FoundReport {
  readonly stems: readonly string[];
  readonly words: () => ReportWords;
}

/**
 * The words of the actions and reports of a document, item by item. What takes long, finding the stems, is done once for
 * each record.
 */
export function wordsIn(record: DocumentRecord): ItemWords[] {
  const lines = foundIn(record).split("\n");
  let line = 0;
  const next = (): string[] => lines[line++]?.split("|") ?? [];
  return record.items.map(({ actions, reports }) => ({
    actions: actions.map(({ text }) => {
      const [stems, owner = ""] = next();
      return actionWordsFrom(text, listIn(stems), owner);
    }),
    reports: reports.map(() => foundReport(next())),
  }));
}

function foundReport([list, doer, anyVerb, whole]: readonly string[]): FoundReport {
  const stems = listIn(list);
  return {
    stems,
    words: () => ({
      stems: new Set(stems),
      doer: listIn(doer),
      anyVerb: anyVerb === "true",
      whole: whole === "true",
    }),
  };
}

/**
 * The stems of all actions and reports, a line for each: as one text they take a tenth of the memory that they would
 * take as lists. No stem has a sign in it.
 */
const foundIn: (record: DocumentRecord) => string = memo(({ items }) => {
  const lines: string[] = [];
  for (const { actions, reports } of items) {
    for (const { text, owner } of actions)
      lines.push([stemsIn(text).join(" "), stemsIn(owner ?? "").join(" ")].join("|"));
    for (const report of reports) {
      const { stems, doer, anyVerb, whole } = wordsOfReport(report);
      lines.push([[...stems].join(" "), doer.join(" "), anyVerb, whole].join("|"));
    }
  }
  return lines.join("\n");
});

/** Finds out what `wordsIn` needs, for whoever has the time before it is asked for. */
export function findWordsIn(record: DocumentRecord): void {
  foundIn(record);
}

function listIn(words: string | undefined): string[] {
  return words ? words.split(" ") : [];
}
