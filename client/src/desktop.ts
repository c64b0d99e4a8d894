import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientId, clientName, clientOptions, type Exports, start, stop } from "./client.ts";

/** The extension on the desktop and in VS Code Server: the language server is a process of its own. */
export async function activate(context: ExtensionContext): Promise<Exports> {
  const module = Uri.joinPath(context.extensionUri, "dist", "server.js").fsPath;
  const server = { module, transport: TransportKind.ipc };
  return start(
    new LanguageClient(
      clientId,
      clientName,
      { run: server, debug: { ...server, options: { execArgv: ["--nolazy", "--inspect=6009"] } } },
      clientOptions(context),
    ),
    context,
  );
}

export const deactivate = stop;
