import { join } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts a script that lies beside the bundle that this is a part of, as a thread. What the script answers is what the listener
 * takes.
 */
export function startNodeThread(
  script: string,
  options: WorkerOptions,
  listener: { readonly answered: (response: never) => void; readonly ended: (reason: string) => void },
): { post(request: unknown): void; end(): void } {
  const worker = new Worker(join(__dirname, script), options);
  worker.on("message", (response: unknown) => listener.answered(response as never));
  worker.on("error", (error) => listener.ended(error.message));
  worker.on("messageerror", (error) => listener.ended(error.message));
  worker.on("exit", (code) => listener.ended(`exit ${code}`));
  return {
    post: (request) => worker.postMessage(request),
    end: () => {
      void worker.terminate();
    },
  };
}
