import assert from "node:assert/strict";
import { defaultLayout } from "../../server/src/model/pageLayout.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { render, type RenderOptions } from "../../server/src/publishing/render.ts";
import { typst, type TypstOptions } from "../../server/src/publishing/typst.ts";
import { wordPieces } from "../../server/src/publishing/typst/wordPieces.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

/** What stands behind the template: the calls that are the document. */
function calls(text: string, options: RenderOptions & TypstOptions = {}): string {
  const source = typst(render(ReferatDocument.parse(text), "referat", defaultProfile, options), options);
  return source.slice(source.lastIndexOf("#show: pages"));
}

describe("the source of the pages", () => {
  it("puts whatever the document holds into string literals", () => {
    const words = '#panic("ud") $x$ *fed* <mærke> @ref \\"; panic("ud") `kode` // væk /* væk */ ~ -- ...';
    const source = calls(
      `REFERAT ${words} d. 04-03-2026\n\nPunkt 1: ${words}\n\n${words}\n\n| ${words} |\n|---|\n| ${words} |\n`,
    );
    // Without its literals nothing is left but our own calls.
    const code = source.replace(/"(?:[^"\\]|\\[\s\S])*"/g, '""');
    assert.doesNotMatch(code, /panic|kode|væk|\$|@|`/);
    assert.deepEqual(
      [...new Set(code.match(/[a-z-]+(?=\()/g))].sort(),
      ["cover", "emph", "gap", "grid-table", "item", "p", "places"]
        .sort()
        .filter((name) => code.includes(`${name}(`)),
    );
  });

  it("gives the same source for the same document", () => {
    const text = "REFERAT U d. 04-03-2026\n\nPunkt 1: A\n\nTekst.\n";
    assert.equal(calls(text), calls(text));
  });

  it("sets recommendations, decision and absence apart, and names the lines", () => {
    const source = calls(
      "Punkt 1: A\n\nIndstilling\n\n1. at B\n\nBeslutning\n\nGodkendt.\n\nFraværende\n\nDan Friis\n",
    );
    assert.match(source, /^section\("recommendations", 2, "Indstilling"/m);
    assert.match(source, /^section\("decision", 6, "Beslutning", whole: true, p\(8, "Godkendt\."\)\)$/m);
    assert.match(source, /^section\("absent", 10, "Fraværende"/m);
    assert.match(source, /numbers\(\("1\.",\), \(\{ at\(4\); "at B" \},\)\)/);
  });

  it("begins each item on a page of its own, but a pause, and where the body does not want that", () => {
    const text = "Punkt 1: A\n\nPAUSE (10.00-10.15)\n\nPunkt 2: B\n";
    const fresh = (source: string): string[] =>
      [...source.matchAll(/fresh: (\w+)/g)].map(([, is = ""]) => is);
    assert.deepEqual(fresh(calls(text)), ["true", "false", "true"]);
    const layout = { ...defaultLayout, itemPerPage: false };
    assert.deepEqual(fresh(calls(text, { layout })), ["false", "false", "false"]);
  });

  it("lets closed items that follow each other share a page", () => {
    const text = "Punkt 1: A\n\nPunkt 2: Lukket punkt: B\n\nPunkt 3: Lukket punkt: C\n\nPunkt 4: D\n";
    const source = calls(text, { public: true });
    assert.match(source, /neutral\(2, true, ".*"\)\nneutral\(4, false, /);
    assert.doesNotMatch(source, /Lukket punkt: [BC]/);
  });

  it("puts a footnote at its first mark, and one that no mark can hold where it was written", () => {
    const source = calls("Punkt 1: A\n\nTekst[1] og mere[1].\n\n[1] En note.\n\n[2] Uden mærke.\n");
    assert.equal(source.match(/\bnote\(/g)?.length, 1);
    assert.equal(source.match(/\bagain\(/g)?.length, 1);
    assert.equal(source.match(/En note\./g)?.length, 1);
    assert.match(source, /^small\(6, .*"2 ".*Uden mærke\./m);
    const inHeader = calls("Punkt 1: A\n\n| Navn[1] |\n|---|\n| x |\n\n[1] En note.\n");
    assert.match(inHeader, /^small\(6, .*En note\./m);
  });

  it("links to what is there, and leaves the words of what is not", () => {
    const text = "Punkt 1: A\n\nSe punkt 2 og punkt 3.\n\nPunkt 2: Lukket punkt: B\n\nPunkt 3: C\n";
    assert.match(calls(text), /leads\(label\("punkt-2"\), "punkt 2"\)/);
    const open = calls(text, { public: true });
    assert.doesNotMatch(open, /label\("punkt-2"\)/);
    assert.match(open, /leads\(label\("punkt-3"\), "punkt 3"\)/);
  });

  it("divides a table that no page is wide enough for, each part with the column that names the rows", () => {
    const cells = (of: (index: number) => string): string =>
      `| ${Array.from({ length: 200 }, (_, index) => of(index)).join(" | ")} |`;
    const source = calls(
      `Punkt 1: A\n\n${cells((index) => (index === 0 ? "Navn" : `K${index}`))}\n${cells(() => "---")}\n${cells((index) => (index === 0 ? "Række" : `v${index}`))}\n`,
    );
    const parts = source.match(/^grid-table\(.*$/gm) ?? [];
    assert.ok(parts.length > 10);
    for (const part of parts) assert.match(part, /"Navn".*"Række"/);
    for (let index = 1; index < 200; index++)
      assert.equal(parts.filter((part) => part.includes(`"v${index}"`)).length, 1, `v${index}`);
    assert.match(source, /part: "Kolonne 2–\d+ af 200"/);
  });

  it("has text that can be read, whatever the accent", () => {
    const accent = (colour: string): string => {
      const source = typst(render(ReferatDocument.parse(""), "referat", defaultProfile), {
        layout: { ...defaultLayout, accent: colour },
      });
      return /accent-text: rgb\("(.*?)"\)/.exec(source)?.[1] ?? "";
    };
    assert.equal(accent("#0b4f6c"), "#0b4f6c");
    assert.equal(accent("#ffcc00"), "#1d2329");
  });
});

describe("words that find no room", () => {
  it("are divided where they have a mark of their own, else where they must, and lose nothing", () => {
    const parts = (text: string): string[] =>
      wordPieces(text)
        .join("")
        .split("gap()")
        .map((part) => part.replace(/long\((".*?")\)/g, "$1").replaceAll('"', ""));
    assert.deepEqual(parts("kort tekst"), ["kort tekst"]);
    assert.deepEqual(parts("https://www.havneby.example/moeder/2026-03-04"), [
      "https://", "www.", "havneby.", "example/", "moeder/", "2026-", "03-", "04",
    ]); // prettier-ignore
    assert.equal(parts("x".repeat(500)).join(""), "x".repeat(500));
    assert.ok(parts("x".repeat(500)).length > 5);
    assert.equal(parts(`ord ${"1".repeat(50)} ord`).join(""), `ord ${"1".repeat(50)} ord`);
  });

  it("are divided as words are, where they are letters alone", () => {
    assert.deepEqual(wordPieces("i kommunalbestyrelsen nu"), [
      '"i "',
      'long("kommunalbestyrelsen")',
      '" nu"',
    ]);
    assert.deepEqual(wordPieces("Kulturudvalget"), ['"Kulturudvalget"']);
  });
});
