import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith, referat } from "../support/cli.ts";

const right = `REFERAT Kulturudvalget i Havneby d. 04-03-2026\r
\r
Indholdsfortegnelse\r
\r
Velkomst.....\t2\r
Ny svømmehal.....\t3\r
\r
Punkt 1: Velkomst\r
\r
Tekst.\r
\r
Punkt 2: Ny svømmehal\r
\r
Tekst.\r
`;
const wrong = right.replace("Ny svømmehal.....\t3", "Ny svømehal.....\t3");
const contents = "Indholdsfortegnelse\r\n\r\nVelkomst.....\t2\r\nNy svømmehal.....\t3\n";

describe("referat toc", () => {
  it("prints the contents as they should be, and writes nothing", () => {
    const cwd = folderWith({ "a.referat": wrong });
    assert.deepEqual(referat(["toc", "a.referat"], { cwd }), { status: 0, stdout: contents, stderr: "" });
    assert.equal(readFileSync(join(cwd, "a.referat"), "utf8"), wrong);
  });

  it("writes them with --write, and nothing else", () => {
    const cwd = folderWith({ "a.referat": wrong });
    assert.deepEqual(referat(["toc", "a.referat", "--write"], { cwd }), {
      status: 0,
      stdout: "",
      stderr: "",
    });
    assert.equal(readFileSync(join(cwd, "a.referat"), "utf8"), right);
    assert.deepEqual(referat(["toc", "-", "--write"], { input: wrong }), {
      status: 0,
      stdout: right,
      stderr: "",
    });
  });

  it("makes them where there are none", () => {
    const bare = right.replace(/Indholds[^]*3\r\n\r\n/, "");
    const { status, stdout } = referat(["toc", "-"], { input: bare });
    assert.deepEqual([status, stdout], [0, contents.replace("\t2", "\t1").replace("\t3", "\t2")]);
  });

  it("says with 2 that there are none, that a file cannot be read, that the call is wrong", () => {
    const cwd = folderWith({ "a.referat": "Punkt 1: Velkomst\n" });
    for (const [args, said] of [
      [["toc", "a.referat"], /indholdsfortegnelse/],
      [["toc", "ikke.referat"], /ikke\.referat/],
      [["toc"], /én fil/],
    ] as const) {
      const { status, stdout, stderr } = referat(args, { cwd });
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, said);
    }
  });
});
