// npm run package: leaves dist/referat-<version>.vsix.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { bin, build, ensurePackages, root, run, runMain, Unavailable } from "./setup.mjs";

await runMain(async () => {
  await ensurePackages();
  build();
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const vsix = path.join(root, "dist", `referat-${version}.vsix`);
  const { status } = run(bin("vsce"), ["package", "--no-dependencies", "--skip-license", "--out", vsix]);
  if (status !== 0 || !existsSync(vsix))
    throw new Unavailable("Udvidelsen kunne ikke pakkes: se fejlen ovenfor.");
  return 0;
});
