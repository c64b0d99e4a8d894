/// <reference lib="webworker" />
import { type ExtensionContext, Uri } from "vscode";
import { State } from "vscode-languageclient";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { clientId, clientName, clientOptions } from "./clientOptions.ts";
import { type LivingClient, ServerLife } from "./life.ts";

/** The client of a server in a Web Worker. */
export function webClient(context: ExtensionContext): LivingClient {
  const life = new ServerLife();
  return { client: new WorkerClient(life, context), life };
}

class WorkerClient extends LanguageClient {
  private readonly server: { worker?: Worker };

  constructor(life: ServerLife, context: ExtensionContext) {
    const address = Uri.joinPath(context.extensionUri, "dist", "server.worker.js").toString(true);
    const server: { worker?: Worker } = {};
    const begin = () => {
      const worker = new Worker(address);
      server.worker = worker;
      // One that cannot be loaded says nothing else; what goes wrong in one that runs is in its own log.
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        if (worker === server.worker) this.failed();
      });
      return Promise.resolve({
        reader: new BrowserMessageReader(worker),
        writer: new BrowserMessageWriter(worker),
      });
    };
    super(clientId, clientName, begin, clientOptions(context, life));
    this.server = server;
  }

  /** Nobody tells of a worker's end. */
  kill(): void {
    this.server.worker?.terminate();
    delete this.server.worker;
    void this.handleConnectionClosed();
  }

  private failed(): void {
    if (this.state === State.Starting) this.kill();
  }
}
