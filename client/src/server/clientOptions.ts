import { type ExtensionContext, Uri, workspace } from "vscode";
import { CancellationToken, type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { archiveOptions } from "../archive/storage.ts";
import { rulePageScheme } from "../rulePages.ts";
import type { ServerLife } from "./life.ts";
import { patient } from "./patience.ts";
import { fileMadeBy, makeFile } from "../writing/newFiles.ts";

/** What the clients on the desktop and in the web are told alike. */

export const clientId = "referat";
export const clientName = "Referat";

export function clientOptions(context: ExtensionContext, life: ServerLife): LanguageClientOptions {
  return {
    // Any scheme: files, untitled documents, and virtual folders.
    documentSelector: [{ language: "referat" }, { pattern: "**/referat.json" }],
    initializationOptions: () => initializationOptions(context),
    errorHandler: life.errorHandler,
    // A server that ends while it starts has ended, and is followed by another.
    initializationFailedHandler: (error: unknown) => {
      throw error;
    },
    middleware: {
      ...patient,
      workspace: {
        async handleApplyEdit(params, next) {
          const made = fileMadeBy(params);
          return made
            ? { applied: await makeFile(made.uri, made.text) }
            : next(params, CancellationToken.None);
        },
      },
    },
    // Quiet: what goes wrong stands in the log, and nothing pops up.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}

/** What each server is told that starts: the settings as they are then. */
function initializationOptions(context: ExtensionContext): object {
  const settings = workspace.getConfiguration("referat");
  return {
    language: settings.get("language"),
    // A copy: what VS Code gives is no plain object, and cannot be sent to a worker.
    diagnostics: { ...settings.get<object>("diagnostics") },
    // The workspace may be virtual: VS Code reads its files for the server.
    readFile: true,
    archive: archiveOptions(context),
    // All documents are checked when the user asks for it, and not from time to time.
    workspaceDiagnostics: "onDemand",
    rulePages: `${rulePageScheme}:/regler/`,
    // A server in a worker cannot know where its files lie.
    assets: `${Uri.joinPath(context.extensionUri, "dist").toString(true)}/`,
  };
}
