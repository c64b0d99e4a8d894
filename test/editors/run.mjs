// Runs Neovim and Emacs without a window, with the configuration of editors/ and nothing else: node test/editors/run.mjs. It needs
// dist/ (npm run build). They start the server as `referat lsp --stdio` from the PATH, as they do where it is installed.

import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root, runMain } from "../../scripts/setup.mjs";
import { add, attempt, report } from "../vscode/launch/results.mjs";
import { after, before } from "./documents.mjs";
import { ensureEditors } from "./install.mjs";

const counts = path.join(root, "test/artifacts/editors-results.json");
const configurations = path.join(root, "editors");
const scripts = path.join(root, "test/editors");

await runMain(async () => {
  rmSync(counts, { force: true });
  const programs = ensureEditors();
  const results = {};
  if (programs.neovim) {
    results.Neovim = await inFolder((folder, document) => {
      const init = path.join(folder, "init.lua");
      writeFileSync(init, `vim.opt.runtimepath:append(${JSON.stringify(path.join(configurations, "neovim"))})\n`);
      const steps = ["-c", `luafile ${path.join(scripts, "neovim.lua")}`];
      return [programs.neovim, ["--headless", "-n", "-u", init, document, ...steps]];
    });
  }
  if (programs.emacs) {
    results.Emacs = await inFolder((folder) => {
      const init = path.join(folder, "init.el");
      writeFileSync(init, `(package-initialize)\n(add-to-list 'load-path ${JSON.stringify(path.join(configurations, "emacs"))})\n`);
      return [programs.emacs, ["--batch", "-l", init, "-l", path.join(scripts, "emacs.el")]];
    });
  }
  const missing = ["neovim", "emacs"].filter((name) => !programs[name]);
  const notRun = `${missing.join(" og ")} er ikke på maskinen (apt-get install neovim emacs-nox elpa-eglot)`;
  if (missing.length > 0) console.log(notRun);
  if (missing.length === 2) {
    mkdirSync(path.dirname(counts), { recursive: true });
    writeFileSync(counts, JSON.stringify({ passed: 0, failed: 0, notRun }));
    return 0;
  }
  const status = await report(results, counts);
  if (missing.length > 0)
    writeFileSync(counts, JSON.stringify({ ...JSON.parse(readFileSync(counts, "utf8")), notRun }));
  return status;
}); // prettier-ignore

/** Runs an editor in a home of its own with a document, and gives the results of its steps, and of the file that it leaves. */
async function inFolder(commandFor) {
  const folder = mkdtempSync(path.join(tmpdir(), "referat-editor-"));
  try {
    const bin = path.join(folder, "bin");
    // Letters that are no ASCII in the path too: a secretary's folders have them.
    const documents = path.join(folder, "møder");
    const home = path.join(folder, "home");
    for (const each of [bin, documents, home]) mkdirSync(each);
    symlinkSync(path.join(root, "dist/cli.js"), path.join(bin, "referat"));
    const document = path.join(documents, "møde.referat");
    writeFileSync(document, before);
    const written = path.join(folder, "results");
    const [program, args] = commandFor(folder, document);
    const { status, signal, stderr, stdout } = spawnSync(program, args, {
      cwd: documents,
      encoding: "utf8",
      timeout: 180_000,
      env: {
        ...process.env,
        PATH: `${bin}${path.delimiter}${process.env.PATH}`,
        HOME: home,
        XDG_CONFIG_HOME: home,
        XDG_DATA_HOME: home,
        XDG_STATE_HOME: home,
        LC_ALL: "C.UTF-8",
        TERM: "dumb",
        REFERAT_DOCUMENT: document,
        REFERAT_RESULTS: written,
      },
    });
    const lines = existsSync(written) ? readFileSync(written, "utf8").trim().split("\n") : [];
    const steps = lines.map((line) => line.split("\t"));
    const all = [
      ...steps.map(([outcome, title, error]) =>
        attempt(title, () => {
          if (outcome !== "ok") throw new Error(error);
        }),
      ),
      attempt("it goes through all steps and ends well", () => {
        if (status !== 0 || steps.length < 10) throw new Error(`${status} ${signal}: ${stdout} ${stderr}`);
      }),
      attempt("the file on the disk is mended, and nothing else is changed", () => {
        const text = readFileSync(document, "utf8");
        if (text !== after) throw new Error(text);
      }),
    ];
    return (await Promise.all(all)).reduce(add);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
