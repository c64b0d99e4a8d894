import { commands, type Disposable, Uri, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { serverCommand } from "./server/serverCommand.ts";

/** The commands of the palette. What they do to a document the server works out. */
export function registerCommands(client: BaseLanguageClient, extensionUri: Uri): Disposable[] {
  const guide = Uri.joinPath(extensionUri, "docs", "vejledning.md");
  return [
    commands.registerCommand("referat.opretReferatJson", () => createConfig(client)),
    // It lies in the extension with its pictures, so that it opens without a network.
    commands.registerCommand("referat.vejledning", () =>
      commands.executeCommand("markdown.showPreview", guide),
    ),
  ];
}

/** Makes a referat.json from the style of the open document, and opens it; one that is there already is opened as it is. */
async function createConfig(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== "referat" || document.isUntitled) return;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const made = await serverCommand(client, "referat.createConfig", uri);
  const target =
    typeof made === "string" ? Uri.parse(made) : Uri.joinPath(document.uri, "..", "referat.json");
  await window.showTextDocument(target);
}
