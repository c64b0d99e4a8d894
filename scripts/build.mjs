// Builds dist/: the extension (desktop and web), the server (Node and Web Worker), and the command line.
import { chmodSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: process.argv.includes("--sourcemap"),
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
};
const node = { ...shared, platform: "node", format: "cjs", mainFields: ["module", "main"] };
const browser = { ...shared, platform: "browser", mainFields: ["browser", "module", "main"] };

/** What is large and seldom wanted is a bundle of its own, which the others load when it is first used. */
const loadedLate = {
  name: "loaded-late",
  setup({ onResolve }) {
    onResolve({ filter: /\/publishing\/docx\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./docx.js", external: true } : undefined,
    );
  },
};

await Promise.all([
  build({
    ...node,
    entryPoints: ["client/src/desktop.ts"],
    outfile: "dist/extension.js",
    external: ["vscode"],
  }),
  build({
    ...browser,
    format: "cjs",
    entryPoints: ["client/src/web.ts"],
    outfile: "dist/extension.web.js",
    external: ["vscode"],
  }),
  build({ ...node, entryPoints: ["server/src/main/node.ts"], outfile: "dist/server.js" }),
  build({
    ...browser,
    format: "iife",
    entryPoints: ["server/src/main/worker.ts"],
    outfile: "dist/server.worker.js",
  }),
  build({
    ...node,
    entryPoints: ["server/src/cli/main.ts"],
    outfile: "dist/cli.js",
    plugins: [loadedLate],
    // A bundled dependency asks for its own place, which CommonJS does not call import.meta.url.
    define: { "import.meta.url": "bundleUrl" },
    banner: {
      js: '#!/usr/bin/env node\nconst bundleUrl = require("node:url").pathToFileURL(__filename).href;',
    },
  }),
  build({ ...node, entryPoints: ["server/src/publishing/docx.ts"], outfile: "dist/docx.js" }),
]);
chmodSync(`${root}/dist/cli.js`, 0o755);
