import type { Position, PreviousResultId, Range } from "vscode-languageserver";
import { isList, isRecord, isText, recordIn } from "./unknown.ts";

/** Says whether the params of a request or a notification hold what its handler reads. */
export type ParamsCheck = (params: unknown) => boolean;

export const withDocument: ParamsCheck = (params) => isText(documentIn(params)["uri"]);

export const withText: ParamsCheck = (params) => withDocument(params) && isText(documentIn(params)["text"]);

export const withChanges: ParamsCheck = (params) =>
  withDocument(params) && isList(recordIn(params)["contentChanges"], isChange);

export const withPosition: ParamsCheck = (params) =>
  withDocument(params) && isPosition(recordIn(params)["position"]);

export const withPositions: ParamsCheck = (params) =>
  withDocument(params) && isList(recordIn(params)["positions"], isPosition);

/** A range, and which kinds of actions are asked for: all, where that is left out or null. */
export const withActionContext: ParamsCheck = (params) => {
  const { range, context } = recordIn(params);
  return (
    withDocument(params) &&
    isRange(range) &&
    isRecord(context) &&
    (context["only"] == null || isList(context["only"], isText))
  );
};

export const withCommand: ParamsCheck = (params) => {
  const { command, arguments: args } = recordIn(params);
  return isText(command) && (args == null || Array.isArray(args));
};

export const withFileEvents: ParamsCheck = (params) => isList(recordIn(params)["changes"], isFileEvent);

export const withFolderChange: ParamsCheck = (params) => {
  const { added, removed } = recordIn(recordIn(params)["event"]);
  return isList(added, isFileEvent) && isList(removed, isFileEvent);
};

export const withQuery: ParamsCheck = (params) => isText(recordIn(params)["query"]);

export const withPreviousResults: ParamsCheck = (params) => {
  const { previousResultIds } = recordIn(params);
  return previousResultIds === undefined || isList(previousResultIds, isResultId);
};

export const withAnything: ParamsCheck = isRecord;

/** The text of a range, or a whole text; some clients write the range of a whole text as null. */
export interface Change {
  readonly range?: Range | null;
  readonly text: string;
}

function documentIn(params: unknown): Readonly<Record<string, unknown>> {
  return recordIn(recordIn(params)["textDocument"]);
}

function isChange(value: unknown): value is Change {
  const { range, text } = recordIn(value);
  return isText(text) && (range == null || isRange(range));
}

function isFileEvent(value: unknown): value is { readonly uri: string } {
  return isText(recordIn(value)["uri"]);
}

function isRange(value: unknown): value is Range {
  const { start, end } = recordIn(value);
  return isPosition(start) && isPosition(end);
}

export function isPosition(value: unknown): value is Position {
  const { line, character } = recordIn(value);
  return Number.isInteger(line) && Number.isInteger(character);
}

function isResultId(sent: unknown): sent is PreviousResultId {
  const { uri, value } = recordIn(sent);
  return isText(uri) && isText(value);
}
