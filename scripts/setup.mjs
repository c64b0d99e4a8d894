// What a fresh clone lacks: its packages and its build. Shared by all scripts; uses nothing but Node itself.
// What cannot be had is thrown as an `Unavailable`, whose message is one sentence for the person at the keyboard.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the project. */
export const root = path.resolve(fileURLToPath(import.meta.url), "../..");

export const onWindows = process.platform === "win32";

/** Something that the machine or the network does not give; the message says what, and what to do. */
export class Unavailable extends Error {}

/** Runs a script's `main`, which gives the exit status; what is unavailable is said in its one sentence, and it is 1. */
export async function runMain(main) {
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Unavailable ? error.message : error);
    process.exitCode = 1;
  }
}

/** Installs the project's own packages, unless they are there as the lock file has them. */
export function ensurePackages() {
  return ensureInstalled(root, "Projektets pakker");
}

/** Installs the packages of a folder, unless they are there as its lock file has them; `what` names them in Danish. */
export async function ensureInstalled(folder, what) {
  const packages = (file) => {
    const place = path.join(folder, file);
    return existsSync(place) ? JSON.parse(readFileSync(place, "utf8")).packages : {};
  };
  const installed = packages("node_modules/.package-lock.json");
  const missing = Object.entries(packages("package-lock.json")).some(
    ([name, { version, optional }]) => name && !optional && installed[name]?.version !== version,
  );
  if (!missing) return;
  console.error(`${what} hentes fra npm …`);
  await npmCi(["--ignore-scripts"], folder, what);
}

/** Installs a folder's package-lock.json; `what` names it to the person at the keyboard. */
export async function npmCi(args, folder, what) {
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const child = spawn("npm", ["ci", ...args, ...quiet], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    shell: onWindows,
  });
  let errors = "";
  child.stderr.on("data", (chunk) => (errors += chunk));
  const status = await new Promise((resolve) => {
    child.on("error", (error) => resolve(error.code));
    child.on("close", resolve);
  });
  if (status === 0) return;
  const code = /npm error code (\S+)/.exec(errors)?.[1] ?? `npm endte med ${status}`;
  throw new Unavailable(
    `${what} kunne ikke hentes fra npm (${code}): se efter, at der er net og plads, og kør kommandoen igen.`,
  );
}

/** Builds dist/. */
export function build() {
  const { status } = run(process.execPath, [path.join(root, "scripts/build.mjs")]);
  if (status !== 0) throw new Unavailable("Udvidelsen kunne ikke bygges: se fejlen ovenfor.");
}

/** Runs a command in the project's root, with its output on this terminal. */
export function run(command, args, env = process.env) {
  return spawnSync(command, args, {
    cwd: root,
    env,
    stdio: "inherit",
    shell: onWindows && command === "npm",
  });
}

/** The path of a program that a package of the project brings. */
export function bin(name) {
  return path.join(root, "node_modules/.bin", name);
}
