import { type Connection, ErrorCodes, ResponseError } from "vscode-languageserver";
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
    requests.phase = "running";
    const session = new Session(connection, requests, params, platform);
    return answerRequests(connection, requests, session, platform.version);
  });
  connection.onShutdown(() => {
    const refusal = requests.refusal();
    if (refusal) throw refusal;
    requests.phase = "shutDown";
  });
  connection.listen();
}
