import { type ExtensionContext, Uri } from "vscode";
import type { CancellationToken, MessageSignature } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { LivingClient } from "./client.ts";
import { clientId, clientName, clientOptions } from "./clientOptions.ts";
import { ServerLife } from "./server/life.ts";

/** The client of a server over Node IPC. */
export function desktopClient(context: ExtensionContext): LivingClient {
  const life = new ServerLife();
  return { client: new ProcessClient(life, context), life };
}

class ProcessClient extends LanguageClient {
  constructor(
    private readonly life: ServerLife,
    context: ExtensionContext,
  ) {
    const module = Uri.joinPath(context.extensionUri, "dist", "server.js").fsPath;
    const server = { module, transport: TransportKind.ipc };
    const debug = { ...server, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
    super(clientId, clientName, { run: server, debug }, clientOptions(context, life));
  }

  override sendRequest<Answer>(type: string | MessageSignature, ...params: unknown[]): Promise<Answer> {
    const given = params as [unknown, CancellationToken?];
    return this.life.request(type, () => super.sendRequest<Answer>(type as string, ...given));
  }

  /** Quiet: it stands in the log. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  kill(): void {
    if (this.serverProcess) this.serverProcess.kill("SIGKILL");
    else void this.handleConnectionClosed();
  }
}
