import type { ExtensionContext } from "vscode";
import { type Exports, start, stop } from "./client.ts";
import { webClient } from "./server/webClient.ts";

/** The extension in VS Code for the Web: the language server is a Web Worker. */
export async function activate(context: ExtensionContext): Promise<Exports> {
  return start(webClient(context), context);
}

export const deactivate = stop;
