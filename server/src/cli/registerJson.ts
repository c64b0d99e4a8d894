import type { ActionRow } from "../archive/actionRegister.ts";
import type { DecisionRow } from "../archive/decisionRegister.ts";
import { visibleJson } from "../text/visible.ts";
import type { Registers } from "./registers.ts";

/** The registers for other programs: docs/register.md says what stands where. Lines count from 1. */
export function jsonRegister({ decisions, actions }: Registers): string {
  const value = {
    ...(decisions && { decisions: decisions.map(decisionValue) }),
    ...(actions && { actions: actions.map(actionValue) }),
  };
  return `${visibleJson(value)}\n`;
}

function decisionValue(row: DecisionRow): object {
  const { body, date, kind, number, title, closed, journalNumber, text, outcomes } = row;
  const { recommendations, followUp } = row;
  return {
    ...placeValue(row),
    ...{ body, date, kind, number, title, closed, journalNumber, text, outcomes, recommendations, followUp },
  };
}

function actionValue(row: ActionRow): object {
  const { body, date, closed, journalNumber, owner, text, deadline, state, passedOver, doneBy } = row;
  return {
    ...placeValue(row),
    ...{ body, date },
    item: { line: row.itemLine + 1, number: row.itemNumber, title: row.itemTitle },
    ...{ closed, journalNumber, owner, text, deadline, state },
    doneBy: doneBy && { ...placeValue(doneBy), date: doneBy.date },
    last: placeValue(row.last),
    passedOver,
  };
}

function placeValue({ uri, line }: { readonly uri: string; readonly line: number }): object {
  return { path: uri, line: line + 1 };
}
