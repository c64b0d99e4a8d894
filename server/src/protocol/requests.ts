import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  RAL,
  ResponseError,
} from "vscode-languageserver";

/** Where the server is in its life. */
export type Phase = "waiting" | "running" | "shutDown";

/**
 * The one way in which requests are answered: in order, cancellable, and never with silence. A failure is logged and
 * answered as an error; it never ends the server.
 */
export class Requests {
  phase: Phase = "waiting";

  constructor(private readonly connection: Connection) {
    // Whatever no handler is registered for ends up here.
    connection.onRequest(
      (method: string) =>
        this.refusal() ?? new ResponseError<never>(ErrorCodes.MethodNotFound, `Unhandled method ${method}`),
    );
  }

  /** Wraps the handler of a request. */
  answer<Params, Result>(
    name: string,
    compute: (params: Params) => Result | Promise<Result>,
  ): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>> {
    return async (params, token) => {
      const refusal = this.refusal();
      if (refusal) return refusal;
      // Cancellations and changes that have arrived already are seen before the work begins.
      await new Promise<void>((resolve) => RAL().timer.setImmediate(resolve));
      if (token.isCancellationRequested) {
        return new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
      }
      try {
        return await compute(params);
      } catch (error) {
        this.log(name, error);
        return new ResponseError<never>(ErrorCodes.InternalError, `${name} failed: ${messageOf(error)}`);
      }
    };
  }

  /** Runs the handler of a notification; a failure is logged. */
  notice(name: string, run: () => void): void {
    if (this.phase !== "running") return;
    try {
      run();
    } catch (error) {
      this.log(name, error);
    }
  }

  /** The error that a request gets outside of the server's running time. */
  refusal(): ResponseError<never> | null {
    if (this.phase === "waiting") {
      return new ResponseError<never>(ErrorCodes.ServerNotInitialized, "The server is not initialized");
    }
    return this.phase === "shutDown"
      ? new ResponseError<never>(ErrorCodes.InvalidRequest, "The server is shut down")
      : null;
  }

  private log(name: string, error: unknown): void {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection.console.error(`${name}: ${trace}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
