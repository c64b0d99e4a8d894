// npm test: on a fresh clone installs, builds, and runs every check and every test, those in a browser and in a real VS Code included.
// What it opens in LibreOffice, Neovim, Emacs, or VS Code and VSCodium on the desktop is left out where there is none, and that is said.
// `npm test -- --fast` leaves those in other programs out. The last line counts: `N passed, N failed`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { coverageSuffices, measured } from "./coverage.mjs";
import { bin, build, ensurePackages, root, run, runMain } from "./setup.mjs";

const fast = process.argv.includes("--fast");
const artifacts = join(root, "test", "artifacts");
mkdirSync(artifacts, { recursive: true });

const totals = { passed: 0, failed: 0 };

await runMain(async () => {
  await ensurePackages();
  build();
  // They are a gigabyte: it comes while the other tests run.
  const hosts = fast
    ? null
    : spawn(process.execPath, ["scripts/vscode-hosts.mjs"], { cwd: root, stdio: "inherit" });

  for (const [name, command, args] of [
    ["types", bin("tsc"), ["--noEmit"]],
    ["types of the preview", bin("tsc"), ["--noEmit", "-p", "client/webview"]],
    ["lint", bin("eslint"), [".", "--max-warnings", "0"]],
    ["format", bin("prettier"), ["--check", "--log-level", "warn", "."]],
    ["imports", bin("depcruise"), ["--config", ".dependency-cruiser.cjs", "client", "server"]],
    ["generated files", bin("tsx"), ["scripts/generate.ts", "--check"]],
  ]) {
    const { status } = run(command, args);
    count(name, status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }

  const { env, args } = measured();
  suite(
    "unit, property, grammar and protocol tests",
    "mocha-results.json",
    bin("mocha"),
    ["--reporter", "test/support/countingReporter.cjs", ...args],
    env,
  );
  const suffices = await coverageSuffices();
  count("branches of the core", suffices ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  if (!fast) {
    suite("known vulnerabilities", "audit-results.json", process.execPath, ["scripts/audit.mjs"]);
    suite("exported pages in a browser", "browser-results.json", process.execPath, ["test/browser/run.mjs"]);
    suite("exported Word documents in LibreOffice", "office-results.json", process.execPath, [
      "test/office/run.mjs",
    ]);
    suite("tests in Neovim and Emacs", "editors-results.json", process.execPath, ["test/editors/run.mjs"]);
    if (hosts.exitCode === null) await once(hosts, "exit");
    const { status } = run(process.execPath, ["scripts/start.mjs", "--check"]);
    count("npm start", status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    suite("tests in VS Code", "vscode-results.json", process.execPath, ["test/vscode/run.mjs", "all"]);
  }

  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 ? 0 : 1;
});

/** Runs a suite that writes its counts to a file. A suite that ran no test, or died before it counted, has failed. */
function suite(name, resultsFile, command, args, env = process.env) {
  const results = join(artifacts, resultsFile);
  rmSync(results, { force: true });
  const { status } = run(command, args, env);
  const counted = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : { passed: 0, failed: 0 };
  if (counted.notRun && status === 0) {
    console.log(`NOT RUN: ${name}: ${counted.notRun}`);
    if (counted.passed === 0) return;
  }
  if (counted.passed + counted.failed === 0 || (status !== 0 && counted.failed === 0)) counted.failed++;
  count(name, counted);
}

function count(name, { passed, failed }) {
  totals.passed += passed;
  totals.failed += failed;
  console.log(`${failed === 0 ? "ok" : "FAILED"}: ${name} (${passed} passed, ${failed} failed)`);
}
