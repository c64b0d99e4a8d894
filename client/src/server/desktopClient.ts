import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientId, clientName, clientOptions } from "./clientOptions.ts";
import { type LivingClient, ServerLife } from "./life.ts";

/** The client of a server over Node IPC. */
export function desktopClient(context: ExtensionContext): LivingClient {
  const life = new ServerLife();
  const module = Uri.joinPath(context.extensionUri, "dist", "server.js").fsPath;
  const server = { module, transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  const options = clientOptions(context, life);
  return { client: new ProcessClient(clientId, clientName, { run: server, debug }, options), life };
}

class ProcessClient extends LanguageClient {
  kill(): void {
    if (this.serverProcess) this.serverProcess.kill("SIGKILL");
    else void this.handleConnectionClosed();
  }
}
