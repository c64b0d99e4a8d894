import { type ClientCapabilities, SymbolKind } from "vscode-languageserver";
import { type CompletionSupport, completionSupportOf } from "./completionSupport.ts";
import { isList, isRecord, isText, recordIn } from "./unknown.ts";

/** What the client can take. What it does not announce, or not soundly, it gets in the plainest form. */
export interface ClientSupport {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly hierarchicalSymbols: boolean;
  /** It knows the kind `Event`: without a list of its kinds a client knows those of the first protocol only. */
  readonly eventSymbols: boolean;
  readonly eventsOfWorkspace: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferredActions: boolean;
  readonly versionedEdits: boolean;
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly watchedFiles: boolean;
  readonly createFiles: boolean;
  /** It shows edits that the user must agree to, and lets her choose. */
  readonly confirmedEdits: boolean;
  readonly linkTooltips: boolean;
  readonly markdownHover: boolean;
  readonly definitionLinks: boolean;
  readonly prepareRename: boolean;
  readonly showDocument: boolean;
  readonly workDoneProgress: boolean;
  readonly refreshInlayHints: boolean;
  readonly refreshCodeLenses: boolean;
  readonly completion: CompletionSupport;
}

export function supportOf(capabilities: ClientCapabilities): ClientSupport {
  const { textDocument, workspace } = capabilities;
  const hoverFormats: unknown = textDocument?.hover?.contentFormat;
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
    eventSymbols: takesEvents(textDocument?.documentSymbol),
    eventsOfWorkspace: takesEvents(workspace?.symbol),
    codeActionLiterals: isRecord(textDocument?.codeAction?.codeActionLiteralSupport),
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    markdownHover: isList(hoverFormats, isText) && hoverFormats.includes("markdown"),
    definitionLinks: textDocument?.definition?.linkSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    showDocument: capabilities.window?.showDocument?.support === true,
    workDoneProgress: capabilities.window?.workDoneProgress === true,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshCodeLenses: workspace?.codeLens?.refreshSupport === true,
    createFiles: isList(operations, isText) && operations.includes("create"),
    confirmedEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      isRecord(workspace.workspaceEdit.changeAnnotationSupport),
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    completion: completionSupportOf(capabilities),
  };
}

function takesEvents(symbols: unknown): boolean {
  const kinds = recordIn(recordIn(symbols)["symbolKind"])["valueSet"];
  return Array.isArray(kinds) && kinds.includes(SymbolKind.Event);
}
