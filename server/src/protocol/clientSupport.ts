import type { ClientCapabilities } from "vscode-languageserver";

/** What the client can take. Everything that it does not announce it gets in the plainest form. */
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
  readonly watchedFiles: boolean;
  readonly createFiles: boolean;
}

export function supportOf(capabilities: ClientCapabilities): ClientSupport {
  const { textDocument, workspace } = capabilities;
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    codeDescription:
      textDocument?.publishDiagnostics?.codeDescriptionSupport === true ||
      textDocument?.diagnostic?.codeDescriptionSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    lineFoldingOnly: textDocument?.foldingRange?.lineFoldingOnly === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    configuration: workspace?.configuration === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
  };
}
