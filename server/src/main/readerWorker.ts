import { parentPort } from "node:worker_threads";
import { type ReaderRequest, readerEnd } from "../reading/readerEnd.ts";

// Started by startReaderThread, in a thread of its own. What reads PDFs is a bundle of its own.
const answer = readerEnd(
  () => import("../reading/pdfLibrary.ts"),
  (response) => parentPort?.postMessage(response),
);
parentPort?.on("message", (request: ReaderRequest) => void answer(request));
