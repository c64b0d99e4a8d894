// Builds dist/: the extension (desktop and web), the server (Node and Web Worker), the command line, the thread that lays out
// pages, with the compiler and the fonts that it loads, and the thread that reads attachments, with what reads PDFs.
import { chmodSync, copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build as esbuild } from "esbuild";
import { noCode } from "./build/noCode.mjs";
import { buildSplit as split } from "./build/splitBundles.mjs";
import { Bundled, writeThirdParty } from "./build/thirdParty.mjs";
import { withoutUnused } from "./build/withoutUnused.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: process.argv.includes("--sourcemap"),
  target: "es2022",
  // The words are Danish: as escapes they are twice as long.
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  // Its parser alone: with the rest come trees, and how they are written again.
  alias: { htmlparser2: path.join(root, "node_modules/htmlparser2/dist/esm/Parser.js") },
};
const node = { ...shared, platform: "node", format: "cjs", mainFields: ["module", "main"] };
const browser = { ...shared, platform: "browser", mainFields: ["browser", "module", "main"] };

/** What is large and seldom wanted is a bundle of its own, which the others load when it is first used. */
const loadedLate = {
  name: "loaded-late",
  setup({ onResolve }) {
    const late = (filter, path) =>
      onResolve({ filter }, ({ kind }) => (kind === "dynamic-import" ? { path, external: true } : undefined));
    late(/\/publishing\/docx\.ts$/, "./docx.js");
    late(/\/main\/stdio\.ts$/, "./server.js");
    late(/\/reading\/pdfLibrary\.ts$/, "./pdf/pdfjs.js");
  },
};

/** The parser of pages is told no names of signs: `pasting/entities.ts` knows those that are written. */
const noSignNames = {
  name: "no-sign-names",
  setup({ onLoad }) {
    onLoad({ filter: /entities[\\/]dist[\\/]esm[\\/]generated[\\/]decode-data-html\.js$/ }, () => ({
      contents: "export const htmlDecodeTree = new Uint16Array(1);",
    }));
  },
};

const bundled = new Bundled();
const build = async (options) => bundled.note((await esbuild({ ...options, metafile: true })).metafile);
const buildSplit = async (options) => bundled.note(await split(options));

await Promise.all([
  buildSplit({
    ...node,
    entryPoints: { extension: "client/src/desktop.ts" },
    outdir: "dist",
    chunks: "client",
    external: ["vscode"],
  }),
  build({
    ...browser,
    format: "cjs",
    entryPoints: ["client/src/web.ts"],
    outfile: "dist/extension.web.js",
    external: ["vscode"],
  }),
  build({
    ...browser,
    format: "iife",
    entryPoints: ["client/webview/preview.ts", "client/webview/preview.css"],
    outdir: "dist/webview",
  }),
  buildSplit({
    ...node,
    entryPoints: { server: "server/src/main/node.ts", cli: "server/src/cli/main.ts" },
    outdir: "dist",
    chunks: "server",
    banners: { cli: "#!/usr/bin/env node\n" },
    plugins: [loadedLate, noSignNames, withoutUnused],
  }),
  build({
    ...browser,
    format: "iife",
    entryPoints: ["server/src/main/worker.ts"],
    outfile: "dist/server.worker.js",
    plugins: [noSignNames, withoutUnused],
  }),
  // One file for Node, which requires it, and for workers, which import it as a script.
  build({
    ...browser,
    format: "iife",
    globalName: "referatWord",
    // The second line is never run: Node reads from it what there is to be imported.
    footer: {
      js: 'if (typeof module === "object") module.exports = referatWord;\n0 && (module.exports = { docx: null });',
    },
    entryPoints: ["server/src/publishing/docx.ts"],
    outfile: "dist/docx.js",
  }),
  build({
    ...node,
    entryPoints: ["server/src/main/engineWorker.ts"],
    outfile: "dist/typst.worker.js",
    plugins: [noCode],
    // Where the compiler would look for its WebAssembly: it is given the bytes instead.
    define: { "import.meta.url": '""' },
  }),
]);
await Promise.all([
  build({
    ...node,
    entryPoints: ["server/src/main/readerWorker.ts"],
    outfile: "dist/reader.worker.js",
    plugins: [loadedLate],
  }),
  build({
    ...browser,
    format: "iife",
    entryPoints: ["server/src/main/readerWebWorker.ts"],
    outfile: "dist/reader.web.worker.js",
  }),
  // The same for both. It takes itself to be in a browser, and looks for nothing of Node's to draw with; and not for a worker's
  // own port, which is ours.
  build({
    ...browser,
    format: "iife",
    globalName: "referatPdf",
    footer: {
      js: 'if (typeof module === "object") module.exports = referatPdf;\n0 && (module.exports = { getDocument: null });',
    },
    define: { "import.meta.url": '""', "process": "undefined", "self": "undefined" },
    entryPoints: ["server/src/reading/pdfLibrary.ts"],
    outfile: "dist/pdf/pdfjs.js",
    plugins: [noCode],
  }),
]);
copyFileSync(
  path.join(root, "node_modules/pdfjs-dist/LICENSE"),
  path.join(root, "dist/pdf/LICENSE-pdfjs.txt"),
);
await build({
  ...browser,
  format: "iife",
  entryPoints: ["server/src/main/engineWebWorker.ts"],
  outfile: "dist/typst.web.worker.js",
  plugins: [noCode],
  define: { "import.meta.url": '""' },
});
copyEngine();
writeThirdParty(root, bundled);
chmodSync(`${root}/dist/cli.js`, 0o755);

/** The files of dist/typst/, as server/src/engine/assets.ts names them, with what their licences ask for. */
function copyEngine() {
  const packages = path.join(root, "node_modules");
  const compiler = path.join(packages, "@myriaddreamin/typst-ts-web-compiler/pkg");
  const fonts = path.join(packages, "@expo-google-fonts");
  const files = [
    path.join(compiler, "typst_ts_web_compiler_bg.wasm"),
    path.join(packages, "@myriaddreamin/typst-ts-renderer/pkg/typst_ts_renderer_bg.wasm"),
    ...[
      ["source-sans-3", "SourceSans3"],
      ["source-serif-4", "SourceSerif4"],
    ].flatMap(([folder, name]) =>
      ["400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic"].map((weight) =>
        path.join(fonts, folder, weight, `${name}_${weight}.ttf`),
      ),
    ),
  ];
  const out = path.join(root, "dist/typst");
  mkdirSync(out, { recursive: true });
  for (const file of files) copyFileSync(file, path.join(out, path.basename(file)));
  copyFileSync(path.join(packages, "@myriaddreamin/typst.ts/LICENSE"), path.join(out, "LICENSE-typst.txt"));
  copyFileSync(path.join(fonts, "source-sans-3/LICENSE_FONT"), path.join(out, "LICENSE-source-sans-3.txt"));
  copyFileSync(path.join(fonts, "source-serif-4/LICENSE_FONT"), path.join(out, "LICENSE-source-serif-4.txt"));
}
