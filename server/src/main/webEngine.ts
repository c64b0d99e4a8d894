import type { StartThread } from "../engine/engine.ts";
import type { EngineRequest, EngineResponse } from "../engine/workerEnd.ts";

/** What a worker has of the web's interfaces, which Node's types do not know. */
declare const Worker: new (
  address: string,
  options: { readonly name: string },
) => {
  postMessage(request: EngineRequest): void;
  terminate(): void;
  onmessage: (event: { readonly data: EngineResponse }) => void;
  onerror: (event: { readonly message?: string }) => void;
};

/** Starts the engine's thread as a worker within a worker. `assets` is the address of dist/, with a slash at its end. */
export function startWebEngine(assets: string): StartThread {
  return ({ answered, ended }) => {
    // The files may come from elsewhere than the page, and a worker must not: it begins at home, and loads its script.
    const script = `importScripts(${JSON.stringify(`${assets}typst.web.worker.js`)})`;
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const worker = new Worker(address, { name: assets });
    worker.onmessage = ({ data }) => answered(data);
    worker.onerror = ({ message }) => ended(message ?? "error");
    return {
      post: (request) => worker.postMessage(request),
      end: () => {
        worker.terminate();
        URL.revokeObjectURL(address);
      },
    };
  };
}
