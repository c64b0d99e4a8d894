import { drawerWasm, engineFonts, engineWasm } from "../engine/assets.ts";
import { compileProgram } from "../engine/typstCompiler.ts";
import { type EngineRequest, type EngineResponse, engineWorker } from "../engine/workerEnd.ts";

// Started by startWebEngine; its name is the address of what it needs.
const port = globalThis as unknown as {
  readonly name: string;
  onmessage: (event: { readonly data: EngineRequest }) => void;
  postMessage(response: EngineResponse, transfer: readonly ArrayBuffer[]): void;
};

async function read(name: string): Promise<Uint8Array> {
  const response = await fetch(`${port.name}typst/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const answer = engineWorker(
  async () => {
    const [wasm, ...fonts] = await Promise.all([engineWasm, ...engineFonts].map(read));
    if (!wasm) throw new Error(engineWasm);
    return { program: compileProgram(wasm), fonts, drawer: () => read(drawerWasm) };
  },
  (response, transfer) => port.postMessage(response, transfer),
);
port.onmessage = ({ data }) => void answer(data);
