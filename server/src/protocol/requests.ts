import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  RAL,
  ResponseError,
} from "vscode-languageserver";
import type { ParamsCheck } from "./params.ts";

/** Where the server is in its life. */
export type Phase = "waiting" | "running" | "shutDown";

type Answer<Result> = Promise<Result | ResponseError<never>>;

/** Milliseconds that the server's end waits for answers: some hang on a client that says no more. */
const patience = 1000;

/**
 * The one way in which requests are answered: in order, cancellable, and never with silence. A failure is logged and
 * answered as an error; it never ends the server.
 */
export class Requests {
  phase: Phase = "waiting";
  private readonly unanswered = new Set<Promise<unknown>>();

  constructor(private readonly connection: Connection) {
    // Whatever no handler is registered for ends up here.
    connection.onRequest(
      (method: string) =>
        this.refusal() ?? new ResponseError<never>(ErrorCodes.MethodNotFound, `Unhandled method ${method}`),
    );
  }

  /** Wraps the handler of a request; `sound` says whether the params hold what it reads. */
  answer<Params, Result>(
    name: string,
    sound: ParamsCheck,
    compute: (params: Params, token: CancellationToken) => Result | Promise<Result>,
  ): (params: Params, token: CancellationToken) => Answer<Result> {
    return (params, token: CancellationToken | undefined) => {
      const refusal = this.refusal();
      if (refusal) return Promise.resolve(refusal);
      // Where the params are missing, or an empty list, the library hands over the token alone.
      if (token === undefined || !sound(params))
        return Promise.resolve(failure(ErrorCodes.InvalidParams, `${name}: invalid params`));
      const answer: Answer<Result> = Promise.race([
        cancellation(name, token),
        this.computed(name, token, () => compute(params, token)),
      ]).finally(() => this.unanswered.delete(answer));
      this.unanswered.add(answer);
      return answer;
    };
  }

  /** Wraps the handler of a notification. Nobody can be answered: what is wrong is logged. */
  notice<Params>(
    name: string,
    sound: ParamsCheck,
    run: (params: Params) => unknown,
  ): (params: Params) => void {
    return (params) => {
      if (sound(params)) this.attempt(name, () => run(params));
      else this.log(name, "invalid params");
    };
  }

  /** Does what nobody waits for; a failure is logged. */
  attempt(name: string, run: () => unknown): void {
    if (this.phase !== "running") return;
    const done = async (): Promise<void> => {
      await run();
    };
    done().catch((error: unknown) => this.log(name, error));
  }

  /** The error that a request gets outside of the server's running time. */
  refusal(): ResponseError<never> | null {
    if (this.phase === "waiting") {
      return failure(ErrorCodes.ServerNotInitialized, "The server is not initialized");
    }
    return this.phase === "shutDown" ? failure(ErrorCodes.InvalidRequest, "The server is shut down") : null;
  }

  /** Resolves when what was asked is answered, as far as that can be waited for. */
  async settled(): Promise<void> {
    await Promise.race([
      Promise.all(this.unanswered),
      new Promise<void>((resolve) => {
        setTimeout(resolve, patience);
      }),
    ]);
    // The answers of handlers are written when these have returned.
    await nextTurn();
  }

  private async computed<Result>(
    name: string,
    token: CancellationToken,
    compute: () => Result | Promise<Result>,
  ): Answer<Result> {
    // Cancellations and changes that have arrived already are seen before the work begins.
    await nextTurn();
    if (token.isCancellationRequested) return cancelled(name);
    try {
      return await compute();
    } catch (error) {
      this.log(name, error);
      const words = error instanceof Error ? error.message : String(error);
      return failure(ErrorCodes.InternalError, `${name} failed: ${words}`);
    }
  }

  private log(name: string, error: unknown): void {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    try {
      this.connection.console.error(`${name}: ${trace}`);
    } catch {
      // The client has gone: nobody reads the log.
    }
  }
}

/** An answer as soon as the request is cancelled, whatever its work waits for. */
function cancellation(name: string, token: CancellationToken): Promise<ResponseError<never>> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => resolve(cancelled(name)));
  });
}

function cancelled(name: string): ResponseError<never> {
  return failure(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
}

function failure(code: number, words: string): ResponseError<never> {
  return new ResponseError<never>(code, words);
}

/** Resolves when all that has arrived is read. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    RAL().timer.setImmediate(() => resolve());
  });
}
