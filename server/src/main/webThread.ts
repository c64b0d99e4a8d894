/** What a worker has of the web's interfaces, which Node's types do not know. */
declare const Worker: new (
  address: string,
  options: { readonly name: string },
) => {
  postMessage(request: unknown): void;
  terminate(): void;
  onmessage: (event: { readonly data: unknown }) => void;
  onerror: (event: { readonly message?: string }) => void;
  onmessageerror: () => void;
};

/**
 * Starts a script of ours as a worker within a worker. `assets` is the address of dist/, with a slash at its end, where the script
 * lies; the worker's name tells it. What the script answers is what the listener takes.
 */
export function startWebThread(
  assets: string,
  script: string,
  listener: { readonly answered: (response: never) => void; readonly ended: (reason: string) => void },
): { post(request: unknown): void; end(): void } {
  // The files may come from elsewhere than the page, and a worker must not: it begins at home, and loads its script.
  const loading = `importScripts(${JSON.stringify(`${assets}${script}`)})`;
  const address = URL.createObjectURL(new Blob([loading], { type: "text/javascript" }));
  const worker = new Worker(address, { name: assets });
  worker.onmessage = ({ data }) => listener.answered(data as never);
  worker.onerror = ({ message }) => listener.ended(message ?? "error");
  worker.onmessageerror = () => listener.ended("an answer that cannot be read");
  return {
    post: (request) => worker.postMessage(request),
    end: () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
