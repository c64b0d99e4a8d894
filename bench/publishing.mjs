// What the readers receive: the first PDF, the next, another document, the web page; and many documents in one call.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { loadCore, typing } from "./core.mjs";
import { alike, cells, columns, clockTime, figure, sampled, table, wallTime } from "./harness.mjs";
import { minutes, minutesOf } from "./minutes.mjs";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
/** Documents of 60 KB in one call. */
const few = 10;
const many = 100;

export default async function measurePublishing({ quick, budget }) {
  const core = await loadCore();
  const folder = mkdtempSync(path.join(tmpdir(), "referat-bench-"));
  try {
    const { referat } = minutes(10);
    const file = path.join(folder, "a.referat");
    writeFileSync(file, referat.text);
    const cli = (...args) => exported(["export", ...args, "--to", "pdf", "--out", path.join(folder, "ud/")]);
    const [first] = await sampled([() => wallTime(() => cli(file))], { budget: 0, min: quick ? 3 : 7 });

    const engine = new core.Engine(startThread);
    const page = (document) => core.render(document, "referat", core.defaultProfile);
    const type = typing(core.ReferatDocument.parse(referat.text), referat.places["the middle item"]);
    const print = (document) =>
      core.print(engine, page(document), {
        layout: core.defaultLayout,
        files: { logo: null, fonts: [], warnings: [] },
        modified: null,
      });
    let seed = 0;
    const other = () => core.ReferatDocument.parse(minutesOf({ seed: ++seed }, 10));
    const [next, another, html] = await sampled(
      [
        () => wallTime(() => print(type())),
        () => {
          const document = other();
          return wallTime(() => print(document));
        },
        () => clockTime(() => core.html(page(type()))),
      ],
      { budget },
    );
    engine.close();

    // The preview has the engine to itself while she types.
    const previewer = new core.Engine(startThread);
    const show = async (document) => {
      const options = {
        layout: core.defaultLayout,
        files: { logo: null, fonts: [], warnings: [] },
        modified: null,
      };
      return core.drawingOf((await core.draw(previewer, page(document), options)).svg);
    };
    await show(type());
    const [preview] = await sampled([() => wallTime(() => show(type()))], { budget, max: 150 });
    previewer.close();

    const calls = [];
    for (const count of quick ? [few] : [few, many]) {
      const files = Array.from({ length: count }, (_, index) => {
        const name = path.join(folder, `${index}.referat`);
        writeFileSync(name, minutesOf({ seed: 1000 + index, organ: `Udvalg nummer ${index}` }, 10));
        return name;
      });
      let memory = 0;
      const took = await wallTime(async () => (memory = await cli(...files)));
      calls.push({ count, took, memory });
    }
    const rows = [
      ["the first, from the start of the program", first],
      ["the next, a character typed", next],
      ["another document", another],
      ["the preview, a character typed", preview],
      ["as a web page", html],
    ];
    return {
      tables: [
        table(
          "A PDF of 60 KB",
          ["", ...columns],
          rows.map(([name, result]) => [name, ...cells(result)]),
        ),
        table(
          "Documents of 60 KB in one call",
          ["documents", "s", "ms each", "peak MB"],
          calls.map(({ count, took, memory }) => [count, figure(took / 1000), figure(took / count), memory]),
        ),
      ],
      aims: [
        within("the first PDF of 60 KB", first.median, 2000),
        within("the next PDF", next.median, 300),
        within("the preview after a character", preview.median, 150),
        ...(quick
          ? []
          : [
              alike(
                `${few} and ${many} documents in a call, the time of each`,
                calls.map(({ took, count }) => took / count),
              ),
              alike(
                `${few} and ${many} documents in a call, peak memory`,
                calls.map(({ memory }) => memory),
              ),
            ]),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function within(what, measured, limit) {
  return { aim: `${what}: within ${limit} ms`, measured: `${figure(measured)} ms`, met: measured <= limit };
}

function startThread({ answered, ended }, program) {
  const worker = new Worker(path.join(dist, "typst.worker.js"), { workerData: program });
  worker.on("message", answered);
  worker.on("error", (error) => ended(error.message));
  return { post: (request) => worker.postMessage(request), end: () => void worker.terminate() };
}

/** Runs the command line and gives its peak memory in MB, where the system tells it. */
function exported(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(dist, "cli.js"), ...args], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    let peak = 0;
    const look = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid))), 50);
    child.on("close", (status) => {
      clearInterval(look);
      if (status === 0) resolve(peak);
      else reject(new Error(`referat export ended with ${status}`));
    });
  });
}

function memoryOf(pid) {
  try {
    const [, size = "0"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Math.round(Number(size) / 1024);
  } catch {
    // It has ended, or the system tells nothing.
    return 0;
  }
}
