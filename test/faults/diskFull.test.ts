import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { openSync, closeSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cliProgram, folderWith } from "../support/cli.ts";

const words = "Sagen om havnen er lang, og der er mere at sige om den, end der er plads til.\n\n".repeat(60);
// Blanks to format, a wrong weekday to fix, no contents: each command would write it.
const minutes = `REFERAT Havneudvalget d. 04-03-2026

Mødedato Mandag d. 4. marts 2026 kl. 13:00

Mødedeltagere Anna Holm, Bent Krogh

Punkt 1: Ny mole

Sagsfremstilling


 ${words}

Beslutning

Godkendt.
`;

/** Runs the command line where no file may grow beyond a thousand bytes: what is written breaks off, as on a disk that is full. */
function onFullDisk(args: readonly string[], cwd: string): ReturnType<typeof spawnSync> {
  const quoted = [process.execPath, cliProgram, ...args].map((word) => `'${word}'`).join(" ");
  return spawnSync("sh", ["-c", `ulimit -f 1; exec ${quoted}`], { cwd, encoding: "utf8" });
}

describe("a full disk", () => {
  const inPlace = [
    ["format", "a.referat"],
    ["check", "--fix", "a.referat"],
    ["toc", "a.referat", "--write"],
  ];
  for (const args of inPlace) {
    it(`leaves the document as it is where it takes no other: ${args.join(" ")}`, () => {
      const cwd = folderWith({ "a.referat": minutes });
      const { status, stderr } = onFullDisk(args, cwd);
      assert.match(String(stderr), /^a\.referat: kan ikke skrives \(filen er for stor til disken\)$/m);
      assert.equal(status, 2);
      assert.equal(readFileSync(join(cwd, "a.referat"), "utf8"), minutes);
      assert.deepEqual(readdirSync(cwd), ["a.referat"]);
    });
  }

  it("has `check --fix` tell of what is still in the file", () => {
    const cwd = folderWith({ "a.referat": minutes });
    assert.match(String(onFullDisk(["check", "--fix", "a.referat"], cwd).stdout), /\[weekday\]/);
  });

  for (const format of ["html", "docx", "pdf", "oparl"]) {
    it(`leaves what was exported before, and nothing half: ${format}`, () => {
      const cwd = folderWith({ "a.referat": minutes, "ud": "det forrige" });
      const { status, stdout, stderr } = onFullDisk(
        ["export", "a.referat", "--to", format, "--out", "ud"],
        cwd,
      );
      assert.match(String(stderr), /^ud: kan ikke skrives \(filen er for stor til disken\)$/m);
      assert.equal(String(stdout), "");
      assert.equal(status, 2);
      assert.equal(readFileSync(join(cwd, "ud"), "utf8"), "det forrige");
      assert.deepEqual(readdirSync(cwd).sort(), ["a.referat", "ud"]);
    });
  }

  it("that takes no result is said, and is no finding", () => {
    const cwd = folderWith({ "a.referat": minutes });
    const full = openSync("/dev/full", "w");
    try {
      for (const args of [
        ["check", "a.referat"],
        ["parse", "a.referat"],
        ["toc", "a.referat"],
        ["decisions", "."],
      ]) {
        const { status, stderr } = spawnSync(process.execPath, [cliProgram, ...args], {
          cwd,
          encoding: "utf8",
          stdio: ["ignore", full, "pipe"],
        });
        assert.equal(stderr, "standardoutput: kan ikke skrives (disken er fuld)\n", args.join(" "));
        assert.equal(status, 2, args.join(" "));
      }
    } finally {
      closeSync(full);
    }
  });
});
