import { type Connection, ErrorCodes, ExitNotification, ResponseError } from "vscode-languageserver";
import { answerRequests } from "./answers.ts";
import type { Platform } from "./platform.ts";
import { Requests } from "./requests.ts";
import { Session } from "./session.ts";

/** Serves one client over a connection, whatever carries it. Returns at once; the connection drives the rest. */
export function serve(connection: Connection, platform: Platform): void {
  const requests = new Requests(connection);
  connection.onInitialize((params) => {
    if (requests.phase !== "waiting") {
      return new ResponseError(ErrorCodes.InvalidRequest, "The server is initialized already");
    }
    const session = new Session(connection, requests, params, platform);
    const result = answerRequests(connection, requests, session, platform.version);
    // Only now: a client whose `initialize` failed can try again.
    requests.phase = "running";
    return result;
  });
  connection.onShutdown(() => {
    const refusal = requests.refusal();
    if (refusal) throw refusal;
    requests.phase = "shutDown";
  });
  // In place of the library's own, which takes a refused shutdown for one and waits for no answer.
  connection.onNotification(ExitNotification.type, async () => {
    await requests.settled();
    platform.exit(requests.phase === "shutDown" ? 0 : 1);
  });
  connection.listen();
}
