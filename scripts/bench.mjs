// `npm run bench`: the speed of the parser, the rules and the server, beside their peers, as Markdown tables; see
// bench/README.md. What is missing is built and installed. --quick takes fewer samples; `parse`, `check`, `writing`, `limit`,
// `server`, `archive` or `publishing` measures that part alone; --write FILE puts the tables into a page, between its two marks.
// An aim that is missed is said, and fails nothing.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import { build, ensureInstalled, ensurePackages, root, runMain } from "./setup.mjs";

const bench = path.join(root, "bench");
const parts = ["parse", "check", "writing", "limit", "server", "archive", "publishing"];

await runMain(async () => {
  const args = process.argv.slice(2);
  const chosen = parts.filter((part) => args.includes(part));
  const page = args.includes("--write") ? args[args.indexOf("--write") + 1] : undefined;
  const [before, behind] = page === undefined ? [] : aroundTables(page);
  await ensurePackages();
  await ensureInstalled(bench, "De programmer, der måles imod,");
  if (!existsSync(path.join(root, "dist/cli.js"))) build();

  // The time, in ms, that one line of a table may take.
  const quick = args.includes("--quick");
  const options = { quick, budget: quick ? 500 : 2000 };
  const { table } = await import("../bench/harness.mjs");
  const said = [];
  const say = (text) => {
    said.push(text);
    console.log(text);
  };
  say(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? process.arch}`);
  say(`Load before: ${load()}\n`);
  const aims = [];
  for (const part of chosen.length > 0 ? chosen : parts) {
    const { default: measure } = await import(`../bench/${part}.mjs`);
    const result = await measure(options);
    for (const text of result.tables) say(text);
    aims.push(...result.aims);
  }
  const rows = aims.map(({ aim, measured, met }) => [aim, measured, met ? "met" : "not met"]);
  say(table("What the aims say", ["aim", "measured", ""], rows));
  say(`Load after: ${load()}`);
  if (page !== undefined) writeFileSync(page, `${before}\n\n${said.join("\n")}\n\n${behind}`);
  return 0;
});

/** What a page holds up to its first mark, and from its second on. */
function aroundTables(page) {
  const text = readFileSync(page, "utf8");
  const [first, second] = ["<!-- bench -->", "<!-- /bench -->"].map((mark) => text.indexOf(mark));
  if (first === -1 || second < first) throw new Error(`${page}: no <!-- bench --> before <!-- /bench -->`);
  return [text.slice(0, first + "<!-- bench -->".length), text.slice(second)];
}

/** How many processes wanted a processor in the last minute. */
function load() {
  return loadavg()[0].toFixed(1);
}
