import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { folderWith, referat } from "../support/cli.ts";

const minutes = `REFERAT Kulturudvalget i Havneby d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00

Punkt 1: Drøftelse af havnen

Tekst.

Punkt 2: Lukket punkt: Køb af Strandgården

Prisen er fortrolig: 010203-1234.

Bilag

Bilag 2.1: Vurderingsnotat.pdf

Punkt 3: Eventuelt

Bilag

Bilag 3.1: Kort.pdf
`;
const name = "2026-03-04 Kulturudvalget i Havneby – referat";

describe("referat export", () => {
  it("writes a page beside the document, under the name of the meeting, and says where", () => {
    const cwd = folderWith({ "a.referat": minutes, "Kort.pdf": "" });
    const result = referat(["export", "a.referat", "--to", "html"], { cwd });
    assert.deepEqual(result, { status: 0, stdout: `${name}.html\n`, stderr: "" });
    const page = readFileSync(join(cwd, `${name}.html`), "utf8");
    assert.match(page, /^<!DOCTYPE html>/);
    assert.match(page, /<a href="Kort\.pdf">Kort\.pdf<\/a>/);
    assert.match(page, /Strandgården/);
    assert.deepEqual(readdirSync(cwd).sort(), [`${name}.html`, "Kort.pdf", "a.referat"].sort());
  });

  it("writes OParl, to a file that is named or to standard output", () => {
    const cwd = folderWith({ "a.referat": minutes });
    assert.deepEqual(referat(["export", "a.referat", "--to", "oparl", "--out", "ud.json"], { cwd }), {
      status: 0,
      stdout: "ud.json\n",
      stderr: "",
    });
    const written = readFileSync(join(cwd, "ud.json"), "utf8");
    assert.match((JSON.parse(written) as { type: string }).type, /Meeting$/);
    assert.equal(referat(["export", "-", "--to", "oparl"], { cwd, input: minutes }).stdout, written);
    assert.equal(referat(["export", "a.referat", "--to", "oparl", "--out", "-"], { cwd }).stdout, written);
  });

  it("gives the same bytes for the same input, with the time that SOURCE_DATE_EPOCH sets", () => {
    for (const to of ["html", "oparl"]) {
      const exported = (): string => referat(["export", "-", "--to", to], { input: minutes }).stdout;
      assert.equal(exported(), exported());
      assert.doesNotMatch(exported(), /modified/);
      process.env["SOURCE_DATE_EPOCH"] = "1772625600";
      try {
        assert.match(exported(), /2026-03-04T12:00:00Z/);
        process.env["SOURCE_DATE_EPOCH"] = "i går";
        const { status, stderr } = referat(["export", "-", "--to", to], { input: minutes });
        assert.equal(status, 2);
        assert.match(stderr, /SOURCE_DATE_EPOCH/);
      } finally {
        delete process.env["SOURCE_DATE_EPOCH"];
      }
    }
  });

  it("has nothing of a closed item with --public, whatever is found in it", () => {
    const cwd = folderWith({ "a.referat": minutes, "Vurderingsnotat.pdf": "" });
    for (const to of ["html", "oparl"]) {
      const { status, stdout } = referat(["export", "a.referat", "--to", to, "--public", "--out", "-"], {
        cwd,
      });
      assert.equal(status, 0);
      assert.doesNotMatch(stdout, /Strandg|fortrolig|010203|Vurdering/i);
    }
  });

  it("shows the titles of closed items where referat.json says so", () => {
    const cwd = folderWith({
      "a.referat": minutes,
      "referat.json": `{ "profiles": [{ "publish": { "closedItems": "title", "address": "https://www.havneby.example/m/" } }] }`,
    });
    const { stdout } = referat(["export", "a.referat", "--to", "oparl", "--public", "--out", "-"], { cwd });
    assert.match(stdout, /"name": "Lukket punkt: Køb af Strandgården"/);
    assert.match(stdout, /"https:\/\/www\.havneby\.example\/m\/meeting\//);
    assert.doesNotMatch(stdout, /fortrolig|Vurdering/);
  });

  it("refuses with --public while something stands in the way, and writes nothing", () => {
    const obstacles: readonly (readonly [string, RegExp, string?])[] = [
      ["Tekst om 010203-1234.", /:7:10: .*cpr|personnummer/i],
      ["Om Køb af Strandgården.", /lukkede punkt/],
      ["Det kostede XX kr.", /udfyldt/],
      ["Se Vurderingsnotat.pdf.", /bilag til et lukket punkt/],
      ["Punkt 9 Lukket punkt: Salg", /ligner overskriften på et lukket punkt/],
      ["Indstilling\n\nDet indstilles, at udvalget:\n\n1. Godkender planen", /ingen beslutning/],
      ["Indstilling\n\nDet indstilles, at udvalget:\n\n1. Godkender planen\n\nBeslutning\n", /Der står intet under »Beslutning«/],
    ];
    for (const [text, said] of obstacles) {
      const cwd = folderWith({ "a.referat": minutes.replace("Tekst.", text) });
      const { status, stdout, stderr } = referat(["export", "a.referat", "--to", "html", "--public"], { cwd });
      assert.deepEqual([status, stdout], [1, ""], text);
      assert.match(stderr, said);
      assert.match(stderr, /a\.referat: er ikke eksporteret/);
      assert.deepEqual(readdirSync(cwd), ["a.referat"]);
      assert.equal(referat(["export", "a.referat", "--to", "html"], { cwd }).status, 0);
    }
  }); // prettier-ignore

  it("takes the weights of referat.json, and what is silenced, at their word", () => {
    const text = minutes.replace("Tekst.", "Der var [...] til mødet.");
    const weighed = folderWith({
      "a.referat": text,
      "referat.json": `{ "rules": { "placeholder": "info" } }`,
    });
    assert.equal(referat(["export", "a.referat", "--to", "html", "--public"], { cwd: weighed }).status, 0);
    const silenced = folderWith({ "a.referat": `<!-- referat-disable-file placeholder: citat -->\n${text}` });
    assert.equal(referat(["export", "a.referat", "--to", "html", "--public"], { cwd: silenced }).status, 0);
  });

  it("lays several documents in a folder, and goes on behind one that cannot be written", () => {
    const cwd = folderWith({
      "m/a.referat": minutes,
      "m/b.dagsorden": minutes.replace("REFERAT", "DAGSORDEN"),
      "m/c.referat": minutes.replace("Tekst.", "010203-1234"),
      "m/d.referat": "Punkt 1: Uden hoved\n",
    });
    const { status, stdout, stderr } = referat(["export", "m", "--to", "html", "--out", "ud", "--public"], {
      cwd,
    });
    assert.equal(status, 1);
    const names = [`${name}.html`, "2026-03-04 Kulturudvalget i Havneby – dagsorden.html", "d.html"];
    assert.deepEqual(stdout.trim().split("\n").sort(), names.map((each) => join("ud", each)).sort());
    assert.match(stderr, /c\.referat: er ikke eksporteret/);
    assert.deepEqual(readdirSync(join(cwd, "ud")).sort(), names.sort());
  });

  it("writes to what is no file, and puts none in its place", () => {
    const cwd = folderWith({ "a.referat": minutes });
    symlinkSync("/dev/null", join(cwd, "ingenting"));
    const result = referat(["export", "a.referat", "--to", "html", "--out", "ingenting"], { cwd });
    assert.equal(result.status, 0, result.stderr);
    assert.ok(statSync("/dev/null").isCharacterDevice());
    assert.deepEqual(readdirSync(cwd).sort(), ["a.referat", "ingenting"]);
  });

  it("never writes over the document, nor over what it has just written", () => {
    const cwd = folderWith({ "a.referat": minutes, "b.referat": minutes });
    const over = referat(["export", "a.referat", "--to", "html", "--out", "a.referat"], { cwd });
    assert.equal(over.status, 2);
    assert.match(over.stderr, /overskrive/);
    assert.equal(readFileSync(join(cwd, "a.referat"), "utf8"), minutes);
    symlinkSync("a.referat", join(cwd, "link.html"));
    const through = referat(["export", "a.referat", "--to", "html", "--out", "link.html"], { cwd });
    assert.equal(through.status, 2);
    assert.equal(readFileSync(join(cwd, "a.referat"), "utf8"), minutes);
    const twice = referat(["export", "a.referat", "b.referat", "--to", "html", "--out", "ud"], { cwd });
    assert.equal(twice.status, 2);
    assert.match(twice.stderr, /netop skrevet/);
  });

  it("writes a file whole or not at all", function () {
    const cwd = folderWith({ "a.referat": minutes });
    const missing = referat(["export", "a.referat", "--to", "html", "--out", "ikke/her.html"], { cwd });
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /kan ikke skrives/);
    assert.equal(existsSync(join(cwd, "ikke")), false);
    mkdirSync(join(cwd, "laast"));
    chmodSync(join(cwd, "laast"), 0o555);
    // Who may do everything is not kept out by a folder's rights.
    if (process.getuid?.() === 0) return;
    assert.equal(referat(["export", "a.referat", "--to", "html", "--out", "laast"], { cwd }).status, 2);
    assert.deepEqual(readdirSync(join(cwd, "laast")), []);
  });

  it("says in one sentence what is wrong with a call", () => {
    const cwd = folderWith({ "a.referat": minutes });
    for (const [args, said] of [
      [["export"], /nævn mindst en fil/],
      [["export", "a.referat"], /--to/],
      [["export", "a.referat", "--to", "odt"], /»odt« er ikke en af/],
      [["export", "a.referat", "--to", "html", "--state", "måske"], /--state/],
      [["export", "ikke.referat", "--to", "html"], /findes ikke/],
    ] as const) {
      const { status, stdout, stderr } = referat(args, { cwd });
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, said);
    }
    assert.deepEqual(readdirSync(cwd), ["a.referat"]);
  }); // prettier-ignore

  it("makes a sound page of any text", () => {
    for (const input of ["", "\n", "Ingen punkter her.\n", `Punkt 1: ${"Havn ".repeat(1000)}\n`, `Punkt 1: A\n\n${"x\t".repeat(200)}\n`, "\u0000\u0007"]) {
      const { status, stdout, stderr } = referat(["export", "-", "--to", "html", "--state", "til-godkendelse"], { input });
      assert.deepEqual([status, stderr], [0, ""]);
      assert.match(stdout, /<h1>[^]*<\/html>\n$/);
      assert.match(stdout, /Til godkendelse/);
    }
  }); // prettier-ignore
});
