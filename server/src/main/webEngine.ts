import type { StartThread } from "../engine/engine.ts";
import type { EngineRequest, EngineResponse } from "../engine/workerEnd.ts";
import { startWebThread } from "./webThread.ts";

/** Starts the engine's thread. `assets` is the address of dist/, with a slash at its end. */
export function startWebEngine(assets: string): StartThread {
  return (listener) => startWebThread<EngineRequest, EngineResponse>(assets, "typst.web.worker.js", listener);
}
