// Archives as an editor opens them: a folder of minutes, read in the background while somebody types.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { archiveOf, documentOf } from "./archiveTexts.mjs";
import { alike, cells, columns, figure, summary, table, times, wallTime } from "./harness.mjs";
import { LspClient } from "./lspClient.mjs";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const sizes = [100, 1000, 10_000];

/** How keys follow each other: milliseconds between two. */
const rhythms = [
  { name: "a hand that types (80-200 ms)", gap: () => 80 + 120 * random(), keys: 60 },
  { name: "one that ponders (300-600 ms)", gap: () => 300 + 300 * random(), keys: 40 },
  { name: "without a gap", gap: null, keys: 300 },
];

export default async function measureArchive({ quick }) {
  const rows = [];
  for (const count of quick ? sizes.slice(0, -1) : sizes) rows.push(await measured(count));
  const alone = await typing(await opened(null, null));
  const last = rows.at(-1);
  const name = ({ count }) => count.toLocaleString("en");
  return {
    tables: [
      table(
        "An archive over stdio, documents of 60 KB: from the start of the process until all is known",
        [
          "documents",
          "first reading s",
          "of processor",
          "stored start s",
          "peak MB",
          "peak MB, stored start",
          "and with searches",
        ],
        rows.map((row) => [
          name(row),
          figure(row.cold / 1000),
          figure(row.coldWork / 1000),
          figure(row.warm / 1000),
          figure(row.coldMemory),
          figure(row.warmMemory),
          figure(row.askedMemory),
        ]),
      ),
      table(
        "With the archive read: a key pressed to its diagnostics, and searches in all documents",
        ["documents", "what", ...columns],
        rows.flatMap((row) => row.asked.map(({ what, result }) => [name(row), what, ...cells(result)])),
      ),
      table(
        "A key pressed to its diagnostics, without an archive and while one is read",
        ["rhythm", "documents", ...columns, "p95 beside none"],
        rhythms.flatMap(({ name: rhythm }, index) => [
          [rhythm, "none", ...cells(alone[index]), times(1)],
          ...rows.map((row) => [
            rhythm,
            name(row),
            ...cells(row.whileRead[index]),
            times(row.whileRead[index].p95 / alone[index].p95),
          ]),
        ]),
      ),
    ],
    aims: [
      aim(
        `First reading of ${name(last)} documents, of processor: 6 ms each`,
        last.coldWork / last.count,
        6,
        "ms",
      ),
      aim(`Start with ${name(last)} documents from the stored index: 2 s`, last.warm / 1000, 2, "s"),
      aim(
        `Peak memory with ${name(last)} documents: 400 MB`,
        Math.max(last.coldMemory, last.askedMemory),
        400,
        "MB",
      ),
      alike(
        "A key pressed, with archives of all sizes",
        rows.map(({ asked }) => asked[0].result.median),
      ),
      ...rows
        .at(-1)
        .asked.slice(1)
        .map(({ what, result }) => aim(`${what}: 50 ms`, result.p95, 50, "ms")),
      ...rhythms.map(({ name: rhythm }, index) =>
        aim(
          `p95 of a key while the archive is read, ${rhythm}: twice that without one`,
          last.whileRead[index].p95 / alone[index].p95,
          2,
          "×",
        ),
      ),
    ],
  };
}

async function measured(count) {
  const folder = archiveOf(count);
  const storage = mkdtempSync(path.join(tmpdir(), "referat-bench-"));
  try {
    const first = await opened(folder, storage);
    const cold = await first.whole;
    const coldWork = first.client.processorTime() ?? cold;
    const coldMemory = first.client.peakMemory();
    await first.client.stop();

    // The best of three: each start has but one chance, and other programs may take it.
    const starts = [await started(folder, storage), await started(folder, storage)];
    const again = await opened(folder, storage);
    const warm = Math.min(...starts, await again.whole);
    const warmMemory = again.client.peakMemory();
    const asked = await asking(again);
    const askedMemory = again.client.peakMemory();
    await again.client.stop();

    const whileRead = await typing(await opened(folder, null));
    return { count, cold, coldWork, warm, coldMemory, warmMemory, askedMemory, asked, whileRead };
  } finally {
    rmSync(storage, { recursive: true });
  }
}

/** The time of a start with what is stored. */
async function started(folder, storage) {
  const { client, whole } = await opened(folder, storage);
  const time = await whole;
  await client.stop();
  return time;
}

/** A server with the folder; `whole` is the time from its start until all documents are known. */
async function opened(folder, storage) {
  const start = performance.now();
  let known;
  const whole = new Promise((resolve) => (known = resolve));
  const client = await LspClient.start([cli, "lsp", "--stdio"], folder && pathToFileURL(folder).href, {
    initializationOptions: { archive: storage ? { storage: pathToFileURL(storage).href } : {} },
    notified: (method, params) => {
      if (method === "referat/archiveChanged" && !params.indexing) known(performance.now() - start);
    },
  });
  return { client, whole };
}

/** A key pressed, and searches, when nothing else is done. */
async function asking({ client }) {
  const press = await keyOf(client);
  const searches = [
    [
      "Search: workspace/symbol »svømmehallen«",
      () => client.request("workspace/symbol", { query: "svømmehallen" }),
    ],
    [
      "Search: decisions »tilskuddet godkendt«",
      () => client.request("referat/decisions", { query: { text: "tilskuddet godkendt" }, limit: 200 }),
    ],
    [
      "Search: actions, overdue",
      () =>
        client.request("referat/actions", { query: { state: "overdue" }, today: "2026-11-28", limit: 200 }),
    ],
  ];
  const asked = [{ what: "a key pressed", result: await repeated(press, 100) }];
  for (const [what, ask] of searches) {
    try {
      await ask();
      asked.push({ what, result: await repeated(ask, 30) });
    } catch {
      // Not served.
    }
  }
  return asked;
}

/** Keys pressed in each of the rhythms. */
async function typing({ client }) {
  const press = await keyOf(client);
  const results = [];
  for (const { gap, keys } of rhythms) {
    const samples = [];
    for (let key = 0; key < keys + 5; key++) {
      if (gap) await new Promise((resolve) => setTimeout(resolve, gap()));
      const took = await wallTime(press);
      if (key >= 5) samples.push(took);
    }
    results.push(summary(samples));
  }
  await client.stop();
  return results;
}

async function repeated(work, count) {
  const samples = [];
  for (let index = 0; index < count + 5; index++) {
    const took = await wallTime(work);
    if (index >= 5) samples.push(took);
  }
  return summary(samples);
}

/** Opens a document beside the archive; gives the key that types a character in its middle, and takes it away again. */
async function keyOf(client) {
  const { text } = documentOf(7);
  await client.open("file:///referat-bench/åbent.referat", "referat", text);
  const offset = text.indexOf("Forvaltningen fremlægger", text.length / 2) + 4;
  const before = text.slice(0, offset).split("\n");
  const start = { line: before.length - 1, character: before.at(-1).length };
  const behind = { line: start.line, character: start.character + 1 };
  const changes = [
    { range: { start, end: start }, text: "x" },
    { range: { start, end: behind }, text: "" },
  ];
  let presses = 0;
  return () => client.change(changes[presses++ % 2]);
}

function aim(what, measured, limit, unit) {
  return { aim: what, measured: `${figure(measured)} ${unit}`, met: measured <= limit };
}

let seed = 1;
/** The same gaps in each run. */
function random() {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return seed / 2 ** 32;
}
