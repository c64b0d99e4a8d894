import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  ErrorCodes,
  type FoldingRange,
  FoldingRangeKind,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  type SelectionRange,
  TextDocuments,
  TextDocumentSyncKind,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { foldingOf } from "../features/folding.ts";
import { highlightsAt } from "../features/highlights.ts";
import { linksOf } from "../features/links.ts";
import { outlineOf } from "../features/outline.ts";
import { selectionAt } from "../features/selection.ts";
import { semanticTokensOf } from "../features/semanticTokens.ts";
import { Checker, type Finding } from "../rules/check.ts";
import type { Language } from "../rules/rule.ts";
import { type ClientSupport, supportOf } from "./clientSupport.ts";
import { applyEditCommand, codeActionsFor, fixAllKind } from "./codeActions.ts";
import { diagnosticOf } from "./diagnostics.ts";
import { documentFactory, fileKindOf, type OpenDocument } from "./openDocument.ts";
import { chooseEncoding, type PositionEncoding, Positions } from "./positions.ts";
import { Requests } from "./requests.ts";
import { encodeTokens, semanticTokensLegend } from "./semanticTokens.ts";
import { flatSymbols, hierarchicalSymbols } from "./symbols.ts";

export interface ServerInfo {
  readonly version: string;
}

/** Serves one client over a connection, whatever carries it. Returns at once; the connection drives the rest. */
export function serve(connection: Connection, { version }: ServerInfo): void {
  const requests = new Requests(connection);
  connection.onInitialize((params) => {
    if (requests.phase !== "waiting") {
      return new ResponseError(ErrorCodes.InvalidRequest, "The server is initialized already");
    }
    requests.phase = "running";
    return new Session(connection, requests, params).result(version);
  });
  connection.onShutdown(() => {
    const refusal = requests.refusal();
    if (refusal) throw refusal;
    requests.phase = "shutDown";
  });
  connection.listen();
}

/** All that is known of one client, from its `initialize` on. */
class Session {
  private readonly support: ClientSupport;
  private readonly encoding: PositionEncoding;
  private readonly positions: Positions;
  private readonly documents: TextDocuments<OpenDocument>;
  private readonly checker = new Checker();
  private language: Language;

  constructor(
    private readonly connection: Connection,
    private readonly requests: Requests,
    params: InitializeParams,
  ) {
    this.support = supportOf(params.capabilities);
    this.encoding = chooseEncoding(params.capabilities.general?.positionEncodings);
    this.positions = new Positions(this.encoding);
    this.language = languageIn(params.initializationOptions) ?? "da";
    this.documents = new TextDocuments(documentFactory(() => this.positions));
    this.listen();
  }

  result(version: string): InitializeResult {
    return {
      serverInfo: { name: "referat", version },
      capabilities: {
        positionEncoding: this.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        documentSymbolProvider: { label: "Referat" },
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        documentHighlightProvider: true,
        documentLinkProvider: {},
        semanticTokensProvider: { legend: semanticTokensLegend, full: true },
        codeActionProvider: this.support.codeActionLiterals
          ? { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] }
          : true,
        executeCommandProvider: { commands: [applyEditCommand] },
        ...(this.support.pullDiagnostics
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

  private listen(): void {
    const { connection, requests, documents, positions } = this;
    documents.listen(connection);
    documents.onDidChangeContent(({ document }) =>
      requests.notice("didChange", () => this.publish(document)),
    );
    documents.onDidClose(({ document }) =>
      requests.notice("didClose", () => {
        if (!this.support.pullDiagnostics)
          void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
      }),
    );
    connection.onInitialized(() => {
      if (this.support.configuration) {
        connection.client
          .register(DidChangeConfigurationNotification.type, { section: "referat" })
          .catch(() => {
            // A client without dynamic registration sends its changes unasked, or not at all.
          });
      }
    });
    connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) =>
      requests.notice("didChangeConfiguration", () => void this.configure(settings)),
    );

    connection.languages.diagnostics.on(
      requests.answer("diagnostic", ({ textDocument }) => ({
        kind: "full" as const,
        items: this.withDocument(textDocument.uri, [], (document) => this.diagnostics(document)),
      })),
    );
    connection.onDocumentSymbol(
      requests.answer("documentSymbol", ({ textDocument }) =>
        this.withDocument(textDocument.uri, null, (document) => {
          const outline = outlineOf(document.syntax, fileKindOf(document.uri));
          return this.support.hierarchicalSymbols
            ? hierarchicalSymbols(outline, document, positions)
            : flatSymbols(outline, document, positions);
        }),
      ),
    );
    connection.onFoldingRanges(
      requests.answer("foldingRange", ({ textDocument }) =>
        this.withDocument(textDocument.uri, null, ({ syntax }) =>
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
        this.withDocument(params.textDocument.uri, null, ({ syntax }) =>
          params.positions.map((position): SelectionRange => {
            const spans = selectionAt(syntax, positions.offset(syntax, position));
            const outermost = { range: positions.range(syntax, { start: 0, end: syntax.length }) };
            return spans.reduceRight<SelectionRange>(
              (parent, span, index) =>
                index === spans.length - 1
                  ? { range: positions.range(syntax, span) }
                  : { range: positions.range(syntax, span), parent },
              outermost,
            );
          }),
        ),
      ),
    );
    connection.onDocumentHighlight(
      requests.answer("documentHighlight", (params) =>
        this.withDocument(params.textDocument.uri, null, ({ syntax }) =>
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
        this.withDocument(textDocument.uri, null, ({ uri, syntax }) =>
          linksOf(syntax).map(({ span, target }): DocumentLink => ({
            range: positions.range(syntax, span),
            target: target.type === "address" ? target.value : besideDocument(uri, target.value),
          })),
        ),
      ),
    );
    connection.languages.semanticTokens.on(
      requests.answer("semanticTokens", ({ textDocument }) =>
        this.withDocument(textDocument.uri, { data: [] }, ({ syntax }) =>
          encodeTokens(semanticTokensOf(syntax), syntax, positions),
        ),
      ),
    );
    connection.onCodeAction(
      requests.answer("codeAction", (params) =>
        this.withDocument(params.textDocument.uri, null, (document) =>
          codeActionsFor(params, document, this.findings(document), positions, this.language, this.support),
        ),
      ),
    );
    connection.onExecuteCommand(
      requests.answer("executeCommand", async ({ command, arguments: args }) => {
        if (command !== applyEditCommand) {
          return new ResponseError(ErrorCodes.InvalidParams, `Unknown command ${command}`);
        }
        const [label, edit] = (args ?? []) as [string, WorkspaceEdit];
        await connection.workspace.applyEdit({ label, edit });
        return null;
      }),
    );
  }

  private withDocument<Result>(
    uri: string,
    none: Result,
    compute: (document: OpenDocument) => Result,
  ): Result {
    const document = this.documents.get(uri);
    return document ? compute(document) : none;
  }

  private findings(document: OpenDocument): Finding[] {
    return this.checker.check(document.syntax, { fileKind: fileKindOf(document.uri) });
  }

  private diagnostics(document: OpenDocument): ReturnType<typeof diagnosticOf>[] {
    return this.findings(document).map((finding) =>
      diagnosticOf(finding, document, this.positions, this.language, this.support),
    );
  }

  /** Every change is answered with the findings of its version; a client that pulls asks for them itself. */
  private publish(document: OpenDocument): void {
    if (this.support.pullDiagnostics) return;
    void this.connection.sendDiagnostics({
      uri: document.uri,
      version: document.version,
      diagnostics: this.diagnostics(document),
    });
  }

  private async configure(sent: unknown): Promise<void> {
    const settings: unknown = this.support.configuration
      ? await this.connection.workspace.getConfiguration("referat")
      : isRecord(sent)
        ? sent["referat"]
        : null;
    const language = languageIn(settings);
    if (language === null || language === this.language) return;
    this.language = language;
    if (!this.support.pullDiagnostics) for (const document of this.documents.all()) this.publish(document);
    else if (this.support.refreshDiagnostics) await this.connection.languages.diagnostics.refresh();
  }
}

function languageIn(settings: unknown): Language | null {
  const language = isRecord(settings) ? settings["language"] : null;
  return language === "da" || language === "en" ? language : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The URI of a file named relative to the document; its words are encoded, so that blanks and æøå are no matter. */
function besideDocument(uri: string, path: string): string {
  const folder = uri.slice(0, uri.lastIndexOf("/") + 1);
  return (
    folder +
    path
      .split(/[/\\]/)
      .map((part) => encodeURIComponent(decoded(part)))
      .join("/")
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
