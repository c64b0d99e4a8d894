import { workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { RevealOutputChannelOn } from "vscode-languageclient";

/** What the desktop and the web client share. */

export const clientId = "referat";
export const clientName = "Referat";

export function clientOptions(): LanguageClientOptions {
  return {
    // Any scheme: files, untitled documents, and virtual folders.
    documentSelector: [{ language: "referat" }],
    initializationOptions: {
      language: workspace.getConfiguration("referat").get<string>("language") ?? "da",
    },
    // Quiet: what goes wrong stands in the log, and nothing pops up.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}

let running: BaseLanguageClient | undefined;

export async function start(client: BaseLanguageClient): Promise<void> {
  running = client;
  await client.start();
}

export async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}
