// `npm run mutation [-- calendar | times | rules | shared] [-- --mutate <glob> …]`: changes the code in small ways, one at a time, and sees
// whether a test notices; see test/mutation/README.md. Without an area all are run, one after the other. Other arguments are
// Stryker's. The scores lie in test/artifacts/mutation-<area>.json.

import { spawnSync } from "node:child_process";
import path from "node:path";
import { areas } from "../test/mutation/areas.mjs";
import { ensureInstalled, ensurePackages, root, runMain } from "./setup.mjs";

const folder = path.join(root, "test/mutation");

await runMain(async () => {
  const args = process.argv.slice(2);
  const named = args.filter((arg) => Object.hasOwn(areas, arg));
  const options = args.filter((arg) => !named.includes(arg));
  await ensurePackages();
  await ensureInstalled(folder, "Det, som mutationstestene køres med,");
  const stryker = path.join(folder, "node_modules/@stryker-mutator/core/bin/stryker.js");
  const failed = (named.length > 0 ? named : Object.keys(areas)).filter((area) => {
    const { status } = spawnSync(
      process.execPath,
      [stryker, "run", "test/mutation/stryker.config.mjs", ...options],
      { cwd: root, stdio: "inherit", env: { ...process.env, MUTATION_AREA: area } },
    );
    return status !== 0;
  });
  return failed.length === 0 ? 0 : 1;
});
