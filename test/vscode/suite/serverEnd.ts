// How a language server comes to an end in each host: as a process that is killed or stopped, or as a worker that is.

import * as vscode from "vscode";
import { eventually } from "./workspace.ts";
import { platform } from "./platform.ts";
import { present } from "./expect.ts";

/** What the extension shows of its server. */
export interface ServerExports {
  readonly client: {
    readonly onDidChangeState: vscode.Event<unknown>;
    isRunning(): boolean;
    kill(): void;
    sendRequest(method: string, params: object): Promise<unknown>;
  };
  readonly pulse: { interval: number };
}

/** Ends the server at once, in the midst of what it does; resolves when the client has seen it. */
export async function killServer({ client }: ServerExports): Promise<void> {
  const gone = eventually(
    client.onDidChangeState,
    () => !client.isRunning() || undefined,
    "the end of the server",
  );
  if (platform.node) process.kill(present((await serverProcesses())[0], "server process"), "SIGKILL");
  // Of a worker that ended VS Code is told by nobody but who ended it.
  else client.kill();
  await gone;
}

/** Another server by hand, also where there is one; resolves when it answers. */
export async function startAgain({ client }: ServerExports): Promise<void> {
  const gone = eventually(client.onDidChangeState, () => !client.isRunning() || undefined, "the end");
  await vscode.commands.executeCommand("referat.startSprogserverenIgen");
  await gone;
  await running({ client }, "a server that was started by hand");
}

/** Resolves when there is a server. */
export async function running({ client }: Pick<ServerExports, "client">, what: string): Promise<void> {
  await eventually(client.onDidChangeState, () => client.isRunning() || undefined, what);
}

type Show = (message: string, ...rest: string[]) => Thenable<unknown>;

/**
 * The messages that the extension shows from now on, in the order in which they come. Only where there is Node: elsewhere what an
 * extension has of VS Code is its own, and this stays empty.
 */
export async function messagesOf(extension: vscode.Extension<unknown>): Promise<readonly string[]> {
  const shown: string[] = [];
  if (!platform.node) return shown;
  const { createRequire } = await import("node:module");
  // As the extension itself asks for it.
  const itsOwn = createRequire(`${extension.extensionPath}/dist/extension.js`)("vscode") as typeof vscode;
  for (const name of ["showInformationMessage", "showWarningMessage", "showErrorMessage"] as const) {
    const show: Show = itsOwn.window[name];
    const told: Show = (message, ...rest) => {
      shown.push(message);
      return show(message, ...rest);
    };
    Object.assign(itsOwn.window, { [name]: told });
  }
  return shown;
}

/** The server lives, and hears nothing any more. */
export async function stopAnswering({ client }: ServerExports): Promise<void> {
  if (platform.node) {
    const id = present((await serverProcesses())[0], "server process");
    process.kill(id, "SIGSTOP");
    return;
  }
  const { worker } = (client as unknown as { server: { worker: { postMessage: unknown } } }).server;
  worker.postMessage = () => undefined;
}

/** The ids of the language servers that this extension host has started. */
async function serverProcesses(): Promise<readonly number[]> {
  const { execFileSync } = await import("node:child_process");
  return execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((line) => Number(line?.[2]) === process.pid && /dist[\\/]server\.js/.test(line?.[3] ?? ""))
    .map((line) => Number(line?.[1]));
}
