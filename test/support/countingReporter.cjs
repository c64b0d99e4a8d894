// Mocha's own `dot` output, with the counts written to test/artifacts/mocha-results.json for scripts/test.mjs.
const { mkdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { reporters } = require("mocha");

module.exports = class CountingReporter extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.once("end", () => {
      const { passes, failures, pending } = this.stats;
      const folder = join(__dirname, "..", "artifacts");
      mkdirSync(folder, { recursive: true });
      // A test that is left out is not a test that passed.
      writeFileSync(
        join(folder, "mocha-results.json"),
        JSON.stringify({ passed: passes, failed: failures + pending }),
      );
    });
  }
};
