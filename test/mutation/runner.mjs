// Stryker's Mocha runner, for tests that lie in one file of the form that Node can forget again: a mutant of a constant then needs
// no new process, as the runner itself would have it, but 50 ms. And of a rule's mutants only that rule's own tests are asked.

import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import path from "node:path";
import { declareFactoryPlugin, PluginKind, tokens, commonTokens } from "@stryker-mutator/api/plugin";
import { createMochaTestRunnerFactory } from "@stryker-mutator/mocha-runner";
import { quickTests } from "./areas.mjs";

const require = createRequire(import.meta.url);
const quick = new RegExp(quickTests);
const fixtureOf = (rule) => `test/fixtures/rules/${rule}.fixture`;
const createMochaTestRunner = createMochaTestRunnerFactory();

function createRunner(injector) {
  const runner = injector.injectFunction(createMochaTestRunner);
  const init = runner.init.bind(runner);
  const mutantRun = runner.mutantRun.bind(runner);
  return Object.assign(runner, {
    capabilities: async () => ({ reloadEnvironment: true }),
    init: async () => {
      await init();
      const { mocha } = runner;
      // Read by `require`: what is imported stays.
      mocha.loadFilesAsync = async () => mocha.loadFiles();
    },
    mutantRun: async (wanted) => {
      const options = withOwnTests(wanted);
      if (options.reloadEnvironment) {
        await runner.dispose();
        for (const file of runner.mocha.files) delete require.cache[path.resolve(file)];
        runner.loadedEnv = false;
        await runner.init();
      }
      return mutantRun(options);
    },
  });

  /** Every rule sees every document: what must notice a mutant of one is what the tests say of that rule. */
  function withOwnTests(options) {
    const id = path
      .basename(options.activeMutant.fileName, ".ts")
      .replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`);
    const own = new RegExp(`(?:^| )${id}(?: |$)|^profiles |^what is found in odd`);
    const inRules = options.activeMutant.fileName.includes("/rules/") && existsSync(fixtureOf(id));
    runner.originalGrep = inRules ? own : quick;
    const testFilter = inRules ? options.testFilter?.filter((title) => own.test(title)) : [];
    return testFilter && testFilter.length > 0 ? { ...options, testFilter } : options;
  }
}
createRunner.inject = tokens(commonTokens.injector);

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "mocha-anew", createRunner)];
