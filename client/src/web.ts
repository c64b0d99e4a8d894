/// <reference lib="webworker" />
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { type Exports, start, stop } from "./client.ts";
import { clientId, clientName, clientOptions } from "./clientOptions.ts";

/** The extension in VS Code for the Web: the language server is a Web Worker. */
export async function activate(context: ExtensionContext): Promise<Exports> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, "dist", "server.worker.js").toString(true));
  return start(new LanguageClient(clientId, clientName, worker, clientOptions(context)), context);
}

export const deactivate = stop;
