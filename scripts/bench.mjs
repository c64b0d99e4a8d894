// `npm run bench`: the speed of the parser, the rules and the server, beside their peers, as Markdown tables; see
// bench/README.md. What is missing is built and installed. --quick takes fewer samples; `parse`, `check`, `writing`, `server`,
// `archive` or `publishing` measures that part alone. An aim that is missed is said, and fails nothing.

import { existsSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import { build, ensureInstalled, ensurePackages, root, runMain } from "./setup.mjs";

const bench = path.join(root, "bench");
const parts = ["parse", "check", "writing", "server", "archive", "publishing"];

await runMain(async () => {
  const args = process.argv.slice(2);
  const chosen = parts.filter((part) => args.includes(part));
  await ensurePackages();
  await ensureInstalled(bench, "De programmer, der måles imod,");
  if (!existsSync(path.join(root, "dist/cli.js"))) build();

  // The time, in ms, that one line of a table may take.
  const quick = args.includes("--quick");
  const options = { quick, budget: quick ? 500 : 2000 };
  const { table } = await import("../bench/harness.mjs");
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? process.arch}`);
  console.log(`Load before: ${load()}\n`);
  const aims = [];
  for (const part of chosen.length > 0 ? chosen : parts) {
    const { default: measure } = await import(`../bench/${part}.mjs`);
    const result = await measure(options);
    for (const text of result.tables) console.log(text);
    aims.push(...result.aims);
  }
  const rows = aims.map(({ aim, measured, met }) => [aim, measured, met ? "met" : "not met"]);
  console.log(table("What the aims say", ["aim", "measured", ""], rows));
  console.log(`Load after: ${load()}`);
  return 0;
});

/** How many processes wanted a processor in the last minute. */
function load() {
  return loadavg()[0].toFixed(1);
}
