// Bundles for Node that share what they have in common, and load what is not needed at once when it is first used.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, transform } from "esbuild";

/** What a part asks of its place, and how CommonJS answers: whichever part it is in, the place is the folder of the bundles. */
const places = {
  bundleUrl: 'require("node:url").pathToFileURL(__filename).href',
  bundleFolder: 'require("node:path").join(__dirname, UP)',
};

/**
 * Writes a bundle for each of `entryPoints` into `outdir`, and beside them, in `chunks`, the parts that several share or that a
 * dynamic import loads. esbuild takes modules apart only as ES modules, and the extension host and `node dist/cli.js` want
 * CommonJS: so each part is made CommonJS afterwards. (A dynamic import of a CommonJS package loses its names: import a module of
 * ours that exports them.) Gives back esbuild's metafile of the parts.
 */
export async function buildSplit({ entryPoints, outdir, chunks, banners = {}, ...options }) {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints,
    outdir,
    format: "esm",
    splitting: true,
    chunkNames: `${chunks}/[name]-[hash]`,
    write: false,
    metafile: true,
    define: { "import.meta.url": "bundleUrl", "__dirname": "bundleFolder" },
  });
  const root = path.resolve(options.absWorkingDir, outdir);
  // The parts of an earlier build have other names.
  rmSync(path.join(root, chunks), { recursive: true, force: true });
  mkdirSync(path.join(root, chunks), { recursive: true });
  await Promise.all(
    outputFiles.map(async ({ path: file, text }) => {
      const { code } = await transform(text, {
        format: "cjs",
        platform: "node",
        target: options.target,
        minify: options.minify,
        charset: options.charset,
        // What is loaded late is required too: an import would give its exports one level too deep.
        supported: { "dynamic-import": false },
      });
      const up = JSON.stringify(path.relative(path.dirname(file), root) || ".");
      const asked = Object.entries(places).filter(([name]) => code.includes(name));
      const answers = asked.map(([name, place]) => `const ${name} = ${place.replace("UP", up)};\n`);
      writeFileSync(file, [banners[path.basename(file, ".js")] ?? "", ...answers, code].join(""));
    }),
  );
  return metafile;
}
