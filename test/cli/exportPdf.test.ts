import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith, referat } from "../support/cli.ts";
import { lettersOf, Pdf } from "../support/pdf.ts";

const minutes = `REFERAT Kulturudvalget i Havneby d. 04-03-2026

Punkt 1: Drøftelse af havnen

Tekst om kajen.

Punkt 2: Lukket punkt: Køb af Strandgården

Prisen er fortrolig.

Punkt 3: Eventuelt

Bilag

Bilag 3.1: Kort.pdf
`;
const name = "2026-03-04 Kulturudvalget i Havneby – referat.pdf";
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><path d="M0 0h90v40z"/></svg>';

describe("referat export --to pdf", () => {
  it("writes the pages beside the document, the same for the same, and links to the attachments there", () => {
    const cwd = folderWith({ "a.referat": minutes, "Kort.pdf": "" });
    assert.deepEqual(referat(["export", "a.referat", "--to", "pdf", "--state", "kladde"], { cwd }), {
      status: 0,
      stdout: `${name}\n`,
      stderr: "",
    });
    const bytes = readFileSync(join(cwd, name));
    const pdf = new Pdf(bytes);
    const pages = pdf.pages();
    assert.equal(pages.length, 4);
    for (const words of ["Kulturudvalget", "KLADDE", "side 1 af 4"])
      assert.ok(pages[0]?.includes(words), words);
    assert.deepEqual(pdf.addresses, ["Kort.pdf"]);
    referat(["export", "a.referat", "--to", "pdf", "--state", "kladde", "--out", "igen.pdf"], { cwd });
    assert.ok(bytes.equals(readFileSync(join(cwd, "igen.pdf"))));
    assert.doesNotMatch(pdf.unpacked, /CreationDate/);
  });

  it("writes the date that SOURCE_DATE_EPOCH sets", () => {
    const cwd = folderWith({ "a.referat": minutes });
    process.env["SOURCE_DATE_EPOCH"] = "1772625600";
    try {
      assert.equal(referat(["export", "a.referat", "--to", "pdf", "--out", "ud.pdf"], { cwd }).status, 0);
    } finally {
      delete process.env["SOURCE_DATE_EPOCH"];
    }
    assert.match(new Pdf(readFileSync(join(cwd, "ud.pdf"))).unpacked, /CreationDate \(D:20260304120000/);
  });

  it("has nothing of a closed item with --public, and refuses while something stands in the way", () => {
    const cwd = folderWith({ "a.referat": minutes, "b.referat": minutes.replace("kajen", "010203-1234") });
    assert.equal(
      referat(["export", "a.referat", "--to", "pdf", "--public", "--out", "ud.pdf"], { cwd }).status,
      0,
    );
    const pdf = new Pdf(readFileSync(join(cwd, "ud.pdf")));
    const all = lettersOf(pdf.pages().join("")) + pdf.unpacked;
    for (const secret of ["Strandg", "fortrolig"]) assert.ok(!all.includes(secret), secret);
    const refused = referat(["export", "b.referat", "--to", "pdf", "--public"], { cwd });
    assert.deepEqual([refused.status, refused.stdout], [1, ""]);
    assert.deepEqual(readdirSync(cwd), ["a.referat", "b.referat", "ud.pdf"]);
  });

  it("lays out several documents in one call, each as its own referat.json says", () => {
    const cwd = folderWith({
      "m/a.referat": minutes,
      "m/b.dagsorden": minutes.replace("REFERAT", "DAGSORDEN"),
      "m/referat.json": `{ "profiles": [{ "publish": { "logo": "billeder/logo.svg", "logoText": "Havneby Kommune", "foot": "Havneby Rådhus", "format": "A3", "itemPerPage": false } }] }`,
      "m/billeder/logo.svg": svg,
      "n/c.referat": "Punkt 1: Uden hoved\n",
      "n/referat.json": `{ "profiles": [{ "publish": { "logo": "væk.png", "font": "Kommune Sans" } }] }`,
    });
    const { status, stdout, stderr } = referat(["export", "m", "n", "--to", "pdf", "--out", "ud"], { cwd });
    assert.equal(status, 0);
    assert.equal(stdout.trim().split("\n").length, 3);
    assert.deepEqual(stderr.trim().split("\n").sort(), [
      `${join("n", "c.referat")}: Ingen skrifttype hedder »Kommune Sans«. En anden er brugt; nævn dens filer i publish.fontFiles.`,
      `${join("n", "c.referat")}: Logoet »væk.png« findes ikke ved siden af referat.json. Dokumentet er uden logo.`,
    ]);
    const pdf = new Pdf(readFileSync(join(cwd, "ud", name)));
    assert.match(pdf.unpacked, /\/Alt \(Havneby Kommune\)/);
    assert.match(pdf.unpacked, /\/MediaBox \[0 0 841\.88/);
    assert.deepEqual(
      pdf.pages().map((page) => page.includes("Havneby Rådhus")),
      [true],
    );
  });

  it("says what is wrong in the settings of the pages, and goes on without them", () => {
    const cwd = folderWith({
      "a.referat": minutes,
      "referat.json": `{ "profiles": [{ "publish": { "logo": "../logo.png", "accent": "rød", "margins": { "top": 200 }, "itemPerPage": "ja" } }] }`,
    });
    const { status, stderr } = referat(["export", "a.referat", "--to", "pdf"], { cwd });
    assert.equal(status, 2);
    for (const said of [/mappen med referat\.json/, /Skriv farven som/, /højst 60/, /true eller false/])
      assert.match(stderr, said);
    assert.ok(readdirSync(cwd).includes(name));
  });

  it("writes nothing where it cannot be written, or where there is no engine", () => {
    const cwd = folderWith({ "a.referat": minutes });
    const missing = referat(["export", "a.referat", "--to", "pdf", "--out", "ikke/her.pdf"], { cwd });
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /kan ikke skrives/);
    const dist = join(import.meta.dirname, "..", "..", "dist");
    copyFileSync(join(dist, "cli.js"), join(cwd, "cli.js"));
    // With the parts that it shares with the server.
    cpSync(join(dist, "server"), join(cwd, "server"), { recursive: true });
    const alone = (): ReturnType<typeof spawnSync> =>
      spawnSync(process.execPath, ["cli.js", "export", "a.referat", "--to", "pdf"], {
        cwd,
        encoding: "utf8",
      });
    for (const file of [null, "typst.worker.js"]) {
      if (file) copyFileSync(join(dist, file), join(cwd, file));
      const { status, stdout, stderr } = alone();
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(String(stderr), /^a\.referat: PDF-motoren kunne ikke startes/);
      assert.doesNotMatch(String(stderr), /\n\s+at /);
      assert.ok(!readdirSync(cwd).includes(name));
    }
  });

  it("is the only one to load the compiler, in its threads", () => {
    const dist = join(import.meta.dirname, "..", "..", "dist");
    const holding = readdirSync(dist).filter(
      (file) =>
        file.endsWith(".js") && readFileSync(join(dist, file), "utf8").includes("typstcompilerbuilder_new"),
    );
    assert.deepEqual(holding.sort(), ["typst.web.worker.js", "typst.worker.js"]);
  });

  it("makes sound pages of any text", () => {
    const texts = [
      "",
      "\n",
      "Ingen punkter her.\n",
      `Punkt 1: ${"Havn ".repeat(1000)}\n`,
      `Punkt 1: A\n\n${"x\t".repeat(200)}\n`,
      "\u0000\u0007",
    ];
    const cwd = folderWith(Object.fromEntries(texts.map((text, index) => [`${index}.referat`, text])));
    const { status, stdout } = referat(["export", ".", "--to", "pdf"], { cwd });
    assert.deepEqual([status, stdout.trim().split("\n").length], [0, texts.length]);
    for (const index of texts.keys())
      assert.ok(new Pdf(readFileSync(join(cwd, `${index}.pdf`))).pages().length > 0);
  });
});
