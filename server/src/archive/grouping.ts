import { type Outcome, outcomes } from "../model/outcomePhrases.ts";
import type { ActionRow, ActionState } from "./actionRegister.ts";
import { type Archive, titleKeyOf } from "./archive.ts";
import { bodyKeyOf } from "./bodyWords.ts";
import type { DecisionRow } from "./decisionRegister.ts";

/** How the register of decisions can be divided; a decision with two outcomes lies in both their groups. */
export const decisionGroupings = ["body", "meeting", "year", "outcome", "case"] as const;

export type DecisionGrouping = (typeof decisionGroupings)[number];

export interface DecisionGroup {
  /** What finds the group again; empty for what has no body, date, outcome or case. */
  readonly key: string;
  /** A body's name, a year, an outcome, the newest title of a case; null where the key is empty, and for a meeting. */
  readonly label: string | null;
  readonly count: number;
  /** Of a case that has one. */
  readonly journalNumber: string | null;
  /** Of a meeting: its document. */
  readonly uri: string | null;
  /** Of the newest meeting in the group. */
  readonly body: string | null;
  readonly date: string | null;
}

/**
 * The groups of rows that stand in the register's order: bodies by the alphabet, outcomes as they are listed, all else with the
 * newest first. What belongs nowhere comes last.
 */
export function groupedDecisions(
  archive: Archive,
  rows: readonly DecisionRow[],
  by: DecisionGrouping,
): DecisionGroup[] {
  const groups = new Map<string, { first: DecisionRow; count: number }>();
  for (const row of rows) {
    for (const key of decisionKeys(archive, row, by)) {
      const group = groups.get(key);
      if (group) group.count++;
      else groups.set(key, { first: row, count: 1 });
    }
  }
  const found = [...groups].map(([key, { first, count }]) => groupOf(key, first, count, by));
  if (by === "body") found.sort((a, b) => alphabetically(a.label ?? "", b.label ?? ""));
  if (by === "outcome") found.sort((a, b) => placeOf(a.key) - placeOf(b.key));
  return [...found.filter(({ key }) => key !== ""), ...found.filter(({ key }) => key === "")];
}

/** The rows that lie in a group. */
export function decisionsWithin(
  archive: Archive,
  rows: readonly DecisionRow[],
  by: DecisionGrouping,
  key: string,
): DecisionRow[] {
  return rows.filter((row) => decisionKeys(archive, row, by).includes(key));
}

function groupOf(key: string, first: DecisionRow, count: number, by: DecisionGrouping): DecisionGroup {
  const { uri, body, date, title, journalNumber } = first;
  const labels = { body, meeting: null, year: key, outcome: key, case: title };
  return {
    key,
    label: key === "" ? null : labels[by],
    count,
    journalNumber: by === "case" && key !== "" ? journalNumber : null,
    uri: by === "meeting" ? uri : null,
    body,
    date,
  };
}

function decisionKeys(archive: Archive, row: DecisionRow, by: DecisionGrouping): readonly string[] {
  switch (by) {
    case "body":
      return [bodyKeyOf(row.body ?? "")];
    case "meeting":
      return [row.uri];
    case "year":
      return [row.date?.slice(0, 4) ?? ""];
    case "outcome":
      return row.outcomes.length > 0 ? row.outcomes : [""];
    case "case":
      return [row.journalNumber ?? titleOf(archive, row)];
  }
}

/** Titles that many items have (Eventuelt) name no case. */
function titleOf(archive: Archive, { uri, index }: DecisionRow): string {
  const item = archive.get(uri)?.items[index];
  return (item && titleKeyOf(item)) ?? "";
}

function placeOf(outcome: string): number {
  return outcomes.indexOf(outcome as Outcome);
}

export const actionGroupings = ["state", "owner", "body"] as const;

export type ActionGrouping = (typeof actionGroupings)[number];

export interface ActionGroup extends Readonly<Record<ActionState, number>> {
  /** What finds the group again; empty for what has no owner or body. */
  readonly key: string;
  readonly label: string | null;
}

/** The groups of rows by the alphabet; what belongs nowhere comes last. */
export function groupedActions(rows: readonly ActionRow[], by: "owner" | "body"): ActionGroup[] {
  const groups = new Map<string, { label: string | null } & Record<ActionState, number>>();
  for (const row of rows) {
    const key = actionKey(row, by);
    const group = groups.get(key) ?? { label: row[by], open: 0, overdue: 0, done: 0 };
    group[row.state]++;
    groups.set(key, group);
  }
  const found = [...groups].map(([key, group]) => ({ key, ...group }));
  found.sort((a, b) => alphabetically(a.label ?? "", b.label ?? ""));
  return [...found.filter(({ key }) => key !== ""), ...found.filter(({ key }) => key === "")];
}

/** The states that there are, the most urgent first. */
export function groupedByState(counts: Readonly<Record<ActionState, number>>): ActionGroup[] {
  return (["overdue", "open", "done"] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => ({ key: state, label: state, open: 0, overdue: 0, done: 0, [state]: counts[state] }));
}

export function actionsWithin(rows: readonly ActionRow[], by: ActionGrouping, key: string): ActionRow[] {
  return rows.filter((row) => actionKey(row, by) === key);
}

function actionKey(row: ActionRow, by: ActionGrouping): string {
  if (by === "state") return row.state;
  // *Sekretariatet* at the head of a line and *sekretariatet* in a sentence are one.
  return by === "owner" ? (row.owner ?? "").trim().toLowerCase() : bodyKeyOf(row.body ?? "");
}

const danish = new Intl.Collator("da", { sensitivity: "base", numeric: true });

function alphabetically(a: string, b: string): number {
  return danish.compare(a, b);
}
