import type { FileReading } from "./readFile.ts";
import type { ReaderRequest, ReaderResponse } from "./readerEnd.ts";

/** A thread that files are read in, as a platform gives it. */
export interface ReaderThread {
  post(request: ReaderRequest): void;
  /** Ends it at once, in the midst of whatever it does. */
  end(): void;
}

/** Starts a thread, which tells of its answers and, once, of its end where that was not asked for. */
export type StartReader = (listener: {
  readonly answered: (response: ReaderResponse) => void;
  readonly ended: () => void;
}) => ReaderThread;

interface Waiting {
  readonly request: ReaderRequest;
  readonly resolve: (reading: FileReading) => void;
}

/** Milliseconds that a file may take. */
const patience = 60_000;
/** Milliseconds after which a thread that nobody asks anything goes, with the memory that it took. */
const idle = 15_000;

/**
 * Reads files in a thread of its own, one after the other. A file that takes too long, or that the thread breaks down on, is
 * given up; the next has another thread.
 */
export class Reader {
  private thread: ReaderThread | null = null;
  private running: Waiting | null = null;
  private readonly queue: Waiting[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastId = 0;

  constructor(
    private readonly start: StartReader,
    private readonly limit = patience,
  ) {}

  /** Never rejects. */
  read(name: string, bytes: Uint8Array): Promise<FileReading> {
    return new Promise((resolve) => {
      this.queue.push({ request: { id: ++this.lastId, name, bytes }, resolve });
      this.next();
    });
  }

  /** Ends the thread. Whatever waits is given up. */
  close(): void {
    this.stop();
    const waiting = [...(this.running ? [this.running] : []), ...this.queue.splice(0)];
    this.running = null;
    for (const { resolve } of waiting) resolve({ unread: "gaveUp" });
  }

  private next(): void {
    if (this.running) return;
    clearTimeout(this.timer);
    const waiting = this.queue.shift();
    if (!waiting) {
      if (this.thread) this.timer = setTimeout(() => this.stop(), idle);
      return;
    }
    this.running = waiting;
    this.timer = setTimeout(() => this.failed(), this.limit);
    try {
      this.thread ??= this.started();
      this.thread.post(waiting.request);
    } catch {
      this.failed();
    }
  }

  private started(): ReaderThread {
    let isCurrent = true;
    const thread = this.start({
      answered: ({ id, reading }) => {
        if (isCurrent && this.running?.request.id === id) this.answer(reading);
      },
      ended: () => {
        if (isCurrent) this.failed();
      },
    });
    return {
      post: (request) => thread.post(request),
      end: () => {
        isCurrent = false;
        thread.end();
      },
    };
  }

  private failed(): void {
    this.stop();
    this.answer({ unread: "gaveUp" });
  }

  private answer(reading: FileReading): void {
    const { running } = this;
    this.running = null;
    running?.resolve(reading);
    this.next();
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.thread?.end();
    this.thread = null;
  }
}
