import type { StartThread } from "../engine/engine.ts";
import { startNodeThread } from "./nodeThread.ts";

/** Starts the engine's thread. */
export const startEngineThread: StartThread = (listener, program) =>
  startNodeThread("typst.worker.js", { workerData: program }, listener);
