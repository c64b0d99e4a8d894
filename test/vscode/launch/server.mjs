// VS Code Server: the page is the same, the extension and its language server run in Node.

import path from "node:path";
import { freePort, serverFolder, serverNode, startServer } from "../../../scripts/vscode-hosts.mjs";

/** Serves the stage; with `tests`, its suite runs when a page is opened. */
export async function serve(stage, { tests }) {
  const port = await freePort();
  const options = [
    ["--host", "127.0.0.1"],
    ["--port", port],
    ["--server-data-dir", path.join(stage.folder, "server-data")],
    // Without the driver, a built workbench takes no tests from its address.
    ["--enable-smoke-test-driver"],
    ["--without-connection-token"],
    ["--accept-server-license-terms"],
    ["--disable-telemetry"],
  ];
  const ready = /Extension host agent listening on/;
  const args = [path.join(serverFolder, "out/server-main.js"), ...options.flat().map(String)];
  const stop = await startServer(serverNode(), args, ready, { cwd: serverFolder });

  const remote = (file) => `vscode-remote://localhost:${port}${file}`;
  const development = [["extensionDevelopmentPath", remote(stage.extension)]];
  if (tests) development.push(["extensionTestsPath", remote(stage.tests)]);
  const address = (payload) => {
    const query = { folder: stage.workspace, payload: JSON.stringify([...development, ...payload]) };
    return `http://localhost:${port}/?${new URLSearchParams(query)}`;
  };
  return { address, file: (name) => remote(path.join(stage.workspace, name)), stop };
}
