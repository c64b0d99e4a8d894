// The counts of a run: taken from the suite, printed, and kept for the runner of all tests.

import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { Unavailable } from "../../../scripts/setup.mjs";

/** What the suite's line of results begins with; test/vscode/suite/reporter.ts writes it. */
export const marker = "referat-results:";

/** The results of a step: its own, or that it succeeded, or why it broke down. */
export async function attempt(title, step) {
  try {
    return (await step()) ?? { passed: 1, failed: 0, failures: [] };
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    return { passed: 0, failed: 1, failures: [{ title, error: error.stack }] };
  }
}

/** The results of two steps together. */
export const add = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  failures: [...one.failures, ...other.failures],
});

/** Prints the counts of each host and their sum, writes them to a file, with what was `notRun`, and gives the exit status. */
export async function report(hosts, file, notRun) {
  for (const [host, results] of Object.entries(hosts)) {
    console.log(`\n${host}: ${line(results)}`);
    for (const { title, error } of results.failures) console.log(`  ✗ ${title}\n    ${error}`);
  }
  const { passed, failed } = Object.values(hosts).reduce(add);
  console.log(`\n${line({ passed, failed })}`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ passed, failed, hosts, notRun }, undefined, 2)}\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

const line = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
