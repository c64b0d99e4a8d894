import type { ActionQuery } from "../../archive/actionRegister.ts";
import type { DecisionQuery } from "../../archive/decisionRegister.ts";
import {
  type ActionGrouping,
  actionGroupings,
  type DecisionGrouping,
  decisionGroupings,
} from "../../archive/grouping.ts";
import { everything, type Range } from "../../archive/search.ts";
import { type Outcome, outcomes } from "../../model/outcomePhrases.ts";
import type { ParamsCheck } from "../params.ts";
import { isList, isRecord, isText, recordIn } from "../unknown.ts";

/** A group that is looked into. */
export interface Within<Grouping extends string> {
  readonly by: Grouping;
  readonly key: string;
}

interface Paged {
  readonly offset?: number | null;
  readonly limit?: number | null;
}

export interface DecisionsParams extends Paged {
  readonly query?: DecisionQuery | null;
  readonly within?: readonly Within<DecisionGrouping>[] | null;
}

export interface DecisionGroupsParams extends DecisionsParams {
  readonly groupBy: DecisionGrouping;
}

export interface ActionsParams extends Paged {
  readonly query?: ActionQuery | null;
  /** The day on her wall, as `2026-03-04`. */
  readonly today: string;
  readonly within?: readonly Within<ActionGrouping>[] | null;
}

export interface ActionGroupsParams extends ActionsParams {
  readonly groupBy: ActionGrouping;
}

export const withDecisions: ParamsCheck = (params) => {
  const { query, within } = recordIn(params);
  return isPaged(params) && isOptional(query, isDecisionQuery) && isWithin(within, decisionGroupings);
};

export const withDecisionGroups: ParamsCheck = (params) =>
  withDecisions(params) && isOneOf(recordIn(params)["groupBy"], decisionGroupings);

export const withActions: ParamsCheck = (params) => {
  const { query, within, today } = recordIn(params);
  return (
    isPaged(params) && isOptional(query, isActionQuery) && isWithin(within, actionGroupings) && isDay(today)
  );
};

export const withActionGroups: ParamsCheck = (params) =>
  withActions(params) && isOneOf(recordIn(params)["groupBy"], actionGroupings);

/** The part of the rows that is asked for: all, where nothing is said. */
export function rangeIn({ offset, limit }: Paged): Range {
  return { offset: offset ?? everything.offset, limit: limit ?? everything.limit };
}

function isPaged(params: unknown): boolean {
  const { offset, limit } = recordIn(params);
  return isRecord(params) && isOptional(offset, isCount) && isOptional(limit, isCount);
}

function isDecisionQuery(value: unknown): value is DecisionQuery {
  const { text, body, from, to, person, journalNumber, access, outcomes: wanted } = recordIn(value);
  return (
    isRecord(value) &&
    [text, body, person, journalNumber].every((each) => isAbsent(each) || isText(each)) &&
    [from, to].every((each) => isAbsent(each) || isDay(each)) &&
    (isAbsent(access) || access === "open" || access === "closed") &&
    (isAbsent(wanted) || isList(wanted, (each): each is Outcome => isOneOf(each, outcomes)))
  );
}

function isActionQuery(value: unknown): value is ActionQuery {
  const { text, body, owner, from, to, journalNumber, state } = recordIn(value);
  return (
    isRecord(value) &&
    [text, body, owner, journalNumber].every((each) => isAbsent(each) || isText(each)) &&
    [from, to].every((each) => isAbsent(each) || isDay(each)) &&
    (isAbsent(state) || isOneOf(state, ["open", "overdue", "done"]))
  );
}

function isWithin(value: unknown, groupings: readonly string[]): boolean {
  return isOptional(value, (list) =>
    isList(list, (each): each is Within<string> => {
      const { by, key } = recordIn(each);
      return isOneOf(by, groupings) && isText(key);
    }),
  );
}

function isOptional(value: unknown, test: (value: unknown) => boolean): boolean {
  return value == null || test(value);
}

/** In a query null is no value: the core knows only what is there and what is not. */
function isAbsent(value: unknown): value is undefined {
  return value === undefined;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isDay(value: unknown): value is string {
  return isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function isOneOf(value: unknown, list: readonly string[]): boolean {
  return isText(value) && list.includes(value);
}
