import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import { drawerWasm, engineFonts, engineWasm } from "../engine/assets.ts";
import { type CompiledProgram, compileProgram } from "../engine/typstCompiler.ts";
import { type EngineRequest, engineWorker } from "../engine/workerEnd.ts";

// Started by startEngineThread, in a thread of its own. What it needs lies beside it.
const folder = join(__dirname, "typst");
const read = (name: string): Promise<Uint8Array> => readFile(join(folder, name));

// V8 would optimise the compiler's code while it runs, which costs the first document more than the next hundred gain by it.
setFlagsFromString("--wasm-tiering-budget=2000000000");

const answer = engineWorker(
  async () => ({
    program: (workerData as CompiledProgram | null) ?? compileProgram(await read(engineWasm)),
    fonts: await Promise.all(engineFonts.map(read)),
    drawer: () => read(drawerWasm),
  }),
  (response, transfer) => parentPort?.postMessage(response, [...transfer]),
);
parentPort?.on("message", (request: EngineRequest) => void answer(request));
