// `npm run coverage`: how many of the core's branches the tests of mocha take, folder by folder, and which they don't.
// `npm test` measures the same in the run that it makes anyway.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bin, ensurePackages, root, runMain } from "./setup.mjs";

/** The folders of server/src whose branches are counted. */
const core =
  "text calendar syntax model archive pasting reading publishing edits rules features config".split(" ");
/** More than so many of a hundred must be taken in all of them together, and no fewer than so many in each: both only ever rise. */
const aim = { together: 95, each: 93 };

const raw = path.join(root, "test/artifacts/coverage");

/** The environment and the arguments with which mocha's run writes what it took. */
export function measured() {
  rmSync(raw, { recursive: true, force: true });
  return {
    env: { ...process.env, NODE_V8_COVERAGE: raw },
    args: ["--require", "./test/support/ownCoverage.cjs"],
  };
}

/** Says what the last measured run took of each folder. False where it is less than the aim. */
export async function coverageSuffices({ details = false } = {}) {
  if (!existsSync(raw)) return false;
  for (const name of readdirSync(raw)) withoutHelpers(path.join(raw, name));
  const { Report } = await import("c8");
  const { transformSync } = await import("esbuild");
  const report = new Report({
    tempDirectory: raw,
    reportsDirectory: path.join(root, "test/artifacts/branches"),
    reporter: details ? ["text"] : [],
    include: core.map((folder) => `server/src/${folder}/**/*.ts`),
    exclude: ["**/*.d.ts"],
    extension: [".ts"],
    all: true,
    src: [path.join(root, "server/src")],
    excludeNodeModules: true,
    skipFull: true,
    // Each process was read on its own: the same file is no other where a thread loaded it.
    mergeAsync: true,
  });
  if (details) await report.run();
  const map = await report.getCoverageMapFromAllCoverageFiles();
  const taken = Object.fromEntries(core.map((folder) => [folder, { covered: 0, total: 0 }]));
  for (const file of map.files()) {
    // A file of types alone is nothing that runs.
    if (transformSync(readFileSync(file, "utf8"), { loader: "ts" }).code.trim() === "") continue;
    const [folder] = path.relative(path.join(root, "server/src"), file).split(path.sep);
    const { covered, total } = map.fileCoverageFor(file).toSummary().branches;
    taken[folder].covered += covered;
    taken[folder].total += total;
  }
  const all = { covered: 0, total: 0 };
  for (const { covered, total } of Object.values(taken)) {
    all.covered += covered;
    all.total += total;
  }
  for (const [folder, branches] of Object.entries({ ...taken, "in all": all }))
    console.log(
      `${folder.padEnd(12)} ${percent(branches).toFixed(2).padStart(6)} % of ${branches.total} branches`,
    );
  return percent(all) > aim.together && Object.values(taken).every((folder) => percent(folder) >= aim.each);
}

function percent({ covered, total }) {
  return total === 0 ? 0 : (100 * covered) / total;
}

/**
 * Takes out of a process's coverage what is not ours, and what tsx writes around a module: helpers before its first sign, and what
 * names the exports to tools behind its last. Neither ever runs.
 */
function withoutHelpers(file) {
  const written = JSON.parse(readFileSync(file, "utf8"));
  const maps = written["source-map-cache"] ?? {};
  const result = written.result
    .filter(({ url }) => url.startsWith("file:") && url.includes("/server/src/") && maps[url])
    .map((script) => {
      const [begin, end] = ownRange(maps[script.url]);
      const runs = ({ startOffset, count }) => count > 0 || (startOffset >= begin && startOffset < end);
      return {
        ...script,
        functions: script.functions
          .map((each) => ({ ...each, ranges: each.ranges.filter(runs) }))
          .filter(({ ranges }) => ranges.length > 0),
      };
    });
  writeFileSync(file, JSON.stringify({ ...written, result }));
}

/** From where to where the module's own code stands in what tsx made of it, a sign behind the last that has a place in the source. */
function ownRange({ data, lineLengths }) {
  const map = new SourceMap(data);
  const starts = [0];
  for (const length of lineLengths) starts.push(starts.at(-1) + length + 1);
  const last = map.findEntry(lineLengths.length, 0);
  const line = lineLengths.findIndex((length, each) => map.findEntry(each, length).originalSource);
  let column = 0;
  while (!map.findEntry(line, column).originalSource) column++;
  return [starts[line] + column, starts[last.generatedLine] + last.generatedColumn + 1];
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runMain(async () => {
    await ensurePackages();
    const { env, args } = measured();
    const { status } = spawnSync(bin("mocha"), args, { cwd: root, stdio: "inherit", env });
    return (await coverageSuffices({ details: true })) && status === 0 ? 0 : 1;
  });
