// The counts of a run: taken from the suite, printed, and kept for the runner of all tests.

import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/** What the suite's line of results begins with; test/vscode/suite/reporter.ts writes it. */
export const marker = "referat-results:";

/** The results of a host in which the suite never ran. */
export const notRun = (error) => ({ passed: 0, failed: 1, failures: [{ title: "the suite runs", error }] });

/** Prints the counts of each host and their sum, writes them to a file, and gives the exit status. */
export async function report(hosts, file) {
  const total = { passed: 0, failed: 0 };
  for (const [host, { passed, failed, failures }] of Object.entries(hosts)) {
    total.passed += passed;
    total.failed += failed;
    console.log(`\n${host}: ${line({ passed, failed })}`);
    for (const { title, error } of failures) console.log(`  ✗ ${title}\n    ${error}`);
  }
  console.log(`\n${line(total)}`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...total, hosts }, undefined, 2)}\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

const line = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
