import {
  type Connection,
  type DocumentSymbolParams,
  type FoldingRange,
  FoldingRangeKind,
  type InitializeResult,
  TextDocumentSyncKind,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver";
import { foldingOf } from "../features/folding.ts";
import { semanticTokensOf } from "../features/semanticTokens.ts";
import { completionTriggers } from "../features/triggers.ts";
import { aidsServed, answerAids } from "./aids.ts";
import { answerRegisters } from "./archive/registers.ts";
import { actionKinds } from "./actionKinds.ts";
import { commands } from "./commandIds.ts";
import type { Completions } from "./completion.ts";
import { isConfigUri } from "./configurations.ts";
import { documentLinks } from "./documentLinks.ts";
import type { OpenDocument } from "./documents.ts";
import { answerFormatting, formattingServed } from "./formatting.ts";
import {
  withActionContext,
  withAnything,
  withCommand,
  withDocument,
  withPosition,
  withPositions,
  withPreviousResults,
  withQuery,
} from "./params.ts";
import { answerFiles, fileOperations } from "./files.ts";
import { answerPasting } from "./pasting.ts";
import { answerPublishing } from "./publishing/publishing.ts";
import type { Requests } from "./requests.ts";
import { meetingAnswer, meetingRequest } from "./meeting.ts";
import { encodeTokens, semanticTokensLegend } from "./semanticTokens.ts";
import type { Session } from "./session.ts";
import { flatSymbols, hierarchicalSymbols } from "./symbols.ts";

/** Our own request: it is answered at once. */
const aliveRequest = "referat/alive";

/**
 * Registers a handler for every request that is served, and says in the result of `initialize` what is. What an editor asks for as
 * soon as a document is open is there; the rest is loaded with the first request for it, and does not delay the first findings.
 */
export function answerRequests(
  connection: Connection,
  requests: Requests,
  session: Session,
  version: string,
): InitializeResult {
  const { support, positions } = session;
  let loaded: Promise<Completions> | undefined;
  const completions = (): Promise<Completions> =>
    (loaded ??= import("./late.ts").then(({ Completions }) => new Completions(session)));

  /** Computes an answer for an open document; there is none for a document that is not open, nor for referat.json. */
  async function forDocument<Result>(
    uri: string,
    none: Result,
    compute: (document: OpenDocument) => Result | Promise<Result>,
  ): Promise<Result> {
    const document = await session.document(uri);
    return document && !isConfigUri(uri) ? compute(document) : none;
  }

  // Whoever waits for long for an answer asks whether somebody is there.
  connection.onRequest(
    aliveRequest,
    requests.answer(aliveRequest, withAnything, () => null),
  );
  connection.languages.diagnostics.on(
    requests.answer("diagnostic", withDocument, async ({ textDocument }) => ({
      kind: "full" as const,
      items: await session.diagnosticsOf(textDocument.uri),
    })),
  );
  connection.onCompletion(
    requests.answer("completion", withPosition, async (params) => {
      const list = await completions();
      return forDocument(params.textDocument.uri, null, (document) => list.answer(params, document));
    }),
  );
  connection.onCompletionResolve(
    requests.answer("completionResolve", withAnything, async (item) => (await completions()).resolve(item)),
  );
  connection.onDocumentSymbol(
    requests.answer("documentSymbol", withDocument, ({ textDocument }) =>
      forDocument(textDocument.uri, null, (document) =>
        support.hierarchicalSymbols ? hierarchicalSymbols(document, session) : flatSymbols(document, session),
      ),
    ),
  );
  connection.onFoldingRanges(
    requests.answer("foldingRange", withDocument, ({ textDocument }) =>
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
    requests.answer("selectionRange", withPositions, async (params) => {
      const { selectionsOf } = await import("./late.ts");
      return forDocument(params.textDocument.uri, null, (document) =>
        selectionsOf(document, params.positions, session),
      );
    }),
  );
  connection.onDocumentHighlight(
    requests.answer("documentHighlight", withPosition, async (params) => {
      const { highlightsOf } = await import("./late.ts");
      return forDocument(params.textDocument.uri, null, (document) =>
        highlightsOf(document, params.position, session),
      );
    }),
  );
  connection.onDocumentLinks(
    requests.answer("documentLink", withDocument, ({ textDocument }) =>
      forDocument(textDocument.uri, null, (document) => documentLinks(document, session)),
    ),
  );
  connection.languages.semanticTokens.on(
    requests.answer("semanticTokens", withDocument, ({ textDocument }) =>
      forDocument(textDocument.uri, { data: [] }, ({ syntax }) =>
        encodeTokens(semanticTokensOf(syntax), syntax, positions),
      ),
    ),
  );
  connection.onCodeAction(
    requests.answer("codeAction", withActionContext, async (params) => {
      const { codeActionsFor } = await import("./late.ts");
      return forDocument(params.textDocument.uri, null, (document) =>
        codeActionsFor(params, document, session),
      );
    }),
  );
  connection.onRequest(
    meetingRequest,
    requests.answer(meetingRequest, withDocument, ({ textDocument }: DocumentSymbolParams) =>
      forDocument(textDocument.uri, null, (document) => meetingAnswer(document, positions)),
    ),
  );
  connection.onWorkspaceSymbol(
    requests.answer("workspaceSymbol", withQuery, async ({ query }) => {
      const { workspaceSymbolsOf } = await import("./late.ts");
      return workspaceSymbolsOf(query, session);
    }),
  );
  // Not by the library's own registration, which takes the tokens of progress out of the params.
  connection.onRequest(
    WorkspaceDiagnosticRequest.type,
    requests.answer("workspaceDiagnostic", withPreviousResults, async (params, token) => {
      const { workspaceReport } = await import("./late.ts");
      return workspaceReport(params, connection, session, token);
    }),
  );
  answerAids(connection, requests, session, forDocument);
  answerFiles(connection, requests, session);
  answerPasting(connection, requests, session);
  answerFormatting(connection, requests, session, forDocument);
  answerRegisters(connection, requests, session);
  answerPublishing(connection, requests, session);
  connection.onExecuteCommand(
    requests.answer("executeCommand", withCommand, async ({ command, arguments: args }) => {
      const { executeCommand } = await import("./late.ts");
      return executeCommand(command, args ?? [], connection, session);
    }),
  );

  return {
    serverInfo: { name: "referat", version },
    capabilities: {
      positionEncoding: session.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      documentSymbolProvider: { label: "Referat" },
      completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: {},
      workspaceSymbolProvider: true,
      ...aidsServed(support),
      ...formattingServed,
      semanticTokensProvider: { legend: semanticTokensLegend, full: true },
      codeActionProvider: support.codeActionLiterals ? { codeActionKinds: actionKinds } : true,
      executeCommandProvider: { commands: [...commands] },
      workspace: { ...fileOperations, workspaceFolders: { supported: true, changeNotifications: true } },
      ...(support.pullDiagnostics
        ? {
            diagnosticProvider: {
              identifier: "referat",
              interFileDependencies: true,
              workspaceDiagnostics: session.checksAll,
            },
          }
        : {}),
    },
  };
}
