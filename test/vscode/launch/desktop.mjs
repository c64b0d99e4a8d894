// The desktop editor: the one at $REFERAT_VSCODE, or one that @vscode/test-electron downloads.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { Unavailable } from "../../../scripts/setup.mjs";

/** Runs the suite in the desktop editor. */
export async function run(stage) {
  const vscodeExecutablePath = process.env.REFERAT_VSCODE ?? (await download());
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
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
  return readFile(results, "utf8").then(JSON.parse, () =>
    notRun(`VS Code ended (${status}) without results`),
  );
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
