import type { ClientCapabilities } from "vscode-languageserver";
import { type CompletionSupport, completionSupportOf } from "./completionSupport.ts";
import { isList, isRecord, isText } from "./unknown.ts";

/** What the client can take. What it does not announce, or not soundly, it gets in the plainest form. */
export interface ClientSupport {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly lineFoldingOnly: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferredActions: boolean;
  readonly versionedEdits: boolean;
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly watchedFiles: boolean;
  readonly createFiles: boolean;
  readonly completion: CompletionSupport;
}

export function supportOf(capabilities: ClientCapabilities): ClientSupport {
  const { textDocument, workspace } = capabilities;
  const operations: unknown = workspace?.workspaceEdit?.resourceOperations;
  return {
    pullDiagnostics: isRecord(textDocument?.diagnostic),
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    codeDescription:
      textDocument?.publishDiagnostics?.codeDescriptionSupport === true ||
      textDocument?.diagnostic?.codeDescriptionSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    lineFoldingOnly: textDocument?.foldingRange?.lineFoldingOnly === true,
    codeActionLiterals: isRecord(textDocument?.codeAction?.codeActionLiteralSupport),
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    createFiles: isList(operations, isText) && operations.includes("create"),
    completion: completionSupportOf(capabilities),
  };
}
