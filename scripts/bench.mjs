// `npm run bench`: the speed of the parser, the rules and the server, beside their peers, as Markdown tables; see
// bench/README.md. What is missing is built and installed. --quick takes fewer samples; `parse`, `check` or `server`
// measures that part alone. An aim that is missed is said, and fails nothing.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import { ensureDependencies, root, runMain, Unavailable } from "./vscode-hosts.mjs";

const bench = path.join(root, "bench");
const parts = ["parse", "check", "server"];

await runMain(async () => {
  const args = process.argv.slice(2);
  const chosen = parts.filter((part) => args.includes(part));
  await ensureDependencies();
  ensurePeers();
  if (!existsSync(path.join(root, "dist/cli.js"))) build();

  // The time, in ms, that one line of a table may take.
  const options = { budget: args.includes("--quick") ? 500 : 2000 };
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

/** Installs the peers, unless they are there as their lock file has them. */
function ensurePeers() {
  const packages = (file) => {
    const place = path.join(bench, file);
    return existsSync(place) ? JSON.parse(readFileSync(place, "utf8")).packages : {};
  };
  const installed = packages("node_modules/.package-lock.json");
  const wanted = Object.entries(packages("package-lock.json"));
  if (wanted.every(([name, { version }]) => !name || installed[name]?.version === version)) return;
  console.error("Henter de programmer, der måles imod, fra npm (30 MB, kun denne gang) …");
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const stdio = ["ignore", "ignore", "inherit"];
  if (spawnSync("npm", args, { cwd: bench, stdio, shell: process.platform === "win32" }).status !== 0) {
    throw new Unavailable(
      "De programmer, der måles imod, kunne ikke hentes fra npm: se efter, at der er net, og kør kommandoen igen.",
    );
  }
}

function build() {
  const { status } = spawnSync(process.execPath, [path.join(root, "scripts/build.mjs")], {
    stdio: "inherit",
  });
  if (status !== 0) throw new Unavailable("Udvidelsen kunne ikke bygges: se fejlen ovenfor.");
}
