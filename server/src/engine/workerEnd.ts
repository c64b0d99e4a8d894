import { type Drawn, type Laid, LayoutError, type LayoutJob } from "./job.ts";
import { type CompiledProgram, type EngineAssets, Typst } from "./typstCompiler.ts";

/** What is asked of a worker, and what it answers. A worker that broke down is of no more use. */
export interface EngineRequest {
  readonly id: number;
  readonly job: LayoutJob;
  readonly output: "pdf" | "svg";
}
export type EngineResponse =
  /** Comes every few seconds until the compiler is loaded. */
  | { readonly type: "loading" }
  /** Comes once, before the first answer: what a later worker can be started with. */
  | { readonly type: "compiled"; readonly program: CompiledProgram }
  /** Comes before the answer: it is at work on the request, and can say nothing meanwhile. */
  | { readonly type: "begun"; readonly id: number }
  | EngineAnswer;
export type EngineAnswer = { readonly id: number } &
  /** `isFull`: the worker is to be exchanged for another before the next. */
  (
    | { readonly type: "pdf"; readonly laid: Laid; readonly isFull: boolean }
    | { readonly type: "svg"; readonly laid: Drawn; readonly isFull: boolean }
    | { readonly type: "refused"; readonly message: string }
    | { readonly type: "broken"; readonly message: string }
  );

/** Milliseconds. */
const signOfLife = 5_000;

/**
 * The worker's end: loads the compiler, and answers each request in turn. `reply` is told which buffers to hand
 * over rather than copy.
 */
export function engineWorker(
  load: () => Promise<EngineAssets>,
  reply: (response: EngineResponse, transfer: readonly ArrayBuffer[]) => void,
): (request: EngineRequest) => Promise<void> {
  const typst = load().then((assets) => {
    reply({ type: "compiled", program: assets.program }, []);
    return Typst.load(assets);
  });
  const loading = setInterval(() => reply({ type: "loading" }, []), signOfLife);
  const loaded = (): void => clearInterval(loading);
  // Whoever asks for pages is told of it.
  typst.then(loaded, loaded);
  let turn: Promise<void> = Promise.resolve();
  const answer = async ({ id, job, output }: EngineRequest): Promise<void> => {
    try {
      const engine = await typst;
      reply({ type: "begun", id }, []);
      if (output === "svg") {
        const laid = await engine.draw(job);
        reply({ id, type: "svg", laid, isFull: engine.isFull }, []);
        return;
      }
      const laid = await engine.layOut(job);
      reply({ id, type: "pdf", laid, isFull: engine.isFull }, [laid.pdf.buffer as ArrayBuffer]);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      reply({ id, type: error instanceof LayoutError ? "refused" : "broken", message }, []);
    }
  };
  return (request) => (turn = turn.then(() => answer(request)));
}
