// What the bundled packages would make of texts while they run, `new Function("…")`, stands in the bundle instead, written out: then
// no text becomes code, and the extension runs where that is refused. What is not written out here throws.
import { readFile } from "node:fs/promises";

/** The functions that Typst's WebAssembly asks for by their code: what stands in for files and packages until they are given. */
function functionOf(...parts) {
  const known = {
    "return this": () => globalThis,
    "return 0": () => 0,
    "return true": () => true,
    "path|return path": (path) => path,
  };
  const code = parts.join("|");
  return (
    known[code] ??
    (() => {
      throw new Error(code);
    })
  );
}

/** For esbuild. */
export const noCode = {
  name: "no-code",
  setup({ onLoad }) {
    const replaced = (filter, change) =>
      onLoad({ filter }, async ({ path }) => {
        const before = await readFile(path, "utf8");
        const contents = change(before);
        // Another version of the package is to be looked at again.
        if (contents === before) throw new Error(`${path}: nothing to write out`);
        return { contents, loader: "js" };
      });
    replaced(
      /typst_ts_(?:web_compiler|renderer)\.mjs$/,
      (text) => `${text.replaceAll("new Function(", "functionOf(")}\n${functionOf.toString()}\n`,
    );
    // Ways to what every engine has that it runs on here.
    replaced(/pdfjs-dist.legacy.build.pdf(?:\.worker)?\.mjs$/, (text) =>
      text
        .replaceAll(/Function\(["']return this["']\)\(\)/g, "globalThis")
        .replaceAll(`Function('return require("' + name + '")')()`, "undefined"),
    );
  },
};
