// node scripts/package-server.mjs [folder]: leaves referat-server-<version>.tgz in dist/ or the folder, from what npm run build left:
// the command line and the server by themselves, which npm install -g installs without a network.

import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { onWindows, root, Unavailable } from "./setup.mjs";

/** What the command needs to do all that it can, as it lies in the project; rule pages and editors' pages are read by people. */
const contents = [
  "LICENSE",
  "dist/cli.js",
  "dist/server.js",
  "dist/server",
  "dist/docx.js",
  "dist/typst.worker.js",
  "dist/typst",
  "dist/reader.worker.js",
  "dist/pdf",
  "dist/THIRD-PARTY-NOTICES.txt",
  "dist/sbom.cdx.json",
  "docs/billeder/kate.png",
  "docs/editorer",
  "docs/regler",
  "editors",
  "man/referat.1",
];

/** Packs the server into a folder; gives the path of the package, and its size in bytes. */
export function packServer(folder) {
  const { version, license, engines, keywords, repository } = JSON.parse(
    readFileSync(path.join(root, "package.json"), "utf8"),
  );
  const staged = mkdtempSync(path.join(tmpdir(), "referat-server-"));
  try {
    for (const each of contents) {
      const from = path.join(root, each);
      if (!existsSync(from)) throw new Unavailable(`Serverpakken mangler ${each}: kør npm run build.`);
      cpSync(from, path.join(staged, each), { recursive: true });
    }
    cpSync(path.join(root, "server/README.md"), path.join(staged, "README.md"));
    const manifest = {
      name: "referat-server",
      version,
      description: "Danish minutes and agendas: command line and language server",
      keywords: [...keywords, "language-server", "lsp"],
      license,
      repository,
      engines: { node: engines.node },
      bin: { referat: "dist/cli.js" },
      man: ["man/referat.1"],
    };
    writeFileSync(path.join(staged, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
    mkdirSync(folder, { recursive: true });
    const { status, stderr } = spawnSync(
      "npm",
      ["pack", staged, "--pack-destination", folder, "--loglevel=error", "--ignore-scripts"],
      { encoding: "utf8", shell: onWindows },
    );
    const file = path.join(folder, `referat-server-${version}.tgz`);
    if (status !== 0 || !existsSync(file)) throw new Unavailable(`Serveren kunne ikke pakkes: ${stderr}`);
    return { file, bytes: statSync(file).size };
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

if (fileURLToPath(import.meta.url) === realpathSync(process.argv[1]))
  console.log(packServer(path.resolve(process.argv[2] ?? path.join(root, "dist"))).file);
