import type { StartReader } from "../reading/reader.ts";
import { startWebThread } from "./webThread.ts";

/** Starts the thread that attachments are read in. `assets` is the address of dist/, with a slash at its end. */
export function startWebReader(assets: string): StartReader {
  return (listener) => startWebThread(assets, "reader.web.worker.js", listener);
}
