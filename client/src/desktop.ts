import type { ExtensionContext } from "vscode";
import { type Exports, start, stop } from "./client.ts";

/** The extension on the desktop and in VS Code Server: the language server is a process of its own. */
export async function activate(context: ExtensionContext): Promise<Exports> {
  // The library is four times as large as all of ours: the extension host is not held up while it is read.
  const { desktopClient } = await import("./server/desktopClient.ts");
  return start(desktopClient(context), context);
}

export const deactivate = stop;
