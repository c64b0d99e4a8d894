import type { StartReader } from "../reading/reader.ts";
import { startNodeThread } from "./nodeThread.ts";

/** Megabytes of the thread's own memory: a file that wants more is given up, and nothing else suffers for it. */
const mostMemory = 1024;

/** Starts the thread that attachments are read in. */
export const startReaderThread: StartReader = (listener) =>
  startNodeThread("reader.worker.js", { resourceLimits: { maxOldGenerationSizeMb: mostMemory } }, listener);
