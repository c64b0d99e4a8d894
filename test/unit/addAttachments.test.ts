import assert from "node:assert/strict";
import { addAttachments } from "../../server/src/edits/addAttachments.ts";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { isRefused } from "../../server/src/edits/result.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

function withFiles(text: string, index: number, ...names: string[]): string {
  const document = ReferatDocument.parse(text);
  const result = addAttachments(document, index, names);
  assert.ok(!isRefused(result));
  assert.ok(result.edits.length <= 1);
  return applyEdits(document, result.edits).getText();
}

describe("files that are dropped on an item", () => {
  it("are listed behind the others, numbered as they are", () => {
    const text =
      "Punkt 3: A\n\nTekst.\n\nBilag\n\nBilag 3.1: Kort.pdf\n\nBilag 3.2: Plan.pdf\n\nPunkt 4: B\n";
    assert.equal(
      withFiles(text, 0, "Budget.xlsx", "Notat.docx"),
      text.replace("Plan.pdf\n", "Plan.pdf\n\nBilag 3.3: Budget.xlsx\n\nBilag 3.4: Notat.docx\n"),
    );
  });

  it("bear no number where the others bear none, and keep the list's marks", () => {
    const text = "Punkt 3: A\n\nBilag\n\n- Kort.pdf\n- Plan.pdf\n";
    assert.equal(withFiles(text, 0, "Budget.xlsx"), `${text}- Budget.xlsx\n`);
  });

  it("get a section of their own where there is none", () => {
    assert.equal(
      withFiles("Punkt 3: A\r\n\r\nTekst.\r\n\r\nPunkt 4: B\r\n", 0, "Kort.pdf", "Plan.pdf"),
      "Punkt 3: A\r\n\r\nTekst.\r\n\r\nBilag\r\n\r\nBilag 3.1: Kort.pdf\r\n\r\nBilag 3.2: Plan.pdf\r\n\r\nPunkt 4: B\r\n",
    );
  });

  it("are written as another item's are", () => {
    const text = "Punkt 1: A\n\nTekst.\n\nBilag\n\n1.1_Kort.pdf\n\nPunkt 2: B\n\nTekst.\n";
    assert.match(withFiles(text, 1, "Plan.pdf"), /\n\nBilag\n\n2\.1_Plan\.pdf\n$/);
  });

  it("are listed once", () => {
    const text = "Punkt 1: A\n\nBilag\n\nKort.pdf\n";
    assert.equal(withFiles(text, 0, "Kort.pdf"), text);
  });
});
