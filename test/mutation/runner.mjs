// Stryker's Mocha runner, for tests that lie in one file of the form that Node can forget again: a mutant of a constant then needs
// no new process, as the runner itself would have it, but 50 ms.

import { createRequire } from "node:module";
import path from "node:path";
import { declareFactoryPlugin, PluginKind, tokens, commonTokens } from "@stryker-mutator/api/plugin";
import { createMochaTestRunnerFactory } from "@stryker-mutator/mocha-runner";

const require = createRequire(import.meta.url);
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
    mutantRun: async (options) => {
      if (options.reloadEnvironment) {
        await runner.dispose();
        for (const file of runner.mocha.files) delete require.cache[path.resolve(file)];
        runner.loadedEnv = false;
        await runner.init();
      }
      return mutantRun(options);
    },
  });
}
createRunner.inject = tokens(commonTokens.injector);

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "mocha-anew", createRunner)];
