import { type Laid, LayoutError, type LayoutJob } from "./job.ts";
import { type EngineAssets, Typst } from "./typstCompiler.ts";

/** What is asked of a worker, and what it answers. A worker that broke down is of no more use. */
export interface EngineRequest {
  readonly id: number;
  readonly job: LayoutJob;
}
export type EngineResponse = { readonly id: number } & (
  | { readonly type: "laid"; readonly laid: Laid }
  | { readonly type: "refused"; readonly message: string }
  | { readonly type: "broken"; readonly message: string }
);

/**
 * The worker's end: answers each request in turn. The compiler is loaded with the first. `reply` is told which buffers to hand
 * over rather than copy.
 */
export function engineWorker(
  load: () => Promise<EngineAssets>,
  reply: (response: EngineResponse, transfer: readonly ArrayBuffer[]) => void,
): (request: EngineRequest) => Promise<void> {
  let typst: Promise<Typst> | null = null;
  let turn: Promise<void> = Promise.resolve();
  const answer = async ({ id, job }: EngineRequest): Promise<void> => {
    try {
      typst ??= load().then((assets) => Typst.load(assets));
      const laid = await (await typst).layOut(job);
      reply({ id, type: "laid", laid }, [laid.pdf.buffer as ArrayBuffer]);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      reply({ id, type: error instanceof LayoutError ? "refused" : "broken", message }, []);
    }
  };
  return (request) => (turn = turn.then(() => answer(request)));
}
