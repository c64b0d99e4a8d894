// A reporter for an extension host: a line for each test, and the counts for the launcher.

/** What a run came to. */
export interface Results {
  passed: number;
  failed: number;
  readonly failures: { readonly title: string; readonly error: string }[];
}

/** A Mocha reporter that prints each test and counts into `results`. */
export function reporterFor(results: Results): Mocha.ReporterConstructor {
  function Reporter(runner: Mocha.Runner): void {
    runner.on("suite", (suite) => suite.title && console.log(`  ${suite.fullTitle()}`));
    runner.on("pass", (test) => {
      results.passed += 1;
      console.log(`    ✓ ${test.title}`);
    });
    runner.on("fail", (test, error: Error) => {
      results.failed += 1;
      results.failures.push({ title: test.fullTitle(), error: error.message });
      console.error(`    ✗ ${test.title}: ${error.message}`);
    });
  }
  // Mocha takes any constructor; its types want a descendant of its own.
  return Reporter as unknown as Mocha.ReporterConstructor;
}
