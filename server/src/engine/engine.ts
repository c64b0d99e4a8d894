import { type Drawn, EngineEnded, EngineSilent, type Laid, LayoutError, type LayoutJob } from "./job.ts";
import type { CompiledProgram } from "./typstCompiler.ts";
import { Watch } from "./watch.ts";
import type { EngineRequest, EngineResponse } from "./workerEnd.ts";

/** A thread that the compiler runs in, as a platform gives it. */
export interface EngineThread {
  post(request: EngineRequest): void;
  /** Ends it at once, in the midst of whatever it does. */
  end(): void;
}

/**
 * Starts a thread, which tells of its answers and, once, of its end where that was not asked for. `program` is what an earlier
 * one compiled: with it a thread is ready at once.
 */
export type StartThread = (
  listener: {
    readonly answered: (response: EngineResponse) => void;
    readonly ended: (reason: string) => void;
  },
  program: CompiledProgram | null,
) => EngineThread;

interface Waiting {
  readonly request: EngineRequest;
  readonly resolve: (response: EngineResponse) => void;
  readonly reject: (error: Error) => void;
}

/** Milliseconds that a thread may be silent, and what is added for each UTF-16 unit of the source that it lays out. */
const patience = 60_000;
const patienceForUnit = 1;

/**
 * Lays out documents in a thread of its own, which is started with the first and kept for those that follow. Jobs are done in
 * the order in which they came. A thread that ends, breaks down or falls silent takes the job with it that it was doing; the
 * next starts another.
 */
export class Engine {
  private thread: EngineThread | null = null;
  private program: CompiledProgram | null = null;
  private running: Waiting | null = null;
  private readonly queue: Waiting[] = [];
  private lastId = 0;
  private readonly silence = new Watch(() => this.failed(new EngineSilent()));

  constructor(
    private readonly start: StartThread,
    private readonly limit = patience,
  ) {}

  /**
   * Rejects with a `LayoutError` where the source is refused, with an `EngineEnded` where the engine is gone, and with the
   * signal's reason where that is given up: what is being laid out is then abandoned at once.
   */
  async layOut(job: LayoutJob, signal?: AbortSignal): Promise<Laid> {
    const response = await this.answer(job, "pdf", signal);
    if (response.type !== "pdf") throw new EngineEnded("no answer to this");
    return response.laid;
  }

  /** The pages as a picture. Rejects as `layOut` does. */
  async draw(job: LayoutJob, signal?: AbortSignal): Promise<Drawn> {
    const response = await this.answer(job, "svg", signal);
    if (response.type !== "svg") throw new EngineEnded("no answer to this");
    return response.laid;
  }

  private answer(
    job: LayoutJob,
    output: EngineRequest["output"],
    signal?: AbortSignal,
  ): Promise<EngineResponse> {
    return new Promise((resolve, reject: (error: Error) => void) => {
      if (signal?.aborted) {
        reject(reasonOf(signal));
        return;
      }
      const waiting: Waiting = { request: { id: ++this.lastId, job, output }, resolve, reject };
      signal?.addEventListener("abort", () => this.abandon(waiting, reasonOf(signal)), { once: true });
      this.queue.push(waiting);
      this.next();
    });
  }

  /** Starts the thread now: who knows that a job will come need not wait for both. */
  warmUp(): void {
    try {
      this.thread ??= this.started();
    } catch {
      // The job is told why.
    }
  }

  /** Ends the thread. Whatever waits is rejected; a later job starts another. */
  close(): void {
    this.stop();
    const error = new EngineEnded("closed", true);
    this.running?.reject(error);
    this.running = null;
    for (const { reject } of this.queue.splice(0)) reject(error);
  }

  private next(): void {
    if (this.running) return;
    const waiting = this.queue.shift();
    if (!waiting) return;
    this.running = waiting;
    try {
      this.thread ??= this.started();
      this.silence.wait(this.limit);
      this.thread.post(waiting.request);
    } catch (error) {
      this.failed(new EngineEnded(error instanceof Error ? error.message : String(error)));
    }
  }

  private started(): EngineThread {
    let isCurrent = true;
    const thread = this.start(
      {
        answered: (response) => {
          if (isCurrent) this.answered(response);
        },
        ended: (reason) => {
          if (isCurrent) this.failed(new EngineEnded(reason));
        },
      },
      this.program,
    );
    return {
      post: (request) => thread.post(request),
      end: () => {
        isCurrent = false;
        thread.end();
      },
    };
  }

  private answered(response: EngineResponse): void {
    if (response.type === "compiled") {
      this.program = response.program;
      return;
    }
    const { running } = this;
    if (response.type === "loading") {
      if (running) this.silence.wait(this.limit);
      return;
    }
    if (running?.request.id !== response.id) return;
    if (response.type === "begun") {
      this.silence.wait(this.limit + patienceForUnit * running.request.job.source.length);
      return;
    }
    if (response.type === "broken") {
      this.failed(new EngineEnded(response.message));
      return;
    }
    this.silence.stop();
    this.running = null;
    if (response.type === "refused") running.reject(new LayoutError(response.message));
    else {
      if (response.isFull) this.stop();
      running.resolve(response);
    }
    this.next();
  }

  private failed(error: EngineEnded): void {
    this.stop();
    const { running } = this;
    this.running = null;
    running?.reject(error);
    this.next();
  }

  private abandon(waiting: Waiting, reason: Error): void {
    waiting.reject(reason);
    const at = this.queue.indexOf(waiting);
    if (at !== -1) this.queue.splice(at, 1);
    if (this.running !== waiting) return;
    this.stop();
    this.running = null;
    this.next();
  }

  private stop(): void {
    this.silence.stop();
    this.thread?.end();
    this.thread = null;
  }
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new EngineEnded("cancelled", true);
}
