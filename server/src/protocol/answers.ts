import {
  CodeActionKind,
  type Connection,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  ErrorCodes,
  type FoldingRange,
  FoldingRangeKind,
  type InitializeResult,
  ResponseError,
  type SelectionRange,
  TextDocumentSyncKind,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { configFromDocument } from "../config/fromDocument.ts";
import { foldingOf } from "../features/folding.ts";
import { highlightsAt } from "../features/highlights.ts";
import { linksOf } from "../features/links.ts";
import { outlineOf } from "../features/outline.ts";
import { selectionAt } from "../features/selection.ts";
import { semanticTokensOf } from "../features/semanticTokens.ts";
import { applyEditCommand, codeActionsFor, fixAllKind } from "./codeActions.ts";
import { createdConfig } from "./configEdits.ts";
import { configFileName, isConfigUri } from "./configurations.ts";
import { fileKindOf, type OpenDocument } from "./documents.ts";
import type { Requests } from "./requests.ts";
import { encodeTokens, semanticTokensLegend } from "./semanticTokens.ts";
import type { Session } from "./session.ts";
import { flatSymbols, hierarchicalSymbols } from "./symbols.ts";

/** The command that makes a referat.json from the style of a document, which its argument names. */
export const createConfigCommand = "referat.createConfig";

/** Registers a handler for every request that is served, and says in the result of `initialize` what is. */
export function answerRequests(
  connection: Connection,
  requests: Requests,
  session: Session,
  version: string,
): InitializeResult {
  const { support, positions } = session;

  /** Computes an answer for an open document; there is none for a document that is not open, nor for referat.json. */
  function forDocument<Result>(
    uri: string,
    none: Result,
    compute: (document: OpenDocument) => Result,
  ): Result {
    const document = session.documents.get(uri);
    return document && !isConfigUri(uri) ? compute(document) : none;
  }

  /** Makes a referat.json beside the document; says with its URI that it is there now, or with null that it is not. */
  async function createConfig(uri: string): Promise<string | null> {
    const document = session.documents.get(uri);
    const edit = document && createdConfig(uri, configFromDocument(document.syntax), session);
    if (!edit) return null;
    const { applied } = await connection.workspace.applyEdit({ label: "referat.json", edit });
    return applied ? uri.slice(0, uri.lastIndexOf("/") + 1) + configFileName : null;
  }

  connection.languages.diagnostics.on(
    requests.answer("diagnostic", async ({ textDocument }) => ({
      kind: "full" as const,
      items: await session.diagnosticsOf(textDocument.uri),
    })),
  );
  connection.onDocumentSymbol(
    requests.answer("documentSymbol", ({ textDocument }) =>
      forDocument(textDocument.uri, null, (document) => {
        const outline = outlineOf(document.syntax, fileKindOf(document.uri));
        return support.hierarchicalSymbols
          ? hierarchicalSymbols(outline, document, positions)
          : flatSymbols(outline, document, positions);
      }),
    ),
  );
  connection.onFoldingRanges(
    requests.answer("foldingRange", ({ textDocument }) =>
      forDocument(textDocument.uri, null, ({ syntax }) =>
        foldingOf(syntax).map(({ startLine, endLine, kind }): FoldingRange => ({
          startLine,
          endLine,
          ...(kind === "comment" ? { kind: FoldingRangeKind.Comment } : {}),
        })),
      ),
    ),
  );
  connection.onSelectionRanges(
    requests.answer("selectionRange", (params) =>
      forDocument(params.textDocument.uri, null, ({ syntax }) =>
        params.positions.map((position) => {
          const spans = selectionAt(syntax, positions.offset(syntax, position));
          return (
            spans.reduceRight<SelectionRange | undefined>(
              (parent, span) => ({ range: positions.range(syntax, span), ...(parent ? { parent } : {}) }),
              undefined,
            ) ?? { range: { start: position, end: position } }
          );
        }),
      ),
    ),
  );
  connection.onDocumentHighlight(
    requests.answer("documentHighlight", (params) =>
      forDocument(params.textDocument.uri, null, ({ syntax }) =>
        highlightsAt(syntax, positions.offset(syntax, params.position)).map(
          ({ span, definition }): DocumentHighlight => ({
            range: positions.range(syntax, span),
            kind: definition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
          }),
        ),
      ),
    ),
  );
  connection.onDocumentLinks(
    requests.answer("documentLink", ({ textDocument }) =>
      forDocument(textDocument.uri, null, ({ uri, syntax }) =>
        linksOf(syntax).map(({ span, target }): DocumentLink => ({
          range: positions.range(syntax, span),
          target: target.type === "address" ? target.value : besideDocument(uri, target.value),
        })),
      ),
    ),
  );
  connection.languages.semanticTokens.on(
    requests.answer("semanticTokens", ({ textDocument }) =>
      forDocument(textDocument.uri, { data: [] }, ({ syntax }) =>
        encodeTokens(semanticTokensOf(syntax), syntax, positions),
      ),
    ),
  );
  connection.onCodeAction(
    requests.answer("codeAction", (params) =>
      forDocument(params.textDocument.uri, null, (document) => codeActionsFor(params, document, session)),
    ),
  );
  connection.onExecuteCommand(
    requests.answer("executeCommand", async ({ command, arguments: args }) => {
      switch (command) {
        case applyEditCommand: {
          const [label, edit] = (args ?? []) as [string, WorkspaceEdit];
          await connection.workspace.applyEdit({ label, edit });
          return null;
        }
        case createConfigCommand:
          return createConfig(String(args?.[0]));
        default:
          return new ResponseError<never>(ErrorCodes.InvalidParams, `Unknown command ${command}`);
      }
    }),
  );

  return {
    serverInfo: { name: "referat", version },
    capabilities: {
      positionEncoding: session.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      documentSymbolProvider: { label: "Referat" },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: {},
      semanticTokensProvider: { legend: semanticTokensLegend, full: true },
      codeActionProvider: support.codeActionLiterals
        ? { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] }
        : true,
      executeCommandProvider: { commands: [applyEditCommand, createConfigCommand] },
      ...(support.pullDiagnostics
        ? {
            diagnosticProvider: {
              identifier: "referat",
              interFileDependencies: false,
              workspaceDiagnostics: false,
            },
          }
        : {}),
    },
  };
}

/** The URI of a file named relative to the document; its words are encoded, so that blanks and æøå are no matter. */
function besideDocument(uri: string, path: string): string {
  const folder = uri.slice(0, uri.lastIndexOf("/") + 1);
  const encoded = path.split(/[/\\]/).map((part) => encodeURIComponent(decoded(part)));
  return folder + encoded.join("/");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
