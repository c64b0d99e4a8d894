import type { Archive } from "./archive.ts";
import { everything, type Range } from "./search.ts";

/** Which actions are wanted. What is left out excludes nothing. */
export interface ActionQuery {
  /** Words, each of which stands in the action, its owner, its item's title, or in the body's name. */
  readonly text?: string;
  /** A body's name, whole or in part. */
  readonly body?: string;
  readonly owner?: string;
  /** Of the meeting that agreed it: `2026-01-01`; the day itself is within. */
  readonly from?: string;
  readonly to?: string;
  readonly journalNumber?: string;
  /** "open" are those that are not done and not overdue. */
  readonly state?: ActionState;
}

export type ActionState = "open" | "overdue" | "done";

/** Something that was agreed, where it was agreed first. */
export interface ActionRow {
  readonly uri: string;
  /** Counted from 0. */
  readonly line: number;
  readonly body: string | null;
  /** Of the meeting: `2026-03-04` */
  readonly date: string | null;
  readonly itemTitle: string;
  readonly itemNumber: number | null;
  readonly itemLine: number;
  readonly closed: boolean;
  readonly journalNumber: string | null;
  readonly owner: string | null;
  readonly text: string;
  /** The newest that it was given. */
  readonly deadline: string | null;
  readonly state: ActionState;
  /** What says that it is done: a later document, or the mark where it stands. */
  readonly doneBy: { readonly uri: string; readonly line: number; readonly date: string | null } | null;
  /** Where it stands last, and is to be marked as done. */
  readonly last: { readonly uri: string; readonly line: number };
  /** How many later minutes of the body neither name nor close it, since one did; 25 stand for 25 and more. */
  readonly passedOver: number;
}

/**
 * What was agreed, by whom, by when. Overdue first (the longest overdue on top), then open ones by their deadlines, those without
 * one after them, then what is done, the newest first. `today` is `2026-11-28`. `counts` has what fits apart from its state.
 */
export function actionsIn(
  _archive: Archive,
  _query: ActionQuery,
  _today: string,
  _range: Range = everything,
): {
  total: number;
  rows: ActionRow[];
  counts: { open: number; overdue: number; done: number };
} {
  return { total: 0, rows: [], counts: { open: 0, overdue: 0, done: 0 } };
}
