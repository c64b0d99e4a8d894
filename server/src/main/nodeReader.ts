import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { StartReader } from "../reading/reader.ts";
import type { ReaderResponse } from "../reading/readerEnd.ts";

/** Megabytes of the thread's own memory: a file that wants more is given up, and nothing else suffers for it. */
const mostMemory = 1024;

/** Starts the thread that attachments are read in, which lies beside the bundle that this is a part of. */
export const startReaderThread: StartReader = ({ answered, ended }) => {
  const worker = new Worker(join(__dirname, "reader.worker.js"), {
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  worker.on("message", (response: ReaderResponse) => answered(response));
  worker.on("error", () => ended());
  worker.on("messageerror", () => ended());
  worker.on("exit", () => ended());
  return {
    post: (request) => worker.postMessage(request),
    end: () => {
      void worker.terminate();
    },
  };
};
