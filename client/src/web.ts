/// <reference lib="webworker" />
import { type ExtensionContext, Uri } from "vscode";
import { type CancellationToken, type MessageSignature, State } from "vscode-languageclient";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { type Exports, start, stop } from "./client.ts";
import { clientId, clientName, clientOptions } from "./clientOptions.ts";
import { ServerLife } from "./server/life.ts";

/** The extension in VS Code for the Web: the language server is a Web Worker. */
export async function activate(context: ExtensionContext): Promise<Exports> {
  const life = new ServerLife();
  return start({ client: new WorkerClient(life, context), life }, context);
}

export const deactivate = stop;

class WorkerClient extends LanguageClient {
  private readonly server: { worker?: Worker };

  constructor(
    private readonly life: ServerLife,
    context: ExtensionContext,
  ) {
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

  override sendRequest<Answer>(type: string | MessageSignature, ...params: unknown[]): Promise<Answer> {
    const given = params as [unknown, CancellationToken?];
    return this.life.request(type, () => super.sendRequest<Answer>(type as string, ...given));
  }

  /** Quiet: it stands in the log. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
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
