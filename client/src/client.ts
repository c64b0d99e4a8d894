import type { ExtensionContext } from "vscode";
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
