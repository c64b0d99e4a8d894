// A client for one document: the least that a language server needs in order to show its speed.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node.js";

const capabilities = {
  // Nothing of textDocument.diagnostic: the findings are to be pushed.
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};
const incremental = 2;

export class LspClient {
  #process;
  #connection;
  #uri;
  #version = 0;
  #incremental = false;
  #waiting = () => {};
  #failed = () => {};

  /**
   * Starts a server, which is a script with its arguments, over stdio. `initializationOptions` are its own;
   * `notified(method, params)` hears what it says besides diagnostics.
   */
  static async start(args, rootUri, { initializationOptions, notified } = {}) {
    const client = new LspClient();
    client.#process = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
    const connection = createMessageConnection(
      new StreamMessageReader(client.#process.stdout),
      new StreamMessageWriter(client.#process.stdin),
    );
    client.#connection = connection;
    client.#process.once("exit", (code) => client.#failed(new Error(`${args[0]} ended (${code})`)));
    connection.onNotification("textDocument/publishDiagnostics", (params) => client.#published(params));
    if (notified) connection.onNotification(notified);
    connection.onRequest(() => null);
    connection.listen();
    const { capabilities: served } = await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri,
      capabilities,
      ...(initializationOptions ? { initializationOptions } : {}),
    });
    const sync = served.textDocumentSync;
    client.#incremental = (sync?.change ?? sync) === incremental;
    await connection.sendNotification("initialized", {});
    return client;
  }

  /** Opens the document; gives its first diagnostics. */
  open(uri, languageId, text) {
    this.#uri = uri;
    this.#version = 1;
    return this.#answered("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Sends a change, in the form that the server asks for; gives the diagnostics of that version. */
  change({ range, text, whole }) {
    return this.#answered("textDocument/didChange", {
      textDocument: { uri: this.#uri, version: ++this.#version },
      contentChanges: [this.#incremental ? { range, text } : { text: whole }],
    });
  }

  /** Any request. */
  request(method, params) {
    return this.#connection.sendRequest(method, params);
  }

  symbols() {
    return this.#connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri: this.#uri } });
  }

  /** The most memory that the server has held, in MB; null where the system does not tell. */
  peakMemory() {
    try {
      const status = readFileSync(`/proc/${this.#process.pid}/status`, "utf8");
      return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
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

  #answered(method, params) {
    return new Promise((resolve, reject) => {
      this.#waiting = resolve;
      this.#failed = reject;
      this.#connection.sendNotification(method, params).catch(reject);
    });
  }

  #published({ uri, version, diagnostics }) {
    if (uri === this.#uri && version === this.#version) this.#waiting(diagnostics);
  }
}
