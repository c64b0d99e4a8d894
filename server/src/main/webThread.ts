/** What a worker has of the web's interfaces, which Node's types do not know. */
declare const Worker: new (
  address: string,
  options: { readonly name: string },
) => {
  postMessage(request: unknown): void;
  terminate(): void;
  onmessage: (event: { readonly data: unknown }) => void;
  onerror: (event: { readonly message?: string }) => void;
};

/**
 * Starts a script of ours as a worker within a worker. `assets` is the address of dist/, with a slash at its end, where the script
 * lies; the worker's name tells it.
 */
export function startWebThread<Request, Response>(
  assets: string,
  script: string,
  {
    answered,
    ended,
  }: { readonly answered: (response: Response) => void; readonly ended: (reason: string) => void },
): { post(request: Request): void; end(): void } {
  // The files may come from elsewhere than the page, and a worker must not: it begins at home, and loads its script.
  const loading = `importScripts(${JSON.stringify(`${assets}${script}`)})`;
  const address = URL.createObjectURL(new Blob([loading], { type: "text/javascript" }));
  const worker = new Worker(address, { name: assets });
  worker.onmessage = ({ data }) => answered(data as Response);
  worker.onerror = ({ message }) => ended(message ?? "error");
  return {
    post: (request) => worker.postMessage(request),
    end: () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
