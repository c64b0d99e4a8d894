import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { StartThread } from "../engine/engine.ts";
import type { EngineResponse } from "../engine/workerEnd.ts";

/** Starts the engine's thread, which lies beside the bundle that this is a part of. */
export const startEngineThread: StartThread = ({ answered, ended }, program) => {
  const worker = new Worker(join(__dirname, "typst.worker.js"), { workerData: program });
  worker.on("message", (response: EngineResponse) => answered(response));
  worker.on("error", (error) => ended(error.message));
  worker.on("messageerror", (error) => ended(error.message));
  worker.on("exit", (code) => ended(`exit ${code}`));
  return {
    post: (request) => worker.postMessage(request),
    end: () => {
      void worker.terminate();
    },
  };
};
