import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { pastedText } from "../../server/src/pasting/pastedText.ts";

const fixtures = join(import.meta.dirname, "..", "fixtures", "pasting");
const update = process.env["UPDATE_GOLDEN"] === "1";

/** What lies on the clipboard, as a page and as plain text, and what is written of it. What stays plain has no third file. */
describe("what is pasted", () => {
  const names = readdirSync(fixtures).flatMap((name) => /^(.+)\.html$/.exec(name)?.[1] ?? []);
  for (const name of names) {
    it(`from ${name.replaceAll("-", " ")}`, () => {
      const read = (ending: string): string => readFileSync(join(fixtures, `${name}.${ending}`), "utf8");
      const text = pastedText(read("html"), read("txt"));
      const path = join(fixtures, `${name}.referat`);
      if (update && text !== null) writeFileSync(path, text);
      assert.equal(text, existsSync(path) ? readFileSync(path, "utf8") : null);
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

  it("from pages that no program would write, without an end and without losing a word", () => {
    assert.equal(pastedText(`${"<div>".repeat(900)}et<p>to`, "et\nto"), "et\n\nto\n");
    assert.equal(pastedText(`${"<div>".repeat(500_000)}et<p>to`, "et\nto"), null);
    assert.equal(pastedText("</p></table><li>et</b><td>to", "et to"), "- et\n\nto\n");
    assert.equal(pastedText("<table><table><tr><td>et", "et"), null);
    assert.equal(pastedText("<", ""), "<");
    assert.equal(pastedText("", "et"), null);
  });
});
