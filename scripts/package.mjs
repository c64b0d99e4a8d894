// npm run package: leaves dist/referat-<version>.vsix.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, ensurePackages, fail, root, run } from "./setup.mjs";

ensurePackages();
build();
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const vsix = join(root, "dist", `referat-${version}.vsix`);
const vsce = join(root, "node_modules", ".bin", "vsce");
const { status } = run(vsce, ["package", "--no-dependencies", "--skip-license", "--out", vsix]);
if (status !== 0 || !existsSync(vsix)) fail("The extension could not be packaged; the messages stand above.");
