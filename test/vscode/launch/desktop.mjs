// The desktop editor: the one at $REFERAT_VSCODE, those of the machine, or one that @vscode/test-electron downloads.

import { existsSync, realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { Unavailable } from "../../../scripts/setup.mjs";
import { onPath } from "../../../scripts/vscode-hosts.mjs";

/** What starts each from a terminal, and where else it lies. */
const editors = {
  "VS Code": {
    command: "code",
    places: [
      "/Applications/Visual Studio Code.app/Contents/MacOS/Electron",
      path.join(process.env.LOCALAPPDATA ?? "", "Programs/Microsoft VS Code/Code.exe"),
    ],
  },
  "VSCodium": {
    command: "codium",
    places: [
      "/Applications/VSCodium.app/Contents/MacOS/VSCodium",
      path.join(process.env.LOCALAPPDATA ?? "", "Programs/VSCodium/VSCodium.exe"),
    ],
  },
};

const hasScreen = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;

/** The programs of the machine that the suite can run in, by name; `notRun` says of the others why it cannot. Nothing is downloaded. */
export function ofMachine() {
  const found = Object.entries(editors).flatMap(([name, editor]) => {
    const program = programOf(editor);
    return program ? [[name, program]] : [];
  });
  if (process.env.REFERAT_VSCODE) found.unshift(["desktop", process.env.REFERAT_VSCODE]);
  const programs = Object.fromEntries(found);
  // Who names one has said which is wanted.
  const missing = programs.desktop ? [] : Object.keys(editors).filter((name) => !programs[name]);
  const absent = missing.length > 0 ? `${missing.join(" og ")} er ikke på maskinen` : undefined;
  if (hasScreen || found.length === 0) return { programs, notRun: absent };
  const dark = `${found.map(([name]) => name).join(" og ")} har ingen skærm: brug xvfb-run`;
  return { programs: {}, notRun: [dark, absent].filter(Boolean).join("; ") };
}

/** The editor itself: what is on the PATH is a script beside it, which does not wait for it to end. */
function programOf({ command, places }) {
  const script = onPath(command);
  const beside = script ? [path.join(path.dirname(realpathSync(script)), "..", command)] : [];
  return [...beside, ...places].find((place) => path.isAbsolute(place) && existsSync(place));
}

/** Runs the suite in the desktop editor at `program`; without one, in $REFERAT_VSCODE or a downloaded one. */
export async function run(stage, program) {
  const vscodeExecutablePath = program ?? process.env.REFERAT_VSCODE ?? (await download());
  if (!hasScreen) {
    throw new Unavailable(
      "Prøverne i VS Code på skrivebordet blev ikke kørt, da der ingen skærm er: brug xvfb-run.",
    );
  }
  const results = path.join(stage.folder, "results.json");
  const status = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: [stage.extension, stage.suite],
    extensionTestsPath: stage.tests,
    extensionTestsEnv: { REFERAT_RESULTS: results },
    launchArgs: [
      stage.workspace,
      "--disable-extensions",
      "--user-data-dir",
      path.join(stage.folder, "user-data"),
    ],
  }).catch((error) => error.message);
  const text = await readFile(results, "utf8").catch(() => undefined);
  if (text === undefined) throw new Error(`VS Code ended (${status}) without results`);
  return JSON.parse(text);
}

/** The stable VS Code, downloaded where the network allows it. */
async function download() {
  try {
    return await downloadAndUnzipVSCode("stable");
  } catch (error) {
    throw new Unavailable(
      `Prøverne i VS Code på skrivebordet blev ikke kørt, da den ikke kunne hentes (${error.message}): ` +
        "sæt miljøvariablen REFERAT_VSCODE til en VS Code på maskinen, eller kør dem, hvor der er net.",
    );
  }
}
