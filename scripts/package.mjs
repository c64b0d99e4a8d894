// npm run package: leaves dist/referat-<version>.vsix and, the server by itself, dist/referat-server-<version>.tgz, and says what
// they weigh, and the engines for PDF in the first. A VSIX that is too heavy fails: it is sent by mail and over slow lines.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { packServer } from "./package-server.mjs";
import { bin, build, ensurePackages, root, run, runMain, Unavailable } from "./setup.mjs";

/** Without these there is no PDF, and none is read. */
const needed = [
  "dist/typst.worker.js",
  "dist/typst/typst_ts_web_compiler_bg.wasm",
  "dist/typst/SourceSans3_400Regular.ttf",
  "dist/typst/SourceSerif4_600SemiBold.ttf",
  "dist/reader.worker.js",
  "dist/pdf/pdfjs.js",
];

await runMain(async () => {
  await ensurePackages();
  build();
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const vsix = path.join(root, "dist", `referat-${version}.vsix`);
  const { status } = run(bin("vsce"), ["package", "--no-dependencies", "--skip-license", "--out", vsix]);
  if (status !== 0 || !existsSync(vsix))
    throw new Unavailable("Udvidelsen kunne ikke pakkes: se fejlen ovenfor.");
  const { whole, engine, names } = weigh(vsix);
  const inMb = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
  console.log(`${inMb(whole)}, uden det, der skriver og læser PDF, ${inMb(whole - engine)}`);
  const missing = needed.filter((name) => !names.includes(`extension/${name}`));
  if (missing.length > 0) throw new Unavailable(`Udvidelsen mangler ${missing.join(", ")}.`);
  if (whole > 15e6 || whole - engine > 1.5e6)
    throw new Unavailable(
      "Udvidelsen er for tung: højst 15 MB, og højst 1,5 MB uden det, der skriver og læser PDF.",
    );
  const { file, bytes } = packServer(path.join(root, "dist"));
  console.log(`${path.relative(root, file)}: ${inMb(bytes)}`);
  return 0;
});

/** How many bytes a VSIX is, how many of them are those of what writes and reads PDF, and what its files are called. */
function weigh(vsix) {
  const bytes = readFileSync(vsix);
  // The list of files at the end of a ZIP: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = bytes.readUInt32LE(end + 16);
  const names = [];
  let engine = 0;
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    names.push(name);
    if (/^extension\/dist\/(?:typst|pdf\/)/.test(name)) engine += bytes.readUInt32LE(at + 20);
    at += 46 + nameLength + extra + comment;
  }
  return { whole: bytes.length, engine, names };
}
