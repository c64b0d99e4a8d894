import { memo } from "../model/memo.ts";
import { folded } from "../text/spelling.ts";
import type { ActionChain } from "./actionChains.ts";
import { orderedActions } from "./actionOrder.ts";
import type { Archive } from "./archive.ts";
import { bodyKeyOf } from "./bodyWords.ts";
import { hasJournalNumber } from "./decisionRegister.ts";
import { passedOver } from "./passedOver.ts";
import {
  bodiesNamed,
  bodyTextOf,
  everything,
  hasAll,
  isInPeriod,
  type Range,
  searchWords,
} from "./search.ts";

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
  /** Of the item. */
  readonly access?: "open" | "closed";
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

export interface Actions {
  readonly total: number;
  readonly rows: ActionRow[];
  /** How many fit in each state, whatever state is asked for. */
  readonly counts: Readonly<Record<ActionState, number>>;
}

/**
 * What was agreed, by whom, by when. Overdue first (the longest overdue on top), then open ones by their deadlines, those without
 * one after them, then what is done, the newest first. `today` is `2026-11-28`.
 */
export function actionsIn(
  archive: Archive,
  query: ActionQuery,
  today: string,
  { offset, limit }: Range = everything,
): Actions {
  const { chains, documents } = orderedActions(archive);
  const bodies = bodiesNamed(archive, query.body);
  const words = searchWords(query.text);
  const owner = searchWords(query.owner);
  const counts = { open: 0, overdue: 0, done: 0 };
  const rows: ActionRow[] = [];
  let total = 0;
  for (const chain of chains) {
    const { record } = chain.first;
    if (!isInPeriod(record.date, query.from, query.to)) continue;
    if (bodies && !bodies.has(bodyKeyOf(record.body ?? ""))) continue;
    if (query.journalNumber !== undefined && !hasJournalNumber(chain.first.item, query.journalNumber))
      continue;
    if (query.access !== undefined && chain.first.item.closed !== (query.access === "closed")) continue;
    if (owner.length > 0 && !hasAll(owner, ownerTextOf(chain))) continue;
    if (words.length > 0 && !hasAll(words, actionTextOf(chain), bodyTextOf(record))) continue;
    const state = stateOf(chain, today);
    counts[state]++;
    if (query.state !== undefined && query.state !== state) continue;
    if (total >= offset && rows.length < limit) {
      const ofBody = documents.get(bodyKeyOf(record.body ?? "")) ?? [];
      rows.push(rowOf(chain, state, passedOver(archive, chain, ofBody)));
    }
    total++;
  }
  return { total, rows, counts };
}

function stateOf({ doneBy, deadline }: ActionChain, today: string): ActionState {
  if (doneBy) return "done";
  return deadline !== null && deadline < today ? "overdue" : "open";
}

const ownerTextOf: (chain: ActionChain) => string = memo(({ owner }) => folded(owner ?? ""));

const actionTextOf: (chain: ActionChain) => string = memo(({ first, owner }) =>
  folded([owner ?? "", first.action.text, first.item.title, first.item.journalNumber ?? ""].join("\n")),
);

function rowOf(chain: ActionChain, state: ActionState, passed: number): ActionRow {
  const { uri, record, item, action } = chain.first;
  return {
    uri,
    line: action.line,
    body: record.body,
    date: record.date,
    itemTitle: item.title,
    itemNumber: item.number,
    itemLine: item.line,
    closed: item.closed,
    journalNumber: item.journalNumber,
    owner: chain.owner,
    text: action.text,
    deadline: chain.deadline,
    state,
    doneBy: chain.doneBy,
    last: { uri: chain.last.uri, line: chain.last.action.line },
    passedOver: passed,
  };
}
