import { type ExtensionContext, Uri, workspace } from "vscode";
import { serveFiles } from "./archive/files.ts";
import { serveStorage } from "./archive/storage.ts";
import type { Contributions } from "./contributions.ts";
import { registerRulePages } from "./rulePages.ts";
import type { LivingClient, MortalClient, ServerLife } from "./server/life.ts";

let running: LivingClient | undefined;

/** What the extension shows of itself to the tests. */
export interface Exports extends Contributions {
  readonly server: { readonly client: MortalClient; readonly pulse: ServerLife["pulse"] };
}

/** What the desktop and the web client share. */
export async function start(living: LivingClient, context: ExtensionContext): Promise<Exports> {
  running = living;
  const { client, life } = living;
  context.subscriptions.push(life.serve(client));
  client.onRequest("referat/readFile", ({ uri }: { uri: string }) => readFile(uri));
  client.onRequest("referat/readBytes", ({ uri }: { uri: string }) => readBytes(uri));
  client.onRequest("referat/listFolder", ({ uri }: { uri: string }) => listFolder(uri));
  context.subscriptions.push(...serveFiles(client), serveStorage(client, context));
  context.subscriptions.push(registerRulePages(context.extensionUri));
  // Where it cannot be started she is told of that; the rest waits for one that can.
  await client.start().catch(() => undefined);
  // Read while the server reads what is open: nobody waits for it, VS Code least of all.
  const { contribute } = await import("./contributions.ts");
  return { ...contribute(client, context), server: { client, pulse: life.pulse } };
}

export async function stop(): Promise<void> {
  running?.life.close();
  await running?.client.stop();
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
