// What a fresh clone lacks: its packages. Shared by npm start and npm test; uses nothing but Node itself.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Installs the packages of the lock file, if they are not there yet or the lock file is newer. */
export function ensurePackages() {
  const installed = join(root, "node_modules", ".package-lock.json");
  const lock = join(root, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log("Installing packages …");
  const { status } = run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
  if (status !== 0)
    fail(
      "The packages could not be installed: is the npm registry within reach? Then run the command again.",
    );
}

/** Builds dist/. */
export function build() {
  const { status } = run(process.execPath, [join(root, "scripts", "build.mjs")]);
  if (status !== 0) fail("The build failed; its messages stand above.");
}

export function run(command, args, options = {}) {
  return spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32" && command === "npm",
    ...options,
  });
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}
