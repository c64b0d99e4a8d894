import assert from "node:assert/strict";
import { Config } from "../../server/src/config/config.ts";
import { fileNameIn } from "../../server/src/text/uri.ts";
import { linkTarget } from "../../server/src/model/linkTarget.ts";
import { outputName } from "../../server/src/publishing/outputName.ts";
import { isDownwardPath } from "../../server/src/text/downward.ts";
import { wantedBy } from "../../server/src/protocol/archive/wantedFiles.ts";

/** Paths that lead out of a folder, on one system or another. */
const outward = [
  "../hemmelig.svg",
  "a/../../hemmelig.svg",
  "a\\..\\..\\hemmelig.svg",
  "..",
  "/etc/passwd",
  "\\windows\\win.ini",
  "\\\\vært\\deling\\logo.svg",
  "//vært/deling/logo.svg",
  "C:\\hemmelig.svg",
  "C:hemmelig.svg",
  "file:///etc/passwd",
  // Windows overlooks dots and blanks at the end of a name.
  ".. /hemmelig.svg",
  "... /hemmelig.svg",
  "a/.. . /../hemmelig.svg",
  // A pattern may take a line for the whole.
  "a\n/../../hemmelig.svg",
  "a\u2028/../../hemmelig.svg",
  "logo.svg\u0000.png",
  "CON",
  "billeder/aux.svg",
  "nul .svg",
  "LPT1.svg",
];
const downward = ["logo.svg", "./logo.svg", "billeder/logo.svg", "billeder\\logo.svg", "..logo.svg", "a..b/ø æ.svg", "conto.svg"]; // prettier-ignore

function layoutWith(logo: string): { logo: string | null; fontFiles: readonly string[]; problems: number } {
  const text = JSON.stringify({ profiles: [{ publish: { logo, fontFiles: [logo] } }] });
  const config = Config.read(text);
  const { layout } = config.settingsFor(null).profile.publish;
  return { logo: layout.logo, fontFiles: layout.fontFiles, problems: config.problems.length };
}

describe("paths that lead out of their folder", () => {
  for (const path of outward) {
    it(`${JSON.stringify(path)} is refused`, () => {
      assert.equal(isDownwardPath(path), false);
      assert.deepEqual(layoutWith(path), { logo: null, fontFiles: [], problems: 2 });
      for (const written of [path, encodeURI(path), encodeURIComponent(path)]) {
        const target = linkTarget(written);
        if (target?.type !== "file") continue;
        assert.ok(!target.value.split(/[/\\]/).includes(".."), written);
        assert.doesNotMatch(target.value, /^[/\\]|^[a-z]:|\0/i, written);
      }
    });
  }

  for (const path of downward) {
    it(`${path} is not`, () => {
      assert.ok(isDownwardPath(path));
      assert.deepEqual(layoutWith(path), { logo: path, fontFiles: [path], problems: 0 });
    });
  }

  it("links to devices and to other schemes are not followed", () => {
    for (const address of [
      "con",
      "bilag/NUL.pdf",
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "file:///etc/passwd",
      "command:workbench.action.quit",
      "\\\\vært\\x.pdf",
      "%5C%5Cvært%5Cx.pdf",
      "%2e%2e/x.pdf",
      "java\nscript:x",
    ])
      // prettier-ignore
      assert.notEqual(linkTarget(address)?.type, "address", address);
    for (const address of [
      "con",
      "bilag/NUL.pdf",
      "javascript:alert(1)",
      "%2e%2e%2fx.pdf",
      "\\\\vært\\x.pdf",
    ])
      assert.equal(linkTarget(address), null, address);
  });

  it("a sign of percent that begins no code is a sign of percent, and what stands behind # is a place in the file", () => {
    assert.deepEqual(linkTarget("100%.pdf"), { type: "file", value: "100%.pdf", fragment: null });
    assert.deepEqual(linkTarget("bilag/Kort%20A.pdf#page=2"), { type: "file", value: "bilag/Kort A.pdf", fragment: "page=2" });
    assert.equal(fileNameIn("file:///arkiv/100%.pdf"), "100%.pdf");
    assert.equal(fileNameIn("file:///arkiv/M%C3%B8de.referat?v=1"), "Møde.referat");
  }); // prettier-ignore

  it("a pattern of the archive's finds nothing above its folder", () => {
    const wanted = wantedBy(["../**/*.txt", "..\\*.txt", "**/*.md"]);
    // It is asked with paths below the folder only.
    assert.deepEqual(
      ["a.txt", "b/a.txt", "a.md", "b/c.md"].map((path) => wanted(path)),
      [false, false, true, true],
    );
  });

  it("the name of an exported file is a name, whatever the document calls its body", () => {
    const bodies = ["../../etc/passwd", "..\\..\\x", "CON", "C:\\x", "//vært/deling", "a\u0000b", "\u001b[2Jx", "x".repeat(5000)]; // prettier-ignore
    for (const body of bodies) {
      const name = outputName("referat", { body, date: null } as Parameters<typeof outputName>[1]) ?? "";
      assert.match(name, / – referat$/, body);
      assert.ok(isDownwardPath(name) && !/[/\\]/.test(name) && name.length < 150, name);
    }
  });
});

describe("a referat.json of somebody else's", () => {
  it("with brackets without end is read as one with a mistake", () => {
    for (const text of ["[".repeat(200_000), '{"profiles":'.repeat(50_000)]) {
      const { problems } = Config.read(text);
      assert.equal(problems.length, 1);
      assert.match(problems[0]?.message.da ?? "", /klammer/);
    }
  });

  it("changes nothing but its own settings", () => {
    Config.read('{"__proto__": {"polluted": 1}, "profiles": [{"__proto__": {"polluted": 1}}], "constructor": {"prototype": {"polluted": 1}}}'); // prettier-ignore
    assert.equal((Object.prototype as { polluted?: number }).polluted, undefined);
  });
});
