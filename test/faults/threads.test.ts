import assert from "node:assert/strict";
import { join } from "node:path";
import { mock } from "node:test";
import { Worker } from "node:worker_threads";
import { Engine, type StartThread } from "../../server/src/engine/engine.ts";
import { endedText } from "../../server/src/engine/ended.ts";
import { EngineEnded, EngineSilent, type LayoutJob } from "../../server/src/engine/job.ts";
import type { EngineResponse } from "../../server/src/engine/workerEnd.ts";
import { startWebThread } from "../../server/src/main/webThread.ts";
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
    mock.timers.reset();
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

  it("without a word is missed, and followed by another: the PDF engine", async () => {
    // As in a browser, where nobody hears of a worker's end.
    const engine = new Engine(({ answered }, program) =>
      startEngine({ answered, ended: () => undefined }, program),
    );
    await engine.layOut(short);
    await threads[0]?.terminate();
    mock.timers.enable({ apis: ["setTimeout"] });
    const lost = engine.layOut(short);
    const next = engine.layOut(short);
    for (let seconds = 0; seconds < 60; seconds += 5) mock.timers.tick(5_000);
    mock.timers.reset();
    await assert.rejects(lost, (error) => {
      assert.ok(error instanceof EngineSilent && !error.isWanted);
      assert.match(endedText(error, "da"), /^PDF-motoren svarede ikke mere/);
      assert.match(endedText(error, "en"), /^The PDF engine no longer answered/);
      return true;
    });
    assert.ok((await next).pdf.length > 0);
    assert.equal(threads.length, 2);
    engine.close();
  });

  it("or says what cannot be read, tells of it: in a browser", () => {
    const scope = globalThis as { Worker?: unknown };
    const started: Record<"onerror" | "onmessageerror" | "onmessage", (event: object) => void>[] = [];
    scope.Worker = function () {
      started.push(this as unknown as (typeof started)[number]);
    };
    try {
      const heard: string[] = [];
      const listener = { answered: () => heard.push("answer"), ended: (why: string) => heard.push(why) };
      startWebThread("https://referat.example/dist/", "typst.web.worker.js", listener);
      const [worker] = started;
      worker?.onmessage({ data: {} });
      worker?.onerror({ message: "out of memory" });
      worker?.onerror({});
      worker?.onmessageerror({});
      assert.deepEqual(heard, ["answer", "out of memory", "error", "an answer that cannot be read"]);
    } finally {
      delete scope.Worker;
    }
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
