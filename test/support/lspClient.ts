import { type ChildProcess, fork, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionParams,
  Command,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  ExecuteCommandParams,
  FoldingRange,
  InitializeParams,
  InitializeResult,
  PublishDiagnosticsParams,
  SelectionRange,
  SelectionRangeParams,
  SemanticTokens,
  SymbolInformation,
  TextDocumentContentChangeEvent,
  TextDocumentIdentifier,
  TextDocumentPositionParams,
} from "vscode-languageserver";

/** A small client of the Language Server Protocol, made for the tests: it trusts the server with nothing. */

/** What the requests that the server serves take and give. */
interface ServedRequests {
  "textDocument/documentSymbol": [
    { textDocument: TextDocumentIdentifier },
    (DocumentSymbol | SymbolInformation)[] | null,
  ];
  "textDocument/foldingRange": [{ textDocument: TextDocumentIdentifier }, FoldingRange[] | null];
  "textDocument/selectionRange": [SelectionRangeParams, SelectionRange[] | null];
  "textDocument/documentHighlight": [TextDocumentPositionParams, DocumentHighlight[] | null];
  "textDocument/documentLink": [{ textDocument: TextDocumentIdentifier }, DocumentLink[] | null];
  "textDocument/semanticTokens/full": [{ textDocument: TextDocumentIdentifier }, SemanticTokens | null];
  "textDocument/codeAction": [CodeActionParams, (CodeAction | Command)[] | null];
  "textDocument/diagnostic": [{ textDocument: TextDocumentIdentifier }, DocumentDiagnosticReport];
  "workspace/executeCommand": [ExecuteCommandParams, unknown];
}

/** Whatever carries the messages. */
interface Transport {
  send(message: object): void;
  /** Each message of the server, in order; a string is a breach of the protocol. */
  readonly listen: (onMessage: (message: unknown) => void, onBreach: (breach: string) => void) => void;
  /** The exit status, once the server has ended. */
  readonly ended: Promise<number | null>;
  readonly errorOutput: () => string;
  kill(): void;
}

/** An error that the server answered a request with. */
export class ResponseFailure extends Error {
  constructor(
    method: string,
    readonly code: number,
    message: string,
  ) {
    super(`${method}: ${message} (${code})`);
  }
}

export const errorCodes = {
  methodNotFound: -32601,
  invalidRequest: -32600,
  invalidParams: -32602,
  internalError: -32603,
  serverNotInitialized: -32002,
  requestCancelled: -32800,
} as const;

/** Long enough for a slow machine; only a server that keeps silent ever waits for it. */
const patience = 40_000;

const started = new Set<LspClient>();

/** For `afterEach`: ends what a failed test left running. */
export function endAll(): void {
  for (const client of started) client.kill();
  started.clear();
}

interface Notification {
  readonly method: string;
  readonly params: unknown;
}

interface Waiting {
  readonly accepts: (notification: Notification) => boolean;
  readonly resolve: (notification: Notification) => void;
}

type RequestHandler = (params: unknown) => unknown;

export class LspClient {
  /** What the server did that no server may do. */
  readonly breaches: string[] = [];
  /** Requests of the server, in order. */
  readonly serverRequests: Notification[] = [];
  /** All notifications of the server, in order. */
  readonly notifications: Notification[] = [];
  private readonly unread: Notification[] = [];
  private readonly waiting = new Set<Waiting>();
  private readonly pending = new Map<
    number | string,
    { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void; method: string }
  >();
  private readonly handlers = new Map<string, RequestHandler>();
  private nextId = 1;

  protected constructor(private readonly transport: Transport) {
    started.add(this);
    transport.listen(
      (message) => this.receive(message),
      (breach) => this.breaches.push(breach),
    );
    void transport.ended.then((status) => {
      const reason = new Error(`The server ended with status ${String(status)}. ${transport.errorOutput()}`);
      for (const { reject } of this.pending.values()) reject(reason);
      this.pending.clear();
    });
  }

  /** `dist/server.js` over Node IPC, as the desktop extension starts it. */
  static ipc(): LspClient {
    return new LspClient(ipcTransport());
  }

  /** `dist/server.worker.js` in a thread whose global object is that of a Web Worker. */
  static worker(): LspClient {
    return new LspClient(workerTransport());
  }

  get ended(): Promise<number | null> {
    return within(this.transport.ended, "the end of the server");
  }

  get errorOutput(): string {
    return this.transport.errorOutput();
  }

  async initialize(
    capabilities: ClientCapabilities,
    more: Partial<InitializeParams> = {},
  ): Promise<InitializeResult> {
    const result = await this.send("initialize", {
      processId: null,
      rootUri: null,
      workspaceFolders: null,
      capabilities,
      ...more,
    });
    this.notify("initialized", {});
    return result as InitializeResult;
  }

  request<Method extends keyof ServedRequests>(
    method: Method,
    params: ServedRequests[Method][0],
  ): Promise<ServedRequests[Method][1]> {
    return this.send(method, params) as Promise<ServedRequests[Method][1]>;
  }

  /** Any request, with any params or none. */
  send(method: string, params?: unknown): Promise<unknown> {
    return this.start(method, params).answer;
  }

  /** A request whose id the caller wants to know. */
  start(method: string, params?: unknown): { readonly id: number; readonly answer: Promise<unknown> } {
    const id = this.nextId++;
    return { id, answer: this.sendAs(id, method, params) };
  }

  sendAs(id: number | string, method: string, params?: unknown): Promise<unknown> {
    const answer = new Promise<unknown>((resolve, reject) => {
      this.pending.set(id, { resolve, reject, method });
    });
    this.transport.send({ jsonrpc: "2.0", id, method, ...(params === undefined ? {} : { params }) });
    return within(answer, `the answer to ${method}`);
  }

  notify(method: string, params?: unknown): void {
    this.transport.send({ jsonrpc: "2.0", method, ...(params === undefined ? {} : { params }) });
  }

  /** Any message at all. */
  sendMessage(message: object): void {
    this.transport.send(message);
  }

  cancel(id: number | string): void {
    this.notify("$/cancelRequest", { id });
  }

  /** Answers a request of the server; without a handler it is answered with MethodNotFound. */
  onRequest(method: string, handler: RequestHandler): void {
    this.handlers.set(method, handler);
  }

  open(uri: string, text: string, version = 1, languageId = "referat"): void {
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): void {
    this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): void {
    this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  /** The next notification that is accepted and was not yet read. */
  async notification(method: string, accepts: (params: unknown) => boolean = () => true): Promise<unknown> {
    const fits = (notification: Notification): boolean =>
      notification.method === method && accepts(notification.params);
    const index = this.unread.findIndex(fits);
    if (index !== -1) return this.unread.splice(index, 1)[0]?.params;
    const arrival = new Promise<Notification>((resolve) => this.waiting.add({ accepts: fits, resolve }));
    return (await within(arrival, `a notification ${method}`)).params;
  }

  /** The next push for a document; with a version, the push for that version. */
  async pushed(uri: string, version?: number): Promise<PublishDiagnosticsParams> {
    return (await this.notification("textDocument/publishDiagnostics", (params) => {
      const push = params as PublishDiagnosticsParams;
      return push.uri === uri && (version === undefined || push.version === version);
    })) as PublishDiagnosticsParams;
  }

  /** Opens a document and gives the findings that are pushed for it. */
  async openPushed(uri: string, text: string): Promise<Diagnostic[]> {
    this.open(uri, text);
    return (await this.pushed(uri, 1)).diagnostics;
  }

  /** All pushes so far, read or not. */
  pushes(uri: string): PublishDiagnosticsParams[] {
    return this.notifications
      .filter(({ method }) => method === "textDocument/publishDiagnostics")
      .map(({ params }) => params as PublishDiagnosticsParams)
      .filter((push) => push.uri === uri);
  }

  /** Waits until the server has read all that was sent: what it had to say to that has then arrived. */
  async settled(): Promise<void> {
    await this.send("referat/noSuchMethod").catch((error: unknown) => {
      if (!(error instanceof ResponseFailure)) throw error;
    });
  }

  /** The orderly end; gives the exit status. */
  async stop(): Promise<number | null> {
    await this.send("shutdown");
    this.notify("exit");
    const status = await this.ended;
    started.delete(this);
    if (this.breaches.length > 0) throw new Error(this.breaches.join("\n"));
    return status;
  }

  kill(): void {
    this.transport.kill();
  }

  private receive(message: unknown): void {
    if (!isRecord(message) || message["jsonrpc"] !== "2.0") {
      this.breaches.push(`No JSON-RPC 2.0: ${JSON.stringify(message)}`);
      return;
    }
    const { id, method, params } = message;
    if (typeof method !== "string") this.receiveAnswer(message);
    else if (id === undefined) this.receiveNotification({ method, params });
    else void this.answer(id, { method, params });
  }

  private receiveAnswer({ id, result, error }: Record<string, unknown>): void {
    const request = typeof id === "number" || typeof id === "string" ? this.pending.get(id) : undefined;
    if (!request) {
      this.breaches.push(`An answer that nobody waits for: ${JSON.stringify({ id, result, error })}`);
      return;
    }
    this.pending.delete(id as number | string);
    if ((result === undefined) === (error === undefined)) {
      this.breaches.push(`An answer with neither or both of result and error: ${request.method}`);
    }
    if (!isRecord(error)) request.resolve(result);
    else request.reject(new ResponseFailure(request.method, Number(error["code"]), String(error["message"])));
  }

  private receiveNotification(notification: Notification): void {
    this.notifications.push(notification);
    for (const waiting of this.waiting) {
      if (!waiting.accepts(notification)) continue;
      this.waiting.delete(waiting);
      waiting.resolve(notification);
      return;
    }
    this.unread.push(notification);
  }

  private async answer(id: unknown, request: Notification): Promise<void> {
    this.serverRequests.push(request);
    const handler = this.handlers.get(request.method);
    try {
      if (!handler) throw new ResponseFailure(request.method, errorCodes.methodNotFound, "Unknown method");
      const result = await handler(request.params);
      this.transport.send({ jsonrpc: "2.0", id, result: result ?? null });
    } catch (error) {
      const code = error instanceof ResponseFailure ? error.code : errorCodes.internalError;
      this.transport.send({ jsonrpc: "2.0", id, error: { code, message: String(error) } });
    }
  }
}

/** `dist/cli.js lsp --stdio`: the server as every editor starts it, whose bytes a test can spoil. */
export class StdioClient extends LspClient {
  private constructor(private readonly stdio: StdioTransport) {
    super(stdio);
  }

  static override start(): never;
  static start(): StdioClient {
    return new StdioClient(stdioTransport());
  }
}
