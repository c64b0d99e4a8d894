import assert from "node:assert/strict";
import { mock } from "node:test";
import { Engine, type EngineThread } from "../../server/src/engine/engine.ts";
import { fontCoverage, missingSigns } from "../../server/src/engine/fontFile.ts";
import {
  EngineEnded,
  EngineSilent,
  type Laid,
  LayoutError,
  type LayoutJob,
} from "../../server/src/engine/job.ts";
import { warningText } from "../../server/src/engine/warnings.ts";
import type { CompiledProgram } from "../../server/src/engine/typstCompiler.ts";
import type { EngineRequest, EngineResponse } from "../../server/src/engine/workerEnd.ts";
import { fonts } from "../support/typesetting.ts";

const job = (source: string): LayoutJob => ({ source, files: [], fonts: [] });
const laid: Laid = { pdf: new Uint8Array(1), pageCount: 1, places: [], missing: [], unknownFonts: [] };

/** Threads that do nothing by themselves: the test answers for them. */
class Threads {
  readonly started: {
    requests: EngineRequest[];
    ended: boolean;
    program: CompiledProgram | null;
    answer: (response: EngineResponse) => void;
    die: (reason: string) => void;
  }[] = [];
  readonly engine = new Engine(({ answered, ended }, program): EngineThread => {
    const thread = { requests: [] as EngineRequest[], ended: false, program, answer: answered, die: ended };
    this.started.push(thread);
    return { post: (request) => thread.requests.push(request), end: () => (thread.ended = true) };
  });

  get last(): Threads["started"][number] {
    const last = this.started.at(-1);
    assert.ok(last);
    return last;
  }

  /** Answers what was asked last. */
  done(isFull = false): void {
    const { requests, answer } = this.last;
    answer({ id: requests.at(-1)?.id ?? 0, type: "pdf", laid, isFull });
  }
}

describe("the engine", () => {
  it("starts its thread with the first job, and keeps it for the next; one at a time", async () => {
    const threads = new Threads();
    assert.equal(threads.started.length, 0);
    const first = threads.engine.layOut(job("a"));
    const second = threads.engine.layOut(job("b"));
    assert.deepEqual(
      threads.last.requests.map(({ job: { source } }) => source),
      ["a"],
    );
    threads.done();
    assert.equal(await first, laid);
    assert.equal(threads.last.requests.length, 2);
    threads.done();
    await second;
    assert.equal(threads.started.length, 1);
  });

  it("says what was refused, and goes on", async () => {
    const threads = new Threads();
    const refused = threads.engine.layOut(job("a"));
    threads.last.answer({ id: 1, type: "refused", message: "1:2: expected expression" });
    await assert.rejects(
      refused,
      (error) => error instanceof LayoutError && error.message.includes("expected"),
    );
    const next = threads.engine.layOut(job("b"));
    threads.done();
    await next;
    assert.equal(threads.started.length, 1);
  });

  for (const [what, end] of [
    ["dies", (threads: Threads) => threads.last.die("exit 1")],
    [
      "breaks down",
      (threads: Threads) => threads.last.answer({ id: 1, type: "broken", message: "unreachable" }),
    ],
  ] as const)
    it(`starts another thread where one ${what}; what it did not do yet is done`, async () => {
      const threads = new Threads();
      const lost = threads.engine.layOut(job("a"));
      const waiting = threads.engine.layOut(job("b"));
      end(threads);
      await assert.rejects(lost, EngineEnded);
      assert.equal(threads.started.length, 2);
      assert.equal(threads.started[0]?.ended, true);
      threads.done();
      assert.equal(await waiting, laid);
    });

  it("is silent for so long and no longer: while it loads, before it begins, and at work", async () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    try {
      const wait = (seconds: number): void => {
        for (; seconds > 0; seconds--) mock.timers.tick(1000);
      };
      const threads = new Threads();
      const ends: unknown[] = [];
      const ask = (source: string): void =>
        void threads.engine.layOut(job(source)).then(
          () => ends.push("pages"),
          (error: unknown) => ends.push(error),
        );
      // One that nobody waits for may be silent.
      threads.engine.warmUp();
      wait(1000);
      ask("a".repeat(30_000));
      for (let times = 0; times < 10; times++) {
        wait(55);
        threads.last.answer({ type: "loading" });
      }
      wait(55);
      threads.last.answer({ type: "begun", id: 1 });
      wait(85);
      threads.done();
      wait(1000);
      await new Promise(setImmediate);
      assert.deepEqual([ends, threads.started.length], [["pages"], 1]);

      ask("b");
      wait(61);
      await new Promise(setImmediate);
      assert.ok(ends[1] instanceof EngineSilent);
      assert.equal(threads.last.ended, true);

      ask("c".repeat(30_000));
      threads.last.answer({ type: "begun", id: 3 });
      wait(89);
      assert.equal(ends.length, 2);
      wait(10);
      await new Promise(setImmediate);
      assert.ok(ends[2] instanceof EngineSilent);
      assert.equal(threads.started.length, 2);
    } finally {
      mock.timers.reset();
    }
  });

  it("can be started before there is a job; a start that fails is told to the job", async () => {
    const threads = new Threads();
    threads.engine.warmUp();
    threads.engine.warmUp();
    assert.equal(threads.started.length, 1);
    threads.last.die("no such file");
    const pages = threads.engine.layOut(job("a"));
    assert.equal(threads.started.length, 2);
    threads.last.die("no such file");
    await assert.rejects(pages, EngineEnded);
  });

  it("exchanges a thread that has grown too large, and hands what it compiled to the next", async () => {
    const threads = new Threads();
    const first = threads.engine.layOut(job("a"));
    const second = threads.engine.layOut(job("b"));
    const program = {} as CompiledProgram;
    threads.last.answer({ type: "compiled", program });
    threads.done(true);
    assert.equal(await first, laid);
    assert.deepEqual(
      threads.started.map((thread) => [thread.ended, thread.program, thread.requests.length]),
      [
        [true, null, 1],
        [false, program, 1],
      ],
    );
    threads.done();
    await second;
  });

  it("ends the thread of a job that is given up, and hears no more of it", async () => {
    const threads = new Threads();
    const controller = new AbortController();
    const given = threads.engine.layOut(job("a"), controller.signal);
    const next = threads.engine.layOut(job("b"));
    const reason = new Error("fortrudt");
    controller.abort(reason);
    await assert.rejects(given, reason);
    const [first] = threads.started;
    assert.equal(first?.ended, true);
    first.answer({ id: 2, type: "refused", message: "from the grave" });
    first.die("terminated");
    threads.done();
    assert.equal(await next, laid);
    await assert.rejects(threads.engine.layOut(job("c"), controller.signal), reason);
  });

  it("takes a job that waits out of the queue, and leaves the running one alone", async () => {
    const threads = new Threads();
    const controller = new AbortController();
    const running = threads.engine.layOut(job("a"));
    const waiting = threads.engine.layOut(job("b"), controller.signal);
    controller.abort();
    await assert.rejects(waiting);
    threads.done();
    await running;
    assert.equal(threads.last.requests.length, 1);
    assert.equal(threads.last.ended, false);
  });

  it("rejects what waits where it is closed, and can be used again", async () => {
    const threads = new Threads();
    const jobs = [threads.engine.layOut(job("a")), threads.engine.layOut(job("b"))];
    threads.engine.close();
    for (const each of jobs) await assert.rejects(each, EngineEnded);
    const again = threads.engine.layOut(job("c"));
    threads.done();
    assert.equal(await again, laid);
    assert.equal(threads.started.length, 2);
  });

  it("says so where no thread can be started", async () => {
    const engine = new Engine(() => {
      throw new Error("no such file");
    });
    await assert.rejects(
      engine.layOut(job("a")),
      (error) => error instanceof EngineEnded && error.message.includes("no such file"),
    );
  });
});

describe("a font's signs", () => {
  it("are read from its bytes", () => {
    const [regular] = fonts;
    assert.ok(regular);
    const spans = fontCoverage(regular);
    assert.ok(spans);
    assert.deepEqual(missingSigns("Æblegrød – «½» € 漢 ☐ \u{1f600} 漢 a\u00ad\u200d", [spans]), ["漢", "😀"]);
    assert.deepEqual(missingSigns("abc", []), []);
  });

  it("are none where the bytes are no font, or not all of one", () => {
    for (const bytes of [
      Buffer.from(""),
      Buffer.from("wOF2xxxxxxxx"),
      Buffer.from("<svg></svg>"),
      fonts[0]?.subarray(0, 300) ?? Buffer.from(""),
    ])
      assert.equal(fontCoverage(bytes), null);
  });
});

describe("what is said of a document's pages", () => {
  it("names the signs by what they are called", () => {
    const warning = { type: "signsMissing", signs: ["漢", "😀"] } as const;
    assert.match(warningText(warning, "da"), /^Ingen skrifttype har 漢 \(U\+6F22\), 😀 \(U\+1F600\)\./);
    assert.match(warningText(warning, "en"), /^No font has/);
  });
});
