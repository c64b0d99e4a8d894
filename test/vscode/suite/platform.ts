// What the suite does differently in a host with Node and in a Web Worker.

import type { Results } from "./reporter.ts";

// Spelt as in test/vscode/launch/results.mjs, which reads the line.
const marker = "referat-results:";

/** Whether this extension host is a Node process. */
const node = !("WorkerGlobalScope" in globalThis);

/** Hands the results to the launcher: a line of the log, and in the desktop editor a file. */
async function report(results: Results): Promise<void> {
  const text = JSON.stringify(results);
  console.log(marker + text);
  const file = node ? process.env["REFERAT_RESULTS"] : undefined;
  if (file) {
    const { writeFile } = await import("node:fs/promises");
    await writeFile(file, text);
  }
}

export const platform = { node, report };
