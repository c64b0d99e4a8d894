import type { BaseLanguageClient } from "vscode-languageclient";

/** Has the server run one of its commands. Resolves with its answer, and rejects where the server answers with an error. */
export function serverCommand(
  client: BaseLanguageClient,
  command: string,
  ...args: readonly unknown[]
): Promise<unknown> {
  return client.sendRequest("workspace/executeCommand", { command, arguments: args });
}
