import { type ExtensionContext, Uri, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { CancellationToken, RevealOutputChannelOn } from "vscode-languageclient";
import { serveFiles } from "./archive/files.ts";
import { type ArchiveViews, registerArchive } from "./archive/register.ts";
import { archiveOptions, serveStorage } from "./archive/storage.ts";
import { adoptTitledTexts } from "./titledTexts.ts";
import { registerCommands } from "./commands.ts";
import { registerMeeting } from "./meeting/register.ts";
import { MeetingSource } from "./meeting/source.ts";
import { type PublishingViews, registerPublishing } from "./publishing/register.ts";
import { fileMadeBy, makeFile } from "./writing/newFiles.ts";
import { rulePageScheme, registerRulePages } from "./rulePages.ts";

/** What the desktop and the web client share. */

export const clientId = "referat";
export const clientName = "Referat";

export function clientOptions(context: ExtensionContext): LanguageClientOptions {
  const settings = workspace.getConfiguration("referat");
  return {
    // Any scheme: files, untitled documents, and virtual folders.
    documentSelector: [{ language: "referat" }, { pattern: "**/referat.json" }],
    initializationOptions: {
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
    },
    middleware: {
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

let running: BaseLanguageClient | undefined;

/** What the extension shows of itself to the tests. */
export interface Exports {
  readonly archive: ArchiveViews;
  readonly publishing: PublishingViews;
}

export async function start(client: BaseLanguageClient, context: ExtensionContext): Promise<Exports> {
  running = client;
  client.onRequest("referat/readFile", ({ uri }: { uri: string }) => readFile(uri));
  client.onRequest("referat/readBytes", ({ uri }: { uri: string }) => readBytes(uri));
  client.onRequest("referat/listFolder", ({ uri }: { uri: string }) => listFolder(uri));
  context.subscriptions.push(...serveFiles(client), serveStorage(client, context));
  context.subscriptions.push(...registerCommands(client), registerRulePages(context.extensionUri));
  await client.start();
  const meeting = new MeetingSource(client);
  const archive = registerArchive(client, meeting, context.workspaceState);
  const publishing = registerPublishing(client, meeting, context);
  context.subscriptions.push(
    ...adoptTitledTexts(),
    meeting,
    ...registerMeeting(client, meeting, context.workspaceState),
    ...archive.disposables,
    ...publishing.disposables,
  );
  return { archive: archive.views, publishing: publishing.views };
}

export async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}

/** A file's text; null where there is none. */
async function readFile(uri: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
  } catch {
    return null;
  }
}

/** A file's bytes in base64; null where there is none. */
async function readBytes(uri: string): Promise<string | null> {
  try {
    const bytes = await workspace.fs.readFile(Uri.parse(uri));
    let binary = "";
    for (let at = 0; at < bytes.length; at += 0x8000)
      binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(binary);
  } catch {
    return null;
  }
}

/** The names of the files in a folder; null where it cannot be listed. */
async function listFolder(uri: string): Promise<string[] | null> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.parse(uri));
    return entries.map(([name]) => name);
  } catch {
    return null;
  }
}
