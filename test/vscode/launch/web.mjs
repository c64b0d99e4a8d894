// VS Code for the Web: the extension runs in a Web Worker.

import { serveWeb } from "../../../scripts/vscode-hosts.mjs";

/** Serves the stage; with `tests`, its suite runs when a page is opened. */
export async function serve(stage, { tests }) {
  const { url, mount, stop } = await serveWeb({
    extension: tests ? stage.extensions : stage.extension,
    folder: stage.workspace,
    tests: tests ? stage.tests : undefined,
  });
  const address = (payload) => `${url}?payload=${encodeURIComponent(JSON.stringify(payload))}`;
  return { address, file: (name) => `${mount}/${name}`, stop };
}
