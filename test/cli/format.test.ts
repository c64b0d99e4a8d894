import assert from "node:assert/strict";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { folderWith, referat } from "../support/cli.ts";

const tidy = "REFERAT Kulturudvalget i Havneby d. 04-03-2026\n\nPunkt 1: Eventuelt\n\nBeslutning\n\nIntet.\n";
const untidy = tidy
  .replace("Havneby d. 04-03-2026\n", "Havneby d. 04-03-2026  \n\n")
  .replace("\n\nIntet.", "\n\n Intet.\t");

describe("referat format", () => {
  it("formats files in place and names those that it changed", () => {
    const cwd = folderWith({ "a.referat": untidy, "b.dagsorden": tidy });
    const before = new Date(2020, 1, 1);
    utimesSync(join(cwd, "b.dagsorden"), before, before);
    const { status, stdout, stderr } = referat(["format", "."], { cwd });
    assert.equal(stdout, "a.referat\n");
    assert.equal(stderr, "");
    assert.equal(status, 0);
    assert.equal(readFileSync(join(cwd, "a.referat"), "utf8"), tidy);
    assert.deepEqual(statSync(join(cwd, "b.dagsorden")).mtime, before, "what is in order is not written");
    assert.deepEqual(readdirSync(cwd).sort(), ["a.referat", "b.dagsorden"]);
    assert.deepEqual(referat(["format", "."], { cwd }), { status: 0, stdout: "", stderr: "" });
  });

  it("only reports with --check, and exits with 1 where there is work to do", () => {
    const cwd = folderWith({ "a.referat": untidy, "b.referat": tidy });
    assert.deepEqual(referat(["format", "--check", "*.referat"], { cwd }), { status: 1, stdout: "a.referat\n", stderr: "" });
    assert.equal(readFileSync(join(cwd, "a.referat"), "utf8"), untidy);
    assert.deepEqual(referat(["format", "b.referat", "--check"], { cwd }), { status: 0, stdout: "", stderr: "" });
  }); // prettier-ignore

  it("passes standard input on, and reports it with --check", () => {
    assert.deepEqual(referat(["format", "-"], { input: untidy }), { status: 0, stdout: tidy, stderr: "" });
    assert.deepEqual(referat(["format", "-"], { input: tidy }), { status: 0, stdout: tidy, stderr: "" });
    assert.deepEqual(referat(["format", "-", "--check"], { input: untidy }), {
      status: 1,
      stdout: "-\n",
      stderr: "",
    });
    const cwd = folderWith({ "a.referat": untidy });
    const both = referat(["format", "-", "a.referat"], { cwd, input: untidy });
    assert.deepEqual(both, { status: 0, stdout: tidy, stderr: "a.referat\n" });
  });

  it("keeps the byte order mark, the line ends and a missing last one", () => {
    const text = `\ufeff${untidy.replaceAll("\n", "\r\n")}`.trimEnd();
    const cwd = folderWith({ "a.referat": text });
    referat(["format", "a.referat"], { cwd });
    const after = readFileSync(join(cwd, "a.referat"), "utf8");
    assert.equal(after, `\ufeff${tidy.replaceAll("\n", "\r\n")}`.trimEnd());
  });

  it("keeps a file's rights, and writes to where a link leads", () => {
    const cwd = folderWith({ "a.referat": untidy });
    chmodSync(join(cwd, "a.referat"), 0o640);
    symlinkSync("a.referat", join(cwd, "link.referat"));
    referat(["format", "link.referat"], { cwd });
    assert.ok(lstatSync(join(cwd, "link.referat")).isSymbolicLink());
    assert.equal(readFileSync(join(cwd, "a.referat"), "utf8"), tidy);
    if (process.platform !== "win32") assert.equal(statSync(join(cwd, "a.referat")).mode & 0o777, 0o640);
  });

  it("knows the sections of the nearest referat.json", () => {
    const text = `${tidy}\nSundhed\n\nJa.\nSundhedsmæssige konsekvenser\n\nNej.\n`;
    const sections = { extra: [{ id: "sundhed", headings: ["Sundhedsmæssige konsekvenser"] }] };
    const profiles = [{ name: "Havneby", match: ["*Havneby*"], sections }];
    const cwd = folderWith({ "a.referat": text, "referat.json": JSON.stringify({ profiles }) });
    assert.equal(referat(["format", "a.referat"], { cwd }).status, 0);
    assert.equal(readFileSync(join(cwd, "a.referat"), "utf8"), text.replace("Ja.\n", "Ja.\n\n"));
  });

  it("formats what it can and exits with 2 where something is wrong", () => {
    const cwd = folderWith({
      "a.referat": untidy,
      "b.referat": Uint8Array.of(0x52, 0xe6, 0x0a),
      "referat.json": '{ "profils": [] }',
    });
    const { status, stdout, stderr } = referat(["format", "a.referat", "b.referat", "c.referat"], { cwd });
    assert.equal(status, 2);
    assert.equal(stdout, "a.referat\n");
    assert.match(stderr, /^b\.referat: filen er ikke UTF-8-tekst/m);
    assert.match(stderr, /^c\.referat: filen findes ikke$/m);
    assert.match(stderr, /^referat\.json:1:3: /m);
    assert.equal(readFileSync(join(cwd, "a.referat"), "utf8"), tidy);
  });

  it("says how it is used", () => {
    for (const args of [["format"], ["format", "--write", "a.referat"]]) {
      const { status, stdout, stderr } = referat(args);
      assert.equal(status, 2);
      assert.equal(stdout, "");
      assert.match(stderr, /Brug: referat format \[--check\] STI…/);
    }
    assert.match(referat(["format", "--write", "a.referat"]).stderr, /^format: ukendt valg --write$/m);
    assert.match(
      referat(["format", "--check=ja", "a.referat"]).stderr,
      /^format: --check tager ingen værdi$/m,
    );
    assert.match(referat(["check", "a.referat", "--config"]).stderr, /^check: --config mangler sin værdi$/m);
  });
});
