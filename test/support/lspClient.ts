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
  RenameFilesParams,
  WorkspaceEdit,
  TextEdit,
} from "vscode-languageserver";
import { Witness } from "../conformance/witness.ts";

/**
 * A small client of the Language Server Protocol, made for the tests: it trusts the server with nothing, and holds each of its
 * messages against LSP's metaModel.
 */

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
  "workspace/willRenameFiles": [RenameFilesParams, WorkspaceEdit | null];
  "referat/attachments": [TextDocumentPositionParams & { names: readonly string[] }, TextEdit[] | null];
  "referat/pastedText": [TextDocumentPositionParams & { html: string; text: string }, string | null];
}

/** Whatever carries the messages. */
export interface Transport {
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
  contentModified: -32801,
} as const;

/** Long enough for a slow machine; only a server that keeps silent ever waits for it. */
const patience = 40_000;

const started = new Set<LspClient>();

/** What the servers of all tests have sent that no metaModel knows, or no client announced; each once, until it is taken. */
const nonconforming = new Set<string>();

/** After each test of a file that speaks with a server: what that said must be LSP, to the letter. */
export function assertConformance(): void {
  const found = [...nonconforming];
  nonconforming.clear();
  if (found.length > 0) throw new Error(`What the server said is not what LSP says:\n${found.join("\n")}`);
}

if ("afterEach" in globalThis) afterEach(assertConformance);

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

export class LspClient<Carrier extends Transport = Transport> {
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
  private readonly witness = new Witness((problem) => nonconforming.add(problem));
  private nextId = 1;
  private end: Error | null = null;
  private initializeResult: InitializeResult | null = null;

  private constructor(readonly transport: Carrier) {
    started.add(this);
    transport.listen(
      (message) => this.receive(message),
      (breach) => this.breaches.push(breach),
    );
    void transport.ended.then((status) => {
      const end = new Error(`The server ended with status ${String(status)}. ${transport.errorOutput()}`);
      this.end = end;
      for (const { reject } of this.pending.values()) reject(end);
      this.pending.clear();
    });
  }

  /** `dist/cli.js lsp --stdio`: the server as every editor starts it. */
  static stdio(): LspClient<StdioTransport> {
    return new LspClient(stdioTransport());
  }

  /** `dist/server.js` over Node IPC, as the desktop extension starts it. */
  static ipc(): LspClient<IpcTransport> {
    return new LspClient(ipcTransport());
  }

  /** `dist/server.worker.js` in a thread whose global object is that of a Web Worker. */
  static worker(): LspClient {
    return new LspClient(workerTransport());
  }

  static over(transport: Transport): LspClient {
    return new LspClient(transport);
  }

  get ended(): Promise<number | null> {
    return within(this.transport.ended, "the end of the server");
  }

  /** What the server said of itself; throws before it did. */
  get initialized(): InitializeResult {
    if (!this.initializeResult) throw new Error("The server is not initialized");
    return this.initializeResult;
  }

  get errorOutput(): string {
    return this.transport.errorOutput();
  }

  async initialize(
    capabilities: ClientCapabilities,
    more: Partial<InitializeParams> = {},
  ): Promise<InitializeResult> {
    const result = (await this.send("initialize", {
      processId: null,
      rootUri: null,
      workspaceFolders: null,
      capabilities,
      ...more,
    })) as InitializeResult;
    this.initializeResult = result;
    this.notify("initialized", {});
    return result;
  }

  request<Method extends keyof ServedRequests>(
    method: Method,
    params: ServedRequests[Method][0],
  ): Promise<ServedRequests[Method][1]> {
    return this.send(method, params);
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
    if (this.end) return Promise.reject(this.end);
    const answer = new Promise<unknown>((resolve, reject) => {
      this.pending.set(id, { resolve, reject, method });
    });
    this.post({ jsonrpc: "2.0", id, method, ...(params === undefined ? {} : { params }) });
    return within(answer, `the answer to ${method}`);
  }

  notify(method: string, params?: unknown): void {
    this.post({ jsonrpc: "2.0", method, ...(params === undefined ? {} : { params }) });
  }

  /** Any message at all. */
  sendMessage(message: object): void {
    this.post(message);
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
    this.assertNoBreach();
    return status;
  }

  /** For whoever kills the server: until now it did nothing that no server may do. */
  assertNoBreach(): void {
    if (this.breaches.length > 0) throw new Error(this.breaches.join("\n"));
  }

  kill(): void {
    this.transport.kill();
  }

  private post(message: object): void {
    this.witness.sent(message);
    this.transport.send(message);
  }

  private receive(message: unknown): void {
    this.witness.received(message);
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
      this.post({ jsonrpc: "2.0", id, result: result ?? null });
    } catch (error) {
      const code = error instanceof ResponseFailure ? error.code : errorCodes.internalError;
      this.post({ jsonrpc: "2.0", id, error: { code, message: String(error) } });
    }
  }
}

/** The server's standard input and output, which a test can spoil. */
export interface StdioTransport extends Transport {
  /** Writes bytes as they are, without a header. */
  readonly write: (bytes: string | Uint8Array) => void;
  /** Closes the server's standard input. */
  readonly endInput: () => void;
}

/** A message with its header, as it goes over standard input. */
export function framed(message: object): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

function stdioTransport(): StdioTransport {
  const child = spawn(process.execPath, [built("cli.js"), "lsp", "--stdio"], { stdio: "pipe" });
  // Only when its output is read to the end: what it said last counts too.
  const transport = processTransport(child, "close");
  const write = (bytes: string | Uint8Array): void => {
    child.stdin.write(bytes);
  };
  // A server that has ended reads no more: that it has is told by its status.
  child.stdin.on("error", () => undefined);
  return {
    ...transport,
    write,
    endInput: () => {
      child.stdin.end();
    },
    send: (message) => {
      write(framed(message));
    },
    listen(onMessage, onBreach) {
      let unread = Buffer.alloc(0);
      child.stdout.on("data", (data: Buffer) => {
        unread = Buffer.concat([unread, data]);
        for (;;) {
          const headEnd = unread.indexOf("\r\n\r\n");
          if (headEnd === -1) return;
          const head = unread.toString("ascii", 0, headEnd);
          const length = /^Content-Length: (\d+)$/m.exec(head)?.[1];
          if (length === undefined) {
            onBreach(`No header: ${head}`);
            return;
          }
          const bodyEnd = headEnd + 4 + Number(length);
          if (unread.length < bodyEnd) return;
          const body = unread.toString("utf8", headEnd + 4, bodyEnd);
          unread = unread.subarray(bodyEnd);
          try {
            onMessage(JSON.parse(body));
          } catch (error) {
            onBreach(`${String(error)}: ${body}`);
          }
        }
      });
    },
  };
}

/** Node's channel between a process and its child. */
export interface IpcTransport extends Transport {
  readonly disconnect: () => void;
}

function ipcTransport(): IpcTransport {
  const child = fork(built("server.js"), ["--node-ipc"], { stdio: ["ignore", "pipe", "pipe", "ipc"] });
  return {
    ...processTransport(child, "exit"),
    send: (message) => {
      if (child.connected) child.send(message);
    },
    listen(onMessage, onBreach) {
      child.on("message", onMessage);
      // Whatever is printed would, over standard output, stand between the messages.
      child.stdout?.on("data", (data: Buffer) => {
        onBreach(`Printed: ${data.toString()}`);
      });
    },
    disconnect: () => {
      child.disconnect();
    },
  };
}

function processTransport(
  child: ChildProcess,
  end: "close" | "exit",
): Pick<Transport, "ended" | "errorOutput" | "kill"> {
  let errorOutput = "";
  child.stderr?.on("data", (data: Buffer) => (errorOutput += data.toString()));
  return {
    ended: new Promise((resolve) => {
      child.on(end, (status: number | null) => {
        resolve(status);
      });
    }),
    errorOutput: () => errorOutput,
    kill: () => child.kill("SIGKILL"),
  };
}

/** What of a Web Worker's global object the server knows of, on the port of a thread. */
const workerGlobals = `
  const { parentPort } = require("node:worker_threads");
  const listeners = new Map();
  globalThis.self = globalThis;
  globalThis.onmessage = null;
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  globalThis.addEventListener = (type, listener) => listeners.set(type, [...(listeners.get(type) ?? []), listener]);
  globalThis.close = () => process.exit(0);
  parentPort.on("message", (data) => {
    const event = { type: "message", data };
    globalThis.onmessage?.(event);
    for (const listener of listeners.get("message") ?? []) listener(event);
  });
`;

function workerTransport(): Transport {
  // Node's own globals are shadowed: a Web Worker has none of them.
  const source = `${workerGlobals}
    (function (process, require, module, exports, Buffer, global, setImmediate, clearImmediate, __dirname, __filename) {
      ${readFileSync(built("server.worker.js"), "utf8")}
    })();`;
  const worker = new Worker(source, { eval: true, stdout: true, stderr: true });
  let errorOutput = "";
  worker.stderr.on("data", (data: Buffer) => (errorOutput += data.toString()));
  worker.on("error", (error) => (errorOutput += error.stack ?? error.message));
  return {
    send: (message) => {
      worker.postMessage(message);
    },
    listen: (onMessage) => {
      worker.on("message", onMessage);
    },
    ended: new Promise((resolve) => worker.on("exit", resolve)),
    errorOutput: () => errorOutput,
    kill: () => void worker.terminate(),
  };
}

function built(name: string): string {
  const path = fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
  if (!existsSync(path)) throw new Error(`dist/${name} is missing: run \`npm run build\` first.`);
  return path;
}

/** Waits, and says what was waited for when it does not come. */
async function within<Value>(value: Promise<Value>, what: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Silence: waited for ${what}`));
    }, patience);
  });
  try {
    return await Promise.race([value, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
