import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { lockedPdf, plainPdf, word } from "../support/attachments.ts";
import { folderWith, referat } from "../support/cli.ts";

const minutes = `REFERAT Kulturudvalget i Havneby d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00

Punkt 1: Drøftelse af havnen

Tekst.

Bilag

Bilag 1.1: Ansøgning.docx

Bilag 1.2: Kort.pdf

Punkt 2: Lukket punkt: Køb af Strandgården

Bilag

Bilag 2.1: Skøde.pdf
`;
const clean = word("<w:p><w:r><w:t>Ord</w:t></w:r></w:p>");
const withNumber = word("<w:p><w:r><w:t>0102</w:t></w:r><w:r><w:t>03-1234</w:t></w:r></w:p>");
const args = ["export", "a.referat", "--to", "html", "--public"];

describe("referat export --public and the attachments", () => {
  it("refuses while a number stands in one, and names the file, its page and no number in full", () => {
    const cwd = folderWith({
      "a.referat": minutes,
      "Ansøgning.docx": withNumber,
      "Kort.pdf": plainPdf("(311299-0001) Tj"),
      "Skøde.pdf": plainPdf("(150340-0002) Tj"),
    });
    const { status, stdout, stderr } = referat(args, { cwd });
    assert.equal(status, 1);
    assert.equal(stdout, "");
    assert.match(stderr, /^a\.referat:11:12: I bilaget »Ansøgning\.docx« .* et CPR-nummer: 010203-xxxx\./m);
    assert.match(stderr, /^a\.referat:13:12: I bilaget »Kort\.pdf« .* et CPR-nummer: 311299-xxxx \(side 1\)\./m);
    assert.match(stderr, /ret først de 2 forhold/);
    assert.doesNotMatch(stderr, /1234|0001|Skøde|150340/);
    assert.equal(readdirSync(cwd).some((name) => name.endsWith(".html")), false);
    assert.equal(referat(args.slice(0, -1), { cwd }).status, 0, "the house gets what it wrote");
  }); // prettier-ignore

  it("tells what it could not look into, and goes on", () => {
    const cwd = folderWith({ "a.referat": minutes, "Ansøgning.docx": clean, "Kort.pdf": lockedPdf() });
    const { status, stdout, stderr } = referat(args, { cwd });
    assert.equal(status, 0);
    assert.match(stdout, /referat\.html/);
    assert.match(stderr, /^a\.referat:13:12: Bilaget »Kort\.pdf« .* adgangskode\. /);
    assert.equal(stderr.trim().split("\n").length, 1);
  });

  it("keeps quiet where nothing is in the way, and where a comment or referat.json says so", () => {
    const files = { "Ansøgning.docx": clean, "Kort.pdf": plainPdf("(Kort over havnen) Tj") };
    const quiet = { status: 0, stderr: "" };
    const said = (more: Record<string, string | Uint8Array>): { status: number | null; stderr: string } => {
      const { status, stderr } = referat(args, {
        cwd: folderWith({ "a.referat": minutes, ...files, ...more }),
      });
      return { status, stderr };
    };
    assert.deepEqual(said({}), quiet);
    const silent = minutes.replace(
      "Bilag 1.1",
      "<!-- referat-disable-next-line cpr-number: opdigtet -->\nBilag 1.1",
    );
    assert.deepEqual(said({ "Ansøgning.docx": withNumber, "a.referat": silent }), quiet);
    const off = JSON.stringify({ rules: { "cpr-number": "off" } });
    assert.deepEqual(said({ "Ansøgning.docx": withNumber, "referat.json": off }), quiet);
  });
});
