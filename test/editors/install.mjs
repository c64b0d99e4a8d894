// Where the editors come from: those of the machine, or (as root on Debian) their packages.

import { spawnSync } from "node:child_process";
import { onPath } from "../../scripts/vscode-hosts.mjs";

/** Neovim and Emacs with Eglot, as paths; undefined for one that cannot be had, or is too old for its language servers. */
export function ensureEditors() {
  const missing = [];
  if (!neovim()) missing.push("neovim");
  if (!onPath("emacs")) missing.push("emacs-nox");
  if (missing.length > 0) install(missing);
  // A part of Emacs from 29.
  if (onPath("emacs") && !emacs()) install(["elpa-eglot"]);
  return { neovim: neovim(), emacs: emacs() };
}

function neovim() {
  const program = onPath("nvim");
  return program &&
    succeeds(program, ["--headless", "--clean", "+if !has('nvim-0.7') | cquit | endif", "+qa"])
    ? program
    : undefined;
}

function emacs() {
  const program = onPath("emacs");
  const eglot =
    "(progn (package-initialize) (require 'eglot) (unless (fboundp 'eglot-ensure) (kill-emacs 1)))";
  return program && succeeds(program, ["--batch", "--eval", eglot]) ? program : undefined;
}

function succeeds(program, args) {
  return spawnSync(program, args, { stdio: "ignore", timeout: 60_000 }).status === 0;
}

function install(packages) {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !onPath("apt-get")) return;
  console.log(`Installerer ${packages.join(" og ")} med apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", ...packages]])
    spawnSync("apt-get", ["-qq", ...args], { stdio: ["ignore", "ignore", "inherit"], env });
}
