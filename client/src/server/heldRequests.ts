import type { BaseLanguageClient, MessageSignature } from "vscode-languageclient";

/** Sends a request when there is a server, and perhaps once more; `type` names it. */
type Through = (type: string | MessageSignature, send: () => Promise<unknown>) => Promise<unknown>;

/** Has all that the client asks, for us or for VS Code, go `through` something; and what goes wrong stands in the log only. */
export function holdRequests(client: BaseLanguageClient, through: Through): void {
  const send = client.sendRequest.bind(client) as Send;
  const held: Send = (type, ...params) => through(type, () => send(type, ...params));
  client.sendRequest = held as typeof client.sendRequest;
  const log = client.error.bind(client);
  client.error = (message, data) => log(message, data, false);
}

/** All forms in which the library has it. */
type Send = (type: string | MessageSignature, ...params: readonly unknown[]) => Promise<unknown>;
