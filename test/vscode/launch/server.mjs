// VS Code Server: the page is the same, the extension and its language server run in Node. The extension is not
// loaded from its folder but packed as a VSIX and installed, as a user does it.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { freePort, serverFolder, serverNode, startServer } from "../../../scripts/vscode-hosts.mjs";

const run = promisify(execFile);
const vsce = createRequire(import.meta.url).resolve("@vscode/vsce/vsce");

const main = path.join(serverFolder, "out/server-main.js");

/**
 * Serves the stage; with `tests`, its suite runs when a page is opened. Only where it is `trusted` is the folder. A `plain` one shows
 * messages as it does to her, which it keeps from a driver; it opens nothing by its address.
 */
export async function serve(stage, { tests, trusted = false, plain = false }) {
  const data = ["--server-data-dir", path.join(stage.folder, "server-data")];
  if (!existsSync(stage.vsix)) await install(stage, data);

  const port = await freePort();
  const options = [
    data,
    ["--host", "127.0.0.1"],
    ["--port", port],
    // Without the driver, a built workbench takes no tests from its address.
    plain ? [] : ["--enable-smoke-test-driver"],
    ["--without-connection-token"],
    ["--accept-server-license-terms"],
    ["--disable-telemetry"],
    trusted ? ["--disable-workspace-trust"] : [],
  ];
  const ready = /Extension host agent listening on/;
  const args = [main, ...options.flat().map(String)];
  const stop = await startServer(serverNode(), args, ready, { cwd: serverFolder });

  const remote = (file) => `vscode-remote://localhost:${port}${file}`;
  const development = tests
    ? [
        ["extensionDevelopmentPath", remote(stage.suite)],
        ["extensionTestsPath", remote(stage.tests)],
      ]
    : [];
  const address = (payload) => {
    const query = { folder: stage.workspace, payload: JSON.stringify([...development, ...payload]) };
    return `http://localhost:${port}/?${new URLSearchParams(query)}`;
  };
  return { address, file: (name) => remote(path.join(stage.workspace, name)), plain, stop };
}

/** Packs the extension as a VSIX and installs it. */
async function install(stage, data) {
  const pack = [vsce, "package", "--no-dependencies", "--out", stage.vsix];
  await run(process.execPath, pack, { cwd: stage.extension });
  await run(serverNode(), [main, ...data, "--install-extension", stage.vsix]);
  const settings = path.join(stage.folder, "server-data/data/Machine/settings.json");
  if (existsSync(settings)) return;
  await mkdir(path.dirname(settings), { recursive: true });
  // As on the desktop, and not as in a browser: what is to be saved, she saves.
  await writeFile(settings, JSON.stringify({ "files.autoSave": "off", "workbench.startupEditor": "none" }));
}
