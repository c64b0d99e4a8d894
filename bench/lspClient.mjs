// A client for one document: the least that a language server needs in order to show its speed.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node.js";

const capabilities = {
  // Nothing of textDocument.diagnostic: the findings are to be pushed.
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true },
  },
};
const pulling = { ...capabilities, textDocument: { ...capabilities.textDocument, diagnostic: {} } };
const incremental = 2;

export class LspClient {
  #process;
  #connection;
  #uri;
  #version = 0;
  #incremental = false;
  #pulls = false;
  #text = "";
  #waiting = () => {};
  #failed = () => {};

  /**
   * Starts a server, which is a script with its arguments, over stdio. `initializationOptions` are its own, `settings` what it
   * asks for or is told; `notified(method, params)` hears what it says besides diagnostics, `answer(method, params, text)` what
   * it asks besides settings. With `pulls` the client asks for the findings; else they are pushed.
   */
  static async start(args, rootUri, { initializationOptions, settings, pulls, notified, answer } = {}) {
    const client = new LspClient();
    client.#pulls = pulls === true;
    client.#process = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
    const connection = createMessageConnection(
      new StreamMessageReader(client.#process.stdout),
      new StreamMessageWriter(client.#process.stdin),
    );
    client.#connection = connection;
    client.#process.once("exit", (code) => client.#failed(new Error(`${args[0]} ended (${code})`)));
    connection.onNotification("textDocument/publishDiagnostics", (params) => client.#published(params));
    if (notified) connection.onNotification(notified);
    connection.onRequest((method, params) =>
      method === "workspace/configuration"
        ? params.items.map(
            ({ section }) => section?.split(".").reduce((at, key) => at?.[key], settings) ?? null,
          )
        : (answer?.(method, params, client.#text) ?? null),
    );
    connection.listen();
    const { capabilities: served } = await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri,
      capabilities: client.#pulls ? pulling : capabilities,
      ...(initializationOptions ? { initializationOptions } : {}),
    });
    const sync = served.textDocumentSync;
    client.#incremental = (sync?.change ?? sync) === incremental;
    await connection.sendNotification("initialized", {});
    if (settings) await connection.sendNotification("workspace/didChangeConfiguration", { settings });
    return client;
  }

  /** Opens the document; gives its first diagnostics. */
  open(uri, languageId, text) {
    this.#uri = uri;
    this.#version = 1;
    this.#text = text;
    return this.#answered("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Sends a change, in the form that the server asks for; gives the diagnostics of that version. */
  change({ range, text, whole }) {
    this.#text = whole;
    return this.#answered("textDocument/didChange", {
      textDocument: { uri: this.#uri, version: ++this.#version },
      contentChanges: [this.#incremental ? { range, text } : { text: whole }],
    });
  }

  /** Any request. */
  request(method, params) {
    return this.#connection.sendRequest(method, params);
  }

  /** A request about the document, with what else it asks. */
  ask(method, more = {}) {
    return this.request(`textDocument/${method}`, { textDocument: { uri: this.#uri }, ...more });
  }

  symbols() {
    return this.ask("documentSymbol");
  }

  /** The most memory that the server has held, in MB; null where the system does not tell. */
  peakMemory() {
    return this.#memory("VmHWM");
  }

  /** The memory that it holds, in MB. */
  memory() {
    return this.#memory("VmRSS");
  }

  #memory(key) {
    try {
      const status = readFileSync(`/proc/${this.#process.pid}/status`, "utf8");
      return Number(new RegExp(String.raw`^${key}:\s+(\d+) kB`, "m").exec(status)?.[1]) / 1024;
    } catch {
      return null;
    }
  }

  /** The processor time that the server has taken, in ms; null where the system does not tell. */
  processorTime() {
    try {
      const fields = readFileSync(`/proc/${this.#process.pid}/stat`, "utf8")
        .replace(/^.*\) /, "")
        .split(" ");
      // In hundredths of a second, as Linux counts.
      return 10 * (Number(fields[11]) + Number(fields[12]));
    } catch {
      return null;
    }
  }

  async stop() {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    await this.#connection.sendRequest("shutdown");
    await this.#connection.sendNotification("exit");
    await ended;
    this.#connection.dispose();
  }

  /** Ends a server that takes too long. */
  kill() {
    this.#process.removeAllListeners("exit");
    this.#process.kill("SIGKILL");
    this.#connection.dispose();
  }

  #answered(method, params) {
    return new Promise((resolve, reject) => {
      this.#waiting = this.#pulls ? () => {} : resolve;
      this.#failed = reject;
      this.#connection.sendNotification(method, params).catch(reject);
      if (this.#pulls) this.ask("diagnostic").then(({ items }) => resolve(items), reject);
    });
  }

  /** Some servers do not say which version they speak of; but only one is waited for at a time. */
  #published({ uri, version = this.#version, diagnostics }) {
    if (uri === this.#uri && version === this.#version) this.#waiting(diagnostics);
  }
}
