// A run's own folder: the extension as it ships, the tests as a second extension (VS Code runs tests only from the
// folder of one), and a copy of the workspace to write in.

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { listFiles, PackageManager } from "@vscode/vsce";
import { build } from "esbuild";

const here = path.resolve(import.meta.dirname, "..");

/**
 * Lays the folder out for the extension at `source`, the tests that `grep` names, and another workspace than that of the tests where
 * one is named. The caller removes it.
 */
export async function layStage(source, grep, workspace = path.join(here, "workspace")) {
  const folder = await mkdtemp(path.join(tmpdir(), "referat-vscode-"));
  const stage = {
    folder,
    extensions: path.join(folder, "extensions"),
    extension: path.join(folder, "extensions/referat"),
    suite: path.join(folder, "extensions/suite"),
    tests: path.join(folder, "extensions/suite/suite.js"),
    workspace: path.join(folder, path.basename(workspace)),
    partial: grep !== undefined,
    vsix: path.join(folder, "referat.vsix"),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
  for (const file of await listFiles({ cwd: source, packageManager: PackageManager.None })) {
    await cp(path.join(source, file), path.join(stage.extension, file));
  }
  await cp(workspace, stage.workspace, { recursive: true });
  await bundleSuite(stage.tests, grep);
  await writeFile(path.join(stage.suite, "package.json"), JSON.stringify(suiteManifest));
  return stage;
}

const suiteManifest = {
  name: "referat-suite",
  publisher: "referat",
  version: "0.0.0",
  engines: { vscode: "*" },
  capabilities: { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true },
};

/**
 * One CommonJS module for all hosts: a Web Worker has no Node, so Mocha is its build for browsers. That one goes
 * before the suite and sees no module system, or it would take the suite's exports for its own.
 */
async function bundleSuite(outfile, grep = "") {
  const mocha = await readFile(createRequire(import.meta.url).resolve("mocha/mocha.js"), "utf8");
  await build({
    entryPoints: [path.join(here, "suite/index.ts")],
    outfile,
    banner: { js: `(function (exports, module, define) {${mocha}\n})();` },
    bundle: true,
    format: "cjs",
    platform: "neutral",
    target: "es2022",
    define: { referatGrep: JSON.stringify(grep) },
    external: ["vscode", "node:*"],
    sourcemap: "inline",
    logLevel: "warning",
  });
}
