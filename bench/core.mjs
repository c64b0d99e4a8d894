// The core of the language in one file, as the build ships it.

import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const entry = `
  export { ReferatDocument } from "./server/src/syntax/document.ts";
  export { Checker, messageOf } from "./server/src/rules/check.ts";
  export { defaultProfile } from "./server/src/model/profile.ts";
  export { moveItem } from "./server/src/edits/moveItem.ts";
  export { completionsAt } from "./server/src/features/completion/completion.ts";
  export { renameAt } from "./server/src/features/rename.ts";
  export { render } from "./server/src/publishing/render.ts";
  export { html } from "./server/src/publishing/html.ts";
  export { defaultLayout } from "./server/src/model/pageLayout.ts";
  export { Engine } from "./server/src/engine/engine.ts";
  export { draw, print } from "./server/src/engine/print.ts";
  export { drawingOf } from "./server/src/engine/drawing.ts";
  export { hoverAt } from "./server/src/features/hover.ts";
`;

/** Bundles and loads the core, minified; under `node --cpu-prof` with its names, so that the profile can be read. */
export async function loadCore({
  named = process.execArgv.some((option) => option.startsWith("--cpu-prof")),
} = {}) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const name = named ? "core.named.mjs" : "core.mjs";
  const outfile = fileURLToPath(new URL(`node_modules/.referat/${name}`, import.meta.url));
  await build({
    stdin: { contents: entry, resolveDir: root, loader: "ts" },
    bundle: true,
    outfile,
    format: "esm",
    target: "es2022",
    minify: !named,
  });
  return { ...(await import(pathToFileURL(outfile).href)), outfile };
}

/** One character typed at an offset and, the next time, taken away again; gives the document after each. */
export function typing(document, offset) {
  let typed = false;
  return () => {
    document = document.edit(
      typed ? { start: offset, end: offset + 1, text: "" } : { start: offset, end: offset, text: "x" },
    );
    typed = !typed;
    return document;
  };
}
