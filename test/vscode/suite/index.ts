// The entry of the suite: VS Code loads this module in its extension host and calls run().

import { platform } from "./platform.ts";
import { reporterFor } from "./reporter.ts";

/** Runs all tests; rejects when one fails, which VS Code turns into the exit code. */
export async function run(): Promise<void> {
  // The launcher puts Mocha before this bundle (test/vscode/launch/stage.mjs).
  const { Mocha } = globalThis as unknown as { Mocha: MochaConstructor };
  const results = { passed: 0, failed: 0, failures: [] };
  const mocha = new Mocha({ grep: referatGrep, ui: "bdd", timeout: 60_000, reporter: reporterFor(results) });
  // Declares describe and it, which the modules below call while they load.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./activation.test.ts"); // first, while nothing has activated the extension
  await import("./language.test.ts");
  await import("./symbols.test.ts");
  await import("./structure.test.ts");
  await import("./diagnostics.test.ts");
  await import("./semantics.test.ts");
  await import("./snippets.test.ts");
  await import("./typing.test.ts");
  await import("./writing.test.ts");
  await import("./archive.test.ts");
  await import("./trust.test.ts");
  await import("./publishing.test.ts");
  await import("./attachments.test.ts");
  await import("./recovery.test.ts");

  const failed = await new Promise<number>((resolve) => mocha.run(resolve));
  await platform.report(results);
  if (failed > 0) throw new Error(`${failed} tests failed`);
}

/** Which tests to run, set when the bundle is made; empty means all. */
declare const referatGrep: string;

type MochaConstructor = new (options: Mocha.MochaOptions) => Mocha;
