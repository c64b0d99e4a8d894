import assert from "node:assert/strict";
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith, referat } from "../support/cli.ts";
import { part, partsOf } from "../support/wordFile.ts";

const minutes = `REFERAT Kulturudvalget i Havneby d. 04-03-2026

Punkt 1: Drøftelse af havnen

Se [reglerne](https://a.example) og Kort.pdf.

Punkt 2: Lukket punkt: Strandgaarden

Fortroligt.

Bilag

Bilag 2.1: Vurdering.pdf

Punkt 3: Eventuelt

Bilag

Bilag 3.1: Kort.pdf
`;
const name = "2026-03-04 Kulturudvalget i Havneby – referat.docx";

describe("referat export --to docx", () => {
  it("writes the document beside the other one, with links to what lies there", () => {
    const cwd = folderWith({ "a.referat": minutes, "Kort.pdf": "" });
    const result = referat(["export", "a.referat", "--to", "docx"], { cwd });
    assert.deepEqual(result, { status: 0, stdout: `${name}\n`, stderr: "" });
    const parts = partsOf(readFileSync(join(cwd, name)));
    assert.match(part(parts, "word/_rels/document.xml.rels"), /Target="Kort\.pdf" TargetMode="External"/);
    assert.match(part(parts, "word/document.xml"), /Strandgaarden/);
  });

  it("gives the same bytes for the same input, with the time that SOURCE_DATE_EPOCH sets", () => {
    const cwd = folderWith({ "a.referat": minutes });
    const exported = (out: string): Buffer => {
      assert.equal(referat(["export", "a.referat", "--to", "docx", "--out", out], { cwd }).status, 0);
      return readFileSync(join(cwd, out));
    };
    assert.deepEqual(exported("b.docx"), exported("c.docx"));
    assert.doesNotMatch(
      part(partsOf(exported("b.docx")), "docProps/core.xml"),
      /dcterms:(?:created|modified)/,
    );
    process.env["SOURCE_DATE_EPOCH"] = "1772625600";
    try {
      assert.match(part(partsOf(exported("d.docx")), "docProps/core.xml"), />2026-03-04T12:00:00Z</);
      assert.deepEqual(exported("d.docx"), exported("e.docx"));
    } finally {
      delete process.env["SOURCE_DATE_EPOCH"];
    }
  });

  it("has nothing of a closed item with --public, and writes nothing while something stands in the way", () => {
    const cwd = folderWith({ "a.referat": minutes, "Vurdering.pdf": "" });
    assert.equal(referat(["export", "a.referat", "--to", "docx", "--public"], { cwd }).status, 0);
    for (const [path, text] of partsOf(readFileSync(join(cwd, name))))
      assert.doesNotMatch(`${path}\n${text}`, /Strandgaarden|Fortroligt|Vurdering/i);
    const other = folderWith({ "a.referat": minutes.replace("Se [", "010203-1234 [") });
    const { status, stderr } = referat(["export", "a.referat", "--to", "docx", "--public"], { cwd: other });
    assert.equal(status, 1);
    assert.match(stderr, /er ikke eksporteret/);
    assert.deepEqual(readdirSync(other), ["a.referat"]);
  });

  it("marks the state, and takes several documents", () => {
    const cwd = folderWith({
      "m/a.referat": minutes,
      "m/b.dagsorden": minutes.replace("REFERAT", "DAGSORDEN"),
    });
    const { status, stdout } = referat(["export", "m", "--to", "docx", "--out", "ud", "--state", "kladde"], {
      cwd,
    });
    assert.equal(status, 0);
    assert.equal(stdout.trim().split("\n").length, 2);
    for (const file of readdirSync(join(cwd, "ud")))
      assert.match(part(partsOf(readFileSync(join(cwd, "ud", file))), "word/header1.xml"), /KLADDE/);
  });

  it("says in one sentence that it cannot be written, and leaves nothing half done", () => {
    const cwd = folderWith({ "a.referat": minutes });
    const { status, stderr } = referat(["export", "a.referat", "--to", "docx", "--out", "ikke/her.docx"], {
      cwd,
    });
    assert.equal(status, 2);
    assert.match(stderr, /^ikke\/her\.docx: kan ikke skrives \([^\n]*\)\n$/);
    assert.equal(existsSync(join(cwd, "ikke")), false);
  });

  it("needs what writes Word documents for nothing else, and says so where it is not there", () => {
    const cwd = folderWith({ "a.referat": minutes });
    // The command line without the bundle of what writes Word documents.
    const dist = join(import.meta.dirname, "../../dist");
    copyFileSync(join(dist, "cli.js"), join(cwd, "cli.js"));
    cpSync(join(dist, "server"), join(cwd, "server"), { recursive: true });
    const alone = { cwd, program: join(cwd, "cli.js") };
    assert.equal(referat(["export", "a.referat", "--to", "html"], alone).status, 0);
    const { status, stdout, stderr } = referat(["export", "a.referat", "--to", "docx"], alone);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /^a\.referat: kunne ikke laves til Word \([^\n]*\); intet er skrevet\n$/);
    assert.ok(!existsSync(join(cwd, name)));
  });
});
