import { type ClientCapabilities, InsertTextMode, MarkupKind } from "vscode-languageserver";
import { isList, isRecord, isText, recordIn } from "./unknown.ts";

/** How a client takes what can be written; what it does not announce it gets in the plainest form. */
export interface CompletionSupport {
  readonly snippets: boolean;
  readonly markdown: boolean;
  /** It asks for the documentation of an entry when it shows it. */
  readonly resolves: boolean;
  readonly labelDetails: boolean;
  /** It can be told to leave the indentation of several lines alone. */
  readonly asItIs: boolean;
}

export function completionSupportOf({ textDocument }: ClientCapabilities): CompletionSupport {
  const item = recordIn(recordIn(textDocument?.completion)["completionItem"]);
  const includes = (list: unknown, value: string): boolean => isList(list, isText) && list.includes(value);
  const modes = recordIn(item["insertTextModeSupport"])["valueSet"];
  return {
    snippets: item["snippetSupport"] === true,
    markdown: includes(item["documentationFormat"], MarkupKind.Markdown),
    resolves:
      isRecord(item["resolveSupport"]) && includes(item["resolveSupport"]["properties"], "documentation"),
    labelDetails: item["labelDetailsSupport"] === true,
    asItIs: Array.isArray(modes) && modes.includes(InsertTextMode.asIs),
  };
}
