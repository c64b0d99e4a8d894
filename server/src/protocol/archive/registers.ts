import type { Connection, TextDocumentPositionParams } from "vscode-languageserver";
import { type ActionQuery, actionsIn, type ActionState } from "../../archive/actionRegister.ts";
import type { Archive } from "../../archive/archive.ts";
import { type DecisionRow, decisionsIn } from "../../archive/decisionRegister.ts";
import {
  type ActionGrouping,
  actionsWithin,
  decisionsWithin,
  groupedActions,
  groupedByState,
  groupedDecisions,
} from "../../archive/grouping.ts";
import type { Range } from "../../archive/search.ts";
import { type ParamsCheck, withAnything, withPosition } from "../params.ts";
import type { Requests } from "../requests.ts";
import type { Session } from "../session.ts";
import { facetsOf } from "./facets.ts";
import {
  type ActionGroupsParams,
  type ActionsParams,
  type DecisionGroupsParams,
  type DecisionsParams,
  rangeIn,
  withActionGroups,
  withActions,
  withDecisionGroups,
  withDecisions,
  type Within,
} from "./registerParams.ts";

/** Our own requests over the whole archive, page by page; what is not saved yet counts too. */
export function answerRegisters(connection: Connection, requests: Requests, session: Session): void {
  const registers = new Registers();
  /** An answer from the archive as it stands now. */
  const fromArchive =
    <Params>(compute: (archive: Archive, params: Params) => unknown) =>
    async (params: Params): Promise<unknown> =>
      compute(await session.archive.current(), params);
  const serve = (method: string, sound: ParamsCheck, compute: (params: never) => Promise<unknown>): void => {
    connection.onRequest(method, requests.answer(method, sound, compute));
  };
  serve(
    "referat/decisions",
    withDecisions,
    fromArchive((archive, params: DecisionsParams) => registers.decisions(archive, params)),
  );
  serve(
    "referat/decisionGroups",
    withDecisionGroups,
    fromArchive((archive, params: DecisionGroupsParams) => registers.decisionGroups(archive, params)),
  );
  serve("referat/actions", withActions, fromArchive(actions));
  serve("referat/actionGroups", withActionGroups, fromArchive(actionGroups));
  serve("referat/caseHistory", withPosition, async (params: TextDocumentPositionParams) => {
    const { caseAt } = await import("../late.ts");
    return caseAt(await session.archive.current(), params);
  });
  serve(
    "referat/archiveFacets",
    withAnything,
    fromArchive((archive) => ({
      ...facetsOf(archive),
      documents: archive.size,
      indexing: session.archive.indexing,
    })),
  );
}

/** Answers from the register of decisions. The rows of the last query are kept: a tree asks for its groups one by one. */
class Registers {
  private archive: WeakRef<Archive> | null = null;
  private asked = "";
  private rows: readonly DecisionRow[] = [];

  decisions(archive: Archive, params: DecisionsParams): { total: number; rows: readonly DecisionRow[] } {
    const { query, within } = params;
    if (!within || within.length === 0) return decisionsIn(archive, query ?? {}, rangeIn(params));
    return page(this.rowsFor(archive, params), rangeIn(params));
  }

  /** `decisions` counts the rows, `total` the groups. */
  decisionGroups(archive: Archive, params: DecisionGroupsParams): object {
    const rows = this.rowsFor(archive, params);
    const wanted = params.groupBy === "outcome" ? params.query?.outcomes : undefined;
    // Of a decision with two outcomes, the one that is not sought is no group.
    const groups = groupedDecisions(archive, rows, params.groupBy).filter(
      ({ key }) => !wanted?.length || wanted.some((outcome) => outcome === key),
    );
    return { ...page(groups, rangeIn(params)), decisions: rows.length };
  }

  private rowsFor(archive: Archive, { query, within }: DecisionsParams): readonly DecisionRow[] {
    const asked = `${archive.version} ${JSON.stringify(query ?? {})}`;
    if (this.archive?.deref() !== archive || this.asked !== asked) {
      this.rows = decisionsIn(archive, query ?? {}).rows;
      this.archive = new WeakRef(archive);
      this.asked = asked;
    }
    return (within ?? []).reduce((rows, { by, key }) => decisionsWithin(archive, rows, by, key), this.rows);
  }
}

function actions(archive: Archive, params: ActionsParams): object {
  const { today } = params;
  const { query, others } = withStateOf(params);
  if (others.length === 0) return actionsIn(archive, query, today, rangeIn(params));
  const found = actionsIn(archive, query, today);
  const rows = others.reduce((left, { by, key }) => actionsWithin(left, by, key), found.rows);
  return { ...page(rows, rangeIn(params)), counts: found.counts };
}

/** A group of one state is what the register itself can be asked for. */
function withStateOf({ query, within }: ActionsParams): {
  query: ActionQuery;
  others: readonly Within<ActionGrouping>[];
} {
  const groups = within ?? [];
  const state = groups.find(({ by }) => by === "state")?.key as ActionState | undefined;
  if (state === undefined || (query?.state ?? state) !== state) return { query: query ?? {}, others: groups };
  return { query: { ...query, state }, others: groups.filter(({ by }) => by !== "state") };
}

/** `counts` is over all groups, `total` the number of groups. */
function actionGroups(archive: Archive, params: ActionGroupsParams): object {
  const { groupBy, today } = params;
  const query = params.query ?? {};
  if (groupBy !== "state") {
    const { rows, counts } = actionsIn(archive, query, today);
    return { ...page(groupedActions(rows, groupBy), rangeIn(params)), counts };
  }
  const { counts } = actionsIn(archive, query, today, { offset: 0, limit: 0 });
  const { state } = query;
  const asked = state === undefined ? counts : { open: 0, overdue: 0, done: 0, [state]: counts[state] };
  return { ...page(groupedByState(asked), rangeIn(params)), counts };
}

function page<Row>(rows: readonly Row[], { offset, limit }: Range): { total: number; rows: readonly Row[] } {
  return { total: rows.length, rows: rows.slice(offset, offset + limit) };
}
