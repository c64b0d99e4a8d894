import type { StartThread } from "../engine/engine.ts";
import { startWebThread } from "./webThread.ts";

/** Starts the engine's thread. `assets` is the address of dist/, with a slash at its end. */
export function startWebEngine(assets: string): StartThread {
  return (listener) => startWebThread(assets, "typst.web.worker.js", listener);
}
