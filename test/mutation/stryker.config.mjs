import { fileURLToPath } from "node:url";
import { areas, quickTests } from "./areas.mjs";

const area = areas[process.env["MUTATION_AREA"]];

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: area.mutate,
  plugins: ["@stryker-mutator/*", fileURLToPath(new URL("runner.mjs", import.meta.url))],
  testRunner: "mocha-anew",
  mochaOptions: { spec: ["test/mutated/tests.cjs"], grep: quickTests },
  coverageAnalysis: "perTest",
  buildCommand: "node test/mutation/bundle.mjs",
  // The sandbox holds what the tests read. It lies where no other tool looks for code.
  tempDirName: "node_modules/.cache/mutation",
  ignorePatterns: [
    "/dist",
    "/bench",
    "/client",
    "/images",
    "/test/artifacts",
    "/test/vscode",
    "/test/mutation/node_modules",
  ],
  concurrency: Number(process.env["MUTATION_PROCESSES"] ?? 2),
  timeoutMS: 10000,
  disableTypeChecks: false,
  checkers: [],
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false, skipFull: true },
  jsonReporter: {
    fileName:
      process.env["MUTATION_REPORT"] ?? `test/artifacts/mutation-${process.env["MUTATION_AREA"]}.json`,
  },
  allowConsoleColors: false,
};
