import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { pastedText } from "../../server/src/pasting/pastedText.ts";
import { assertPicture } from "../support/golden.ts";

const fixtures = join(import.meta.dirname, "..", "fixtures", "pasting");

/** What lies on the clipboard, as a page and as plain text, and what is written of it. What stays plain has no third file. */
describe("what is pasted", () => {
  const names = readdirSync(fixtures).flatMap((name) => /^(.+)\.html$/.exec(name)?.[1] ?? []);
  for (const name of names) {
    it(`from ${name.replaceAll("-", " ")}`, () => {
      const read = (ending: string): string => readFileSync(join(fixtures, `${name}.${ending}`), "utf8");
      const text = pastedText(read("html"), read("txt"));
      const path = join(fixtures, `${name}.referat`);
      if (text === null) assert.ok(!existsSync(path), "the page is pasted plain");
      else assertPicture(path, [text]);
    });
  }

  it("with the signs that are written by their names or numbers, or else plain", () => {
    const page = (text: string): string => `<style>a &thing;</style><p>${text}</p><p>b</p>`;
    assert.equal(
      pastedText(page("&AElig;&oslash;&#229;&#xe5;&nbsp;&ndash; &lt;&amp;lt;&gt; 5 &euro;"), ""),
      "Æøåå\u00a0– <&lt;> 5 €\n\nb\n",
    );
    for (const text of ["&thing;", "&#55296;", "&#1114112;", "&#1;"])
      assert.equal(pastedText(page(text), ""), null);
    assert.equal(pastedText(page("A & B; C&D"), ""), "A & B; C&D\n\nb\n");
  });

  it("with links that lead where they led", () => {
    const page =
      '<p><a href="https://by.example/a (b)">her</a> <a href="https://by.example/?a=1&amp;b=2">og her</a></p><p>b</p>';
    assert.equal(
      pastedText(page, "her og her b"),
      "[her](https://by.example/a%20%28b%29) [og her](https://by.example/?a=1&b=2)\n\nb\n",
    );
  });

  it("from pages that no program would write, without an end and without losing a word", () => {
    assert.equal(pastedText(`${"<div>".repeat(900)}et<p>to`, "et\nto"), "et\n\nto\n");
    assert.equal(pastedText(`${"<div>".repeat(500_000)}et<p>to`, "et\nto"), null);
    assert.equal(pastedText("</p></table><li>et</b><td>to", "et to"), "- et\n\nto\n");
    assert.equal(pastedText("<table><table><tr><td>et", "et"), null);
    assert.equal(pastedText("<", ""), "<");
    assert.equal(pastedText("", "et"), null);
  });
});
