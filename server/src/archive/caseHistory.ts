import type { Outcome } from "../model/outcomePhrases.ts";
import type { Archive } from "./archive.ts";

/** A meeting that dealt with a case. */
export interface CaseStep {
  readonly uri: string;
  /** Of the item's heading, counted from 0. */
  readonly line: number;
  readonly body: string | null;
  /** `2026-03-04` */
  readonly date: string | null;
  readonly kind: "referat" | "dagsorden";
  readonly number: number | null;
  readonly title: string;
  readonly decision: string | null;
  readonly outcomes: readonly Outcome[];
  /** How it is known to be the case. */
  readonly why: "journalNumber" | "reference" | "title" | "self";
}

/**
 * Every meeting that dealt with the case of an item, the oldest first: items of the same journal number, or the same title, and
 * those that refer to one of them or that it refers to. The item itself is among them. Nothing where there is no such item.
 */
export function caseHistory(archive: Archive, uri: string, index: number): CaseStep[] {
  const record = archive.get(uri);
  const item = record?.items[index];
  if (!record || !item) return [];
  return [
    {
      uri,
      line: item.line,
      body: record.body,
      date: record.date,
      kind: record.kind,
      number: item.number,
      title: item.title,
      decision: item.decision?.text ?? null,
      outcomes: item.decision?.outcomes ?? [],
      why: "self",
    },
  ];
}
