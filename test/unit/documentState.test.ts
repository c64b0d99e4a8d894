import assert from "node:assert/strict";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { isRefused } from "../../server/src/edits/result.ts";
import { setState } from "../../server/src/edits/setState.ts";
import { type DocumentState, stateMarkOf } from "../../server/src/model/documentState.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

function after(text: string, state: DocumentState | null): string | null {
  const document = ReferatDocument.parse(text);
  const result = setState(document, state);
  return isRefused(result) ? null : applyEdits(document, result.edits).getText();
}

const title = "REFERAT Havneudvalget d. 04-03-2026";

describe("a document's state", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    it(`is a comment below the title line, and goes with its line: ${JSON.stringify(end)}`, () => {
      const text = `${title}${end}${end}Mødested Salen${end}`;
      const marked = after(text, "kladde") ?? "";
      assert.equal(marked, `${title}${end}<!-- status: kladde -->${end}${end}Mødested Salen${end}`);
      const approved = after(marked, "godkendt") ?? "";
      assert.equal(approved, marked.replace("kladde", "godkendt"));
      assert.equal(after(approved, null), text);
    });
  }

  it("is read in any spelling, anywhere before the items", () => {
    for (const mark of [
      "<!--status:godkendt-->",
      "<!-- Status:  Godkendt -->",
      "x <!-- STATUS: godkendt --> y",
    ])
      assert.equal(
        stateMarkOf(ReferatDocument.parse(`${title}\n\n${mark}\n\nPunkt 1: Sag\n`))?.state,
        "godkendt",
      );
    for (const other of ["<!-- status: næsten -->", "<!-- godkendt -->", "<!-- status: godkendt af alle -->"])
      assert.equal(stateMarkOf(ReferatDocument.parse(`${title}\n${other}\n`)), null);
    assert.equal(
      stateMarkOf(ReferatDocument.parse(`${title}\n\nPunkt 1: Sag\n<!-- status: kladde -->\n`)),
      null,
    );
  });

  it("takes nothing with it that stands beside the comment", () => {
    assert.equal(after(`${title} <!-- status: kladde -->\nx\n`, null), `${title} \nx\n`);
    assert.equal(after(`${title}\n  <!-- status: kladde --> \nx\n`, null), `${title}\nx\n`);
    assert.equal(after(`${title}\n<!-- status: kladde -->`, null), `${title}\n`);
  });

  it("changes nothing where it is as wished, and refuses where no title line tells what the document is", () => {
    assert.equal(after(`${title}\n`, null), `${title}\n`);
    assert.equal(
      after(`${title}\n<!-- status: kladde -->\n`, "kladde"),
      `${title}\n<!-- status: kladde -->\n`,
    );
    assert.equal(after("Punkt 1: Sag\n", "kladde"), null);
    assert.equal(after("", "kladde"), null);
  });
});
