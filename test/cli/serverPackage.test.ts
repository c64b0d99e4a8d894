import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderWith } from "../support/cli.ts";

const root = join(import.meta.dirname, "..", "..");
const document =
  "REFERAT Kulturudvalget i Sandby d. 04-03-2026\n\nPunkt 1: Ny svømmehal\n\nBeslutning\n\nGodkendt.\n";

describe("the server package", () => {
  const place = mkdtempSync(join(tmpdir(), "referat-install-"));
  const prefix = join(place, "prefix");
  const cwd = folderWith({
    "møde.referat": document,
    "fejl.referat": `${document}\nPunkt 1: Ny bro\n`,
  });

  /** Runs the installed command, with nothing of the project in reach. */
  function installed(
    args: readonly string[],
    input = "",
  ): { status: number | null; stdout: string; stderr: string } {
    const program =
      process.platform === "win32" ? join(prefix, "referat.cmd") : join(prefix, "bin", "referat");
    return spawnSync(program, [...args], {
      cwd,
      input,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
  }

  before(() => {
    const packed = spawnSync(process.execPath, [join(root, "scripts", "package-server.mjs"), place], {
      encoding: "utf8",
    });
    assert.equal(packed.status, 0, packed.stderr);
    const tarball = packed.stdout.trim();
    const options = [
      "--global",
      "--prefix",
      prefix,
      "--offline",
      "--no-audit",
      "--no-fund",
      "--cache",
      join(place, "cache"),
    ];
    const { status, stderr } = spawnSync("npm", ["install", ...options, tarball], {
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    assert.equal(status, 0, stderr);
  });
  after(() => {
    for (const folder of [place, cwd]) rmSync(folder, { recursive: true, force: true });
  });

  it("needs no other package, and brings its licence and its pages", () => {
    const folder = join(prefix, process.platform === "win32" ? "" : "lib", "node_modules", "referat-server");
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<
      string,
      unknown
    >;
    for (const kind of ["dependencies", "devDependencies", "scripts"])
      assert.equal(manifest[kind], undefined);
    assert.deepEqual(manifest["engines"], { node: ">=20" });
    assert.equal(existsSync(join(folder, "node_modules")), false);
    for (const file of [
      "LICENSE",
      "README.md",
      "dist/THIRD-PARTY-NOTICES.txt",
      "dist/sbom.cdx.json",
      "docs/regler/weekday.md",
      "docs/editorer/README.md",
      "editors/helix/languages.toml",
    ])
      assert.ok(existsSync(join(folder, file)), file);
    if (process.platform !== "win32")
      assert.ok(existsSync(join(prefix, "share", "man", "man1", "referat.1")));
  });

  it("says its version, which is the project's", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    assert.deepEqual(installed(["--version"]).stdout, `${version}\n`);
  });

  it("checks a document", () => {
    const { status, stdout } = installed(["check", "fejl.referat"]);
    assert.equal(status, 1);
    assert.match(stdout, /item-number/);
  });

  for (const format of ["html", "docx", "pdf"]) {
    it(`exports to ${format}`, () => {
      const { status, stdout, stderr } = installed(["export", "møde.referat", "--to", format]);
      assert.equal(status, 0, stderr);
      assert.ok(existsSync(join(cwd, stdout.trim())), stdout);
    });
  }

  it("serves a client", () => {
    const messages = [
      {
        jsonrpc: "2.0",
        id: 1,
        method: "initialize",
        params: { processId: null, rootUri: null, capabilities: {} },
      },
      { jsonrpc: "2.0", id: 2, method: "shutdown" },
      { jsonrpc: "2.0", method: "exit" },
    ].map((message) => JSON.stringify(message));
    const input = messages
      .map((body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
      .join("");
    const { status, stdout, stderr } = installed(["lsp", "--stdio"], input);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /"serverInfo":\{"name":"referat"/);
  });
});
