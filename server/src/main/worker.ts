import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { liesWhereItSeems } from "../protocol/liesIn.ts";
import { serve } from "../protocol/server.ts";
import { soundReader } from "../protocol/soundReader.ts";
import { version } from "../version.ts";
import { startWebEngine } from "./webEngine.ts";
import { startWebReader } from "./webReader.ts";
import { webWord } from "./webWord.ts";
import { workerTurn } from "./workerTurn.ts";

// Started by the web client, in a Web Worker: its global object is the port.
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0] & {
  close(): void;
};
serve(createConnection(soundReader(new BrowserMessageReader(port)), new BrowserMessageWriter(port)), {
  version,
  // A worker has no disk: the client reads for it.
  readFile: () => Promise.resolve(null),
  listFolder: () => Promise.resolve(null),
  readBytes: () => Promise.resolve(null),
  liesIn: liesWhereItSeems,
  wordWriter: webWord,
  startEngine: (assets) => (assets === null ? null : startWebEngine(assets)),
  startReader: (assets) => (assets === null ? null : startWebReader(assets)),
  disk: null,
  storeIn: () => null,
  turn: workerTurn,
  rulePages: null,
  exit: () => port.close(),
});
