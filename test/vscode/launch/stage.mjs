// A run's own folder: the extension as it ships, the tests in one file, a copy of the workspace to write in.

import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { listFiles, PackageManager } from "@vscode/vsce";
import { build } from "esbuild";

const here = path.resolve(import.meta.dirname, "..");

/** Lays the folder out for the extension at `source`. The caller removes it. */
export async function layStage(source) {
  const folder = await mkdtemp(path.join(tmpdir(), "referat-vscode-"));
  const stage = {
    folder,
    extension: path.join(folder, "extension"),
    // VS Code finds the host for the tests by the extension in whose folder they lie.
    tests: path.join(folder, "extension/suite.js"),
    workspace: path.join(folder, "workspace"),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
  for (const file of await listFiles({ cwd: source, packageManager: PackageManager.None })) {
    await cp(path.join(source, file), path.join(stage.extension, file));
  }
  await cp(path.join(here, "workspace"), stage.workspace, { recursive: true });
  await bundleSuite(stage.tests);
  return stage;
}

/**
 * One CommonJS module for all hosts: a Web Worker has no Node, so Mocha is its build for browsers. That one goes
 * before the suite and sees no module system, or it would take the suite's exports for its own.
 */
async function bundleSuite(outfile) {
  const mocha = await readFile(createRequire(import.meta.url).resolve("mocha/mocha.js"), "utf8");
  await build({
    entryPoints: [path.join(here, "suite/index.ts")],
    outfile,
    banner: { js: `(function (exports, module, define) {${mocha}\n})();` },
    bundle: true,
    format: "cjs",
    platform: "neutral",
    target: "es2022",
    external: ["vscode", "node:*"],
    sourcemap: "inline",
    logLevel: "warning",
  });
}
