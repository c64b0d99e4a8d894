import assert from "node:assert/strict";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Engine, type StartThread } from "../../server/src/engine/engine.ts";
import { EngineEnded, type LayoutJob } from "../../server/src/engine/job.ts";
import type { EngineResponse } from "../../server/src/engine/workerEnd.ts";
import { Reader, type StartReader } from "../../server/src/reading/reader.ts";
import type { ReaderResponse } from "../../server/src/reading/readerEnd.ts";

const dist = join(import.meta.dirname, "..", "..", "dist");
const job = (source: string): LayoutJob => ({ source, files: [], fonts: [] });
const short = job("Et referat.");
/** It is laid out for longer than anybody waits. */
const long = job("#for i in range(100000) [Linje #i \\ ]");

describe("a thread that dies", () => {
  let threads: Worker[] = [];
  afterEach(async () => {
    await Promise.all(threads.map((thread) => thread.terminate()));
    threads = [];
  });

  const startEngine: StartThread = ({ answered, ended }, program) => {
    const worker = new Worker(join(dist, "typst.worker.js"), { workerData: program });
    threads.push(worker);
    worker.on("message", (response: EngineResponse) => answered(response));
    worker.on("error", (error) => ended(error.message));
    worker.on("exit", (code) => ended(`exit ${code}`));
    return { post: (request) => worker.postMessage(request), end: () => void worker.terminate() };
  };

  it("takes its job with it, and the next, which waited already, has another: the PDF engine", async () => {
    const engine = new Engine(startEngine);
    await engine.layOut(short);
    const lost = engine.layOut(long);
    const next = engine.layOut(short);
    await threads[0]?.terminate();
    await assert.rejects(lost, (error) => error instanceof EngineEnded && !error.isWanted);
    assert.ok((await next).pdf.length > 0);
    assert.equal(threads.length, 2);
    engine.close();
  });

  it("of what breaks it down is followed by another: the PDF engine", async () => {
    const engine = new Engine((listener, program) => {
      const thread = startEngine(listener, program);
      // A job that is none: what the first thread makes of it is no answer, and never silence.
      return threads.length > 1
        ? thread
        : { ...thread, post: (request) => thread.post({ ...request, job: null as unknown as LayoutJob }) };
    });
    await assert.rejects(engine.layOut(short));
    assert.ok((await engine.layOut(short)).pdf.length > 0);
    engine.close();
  });

  it("gives up the attachment that it read, and reads the next in another", async () => {
    const startReader: StartReader = ({ answered, ended }) => {
      const worker = new Worker(join(dist, "reader.worker.js"));
      threads.push(worker);
      worker.on("message", (response: ReaderResponse) => answered(response));
      worker.on("exit", () => ended());
      return { post: (request) => worker.postMessage(request), end: () => void worker.terminate() };
    };
    const reader = new Reader(startReader);
    const text = new TextEncoder().encode("Fødselsår og navn");
    assert.ok(!("unread" in (await reader.read("a.txt", text))));
    const lost = reader.read("b.pdf", new Uint8Array(20_000_000));
    const next = reader.read("c.txt", text);
    await threads[0]?.terminate();
    assert.deepEqual(await lost, { unread: "gaveUp" });
    assert.ok(!("unread" in (await next)));
    reader.close();
  });
});
