import assert from "node:assert/strict";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { documentContext } from "../../server/src/rules/check.ts";
import { newField } from "../../server/src/rules/insertField.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const title = "REFERAT Udvalget d. 04-03-2026";

/** The document with the field in it; null where there is no place for it. */
function withField(name: string, value: string, text: string): string | null {
  const document = ReferatDocument.parse(text);
  const edits = newField(name, value, documentContext(document));
  return edits && applyEdits(document, edits).getText();
}

describe("a field that is added to the head", () => {
  it("stands in its customary place, and is written apart as the others are", () => {
    const text = `${title}\n\nMødedato X\n\nReferent B\n\nPunkt 1: A\n`;
    assert.equal(
      withField("mødested", "", text),
      `${title}\n\nMødedato X\n\nMødested\n\nReferent B\n\nPunkt 1: A\n`,
    );
    assert.equal(
      withField("mødested", "Rådhuset", text),
      `${title}\n\nMødedato X\n\nMødested Rådhuset\n\nReferent B\n\nPunkt 1: A\n`,
    );
    assert.equal(
      withField("sekretær", "", text),
      `${title}\n\nMødedato X\n\nReferent B\n\nSekretær\n\nPunkt 1: A\n`,
    );
  });

  it("stands right below the title where it comes first", () => {
    assert.equal(
      withField("mødedato", "", `${title}\n\nMødested X\n`),
      `${title}\n\nMødedato\n\nMødested X\n`,
    );
    assert.equal(withField("mødedato", "", `${title}\n`), `${title}\n\nMødedato\n`);
    assert.equal(withField("mødedato", "", title), `${title}\n\nMødedato`);
  });

  it("stands behind one of its own kind", () => {
    const text = `${title}\n\nMødested A\n\nReferent B\n`;
    assert.equal(withField("mødested", "C", text), `${title}\n\nMødested A\n\nMødested C\n\nReferent B\n`);
  });

  it("is last where only a profile knows it", () => {
    assert.equal(
      withField("lokale", "", `${title}\n\nMødedato X\n\nSekretær B\n`),
      `${title}\n\nMødedato X\n\nSekretær B\n\nLokale\n`,
    );
  });

  it("is close to the others where they are, with their colon and their line ends", () => {
    assert.equal(
      withField("mødested", "R", `${title}\nMødedato: X\nReferent: B\n`),
      `${title}\nMødedato: X\nMødested: R\nReferent: B\n`,
    );
    assert.equal(
      withField("mødested", "", `${title}\r\nMødedato : X\r\nReferent B\r\nSekretær: C\r\n`),
      `${title}\r\nMødedato : X\r\nMødested:\r\nReferent B\r\nSekretær: C\r\n`,
    );
  });

  it("has no colon where as many others have none", () => {
    assert.equal(
      withField("mødested", "R", `${title}\n\nMødedato: X\n\nReferent B\n`),
      `${title}\n\nMødedato: X\n\nMødested R\n\nReferent B\n`,
    );
    // The colon of a value is none of the label's.
    assert.equal(
      withField("mødested", "R", `${title}\n\nMødedato kl. 13:00\n\nReferent Anna: B\n`),
      `${title}\n\nMødedato kl. 13:00\n\nMødested R\n\nReferent Anna: B\n`,
    );
  });

  it("does not make a paragraph behind it a part of itself", () => {
    const text = `${title}\n\nMødedato X\n\nEt stykke tekst.\n`;
    assert.equal(withField("mødested", "", text), null);
    assert.equal(
      withField("mødested", "R", text),
      `${title}\n\nMødedato X\n\nMødested R\n\nEt stykke tekst.\n`,
    );
    const commented = text.replace("Et stykke", "<!-- note -->\n\nEt stykke");
    assert.equal(withField("mødested", "", commented), null);
    // A paragraph further down is none behind it.
    assert.notEqual(withField("mødested", "", `${title}\n\nMødedato X\n\nReferent B\n\nTekst.\n`), null);
    // One above it is none either.
    assert.notEqual(withField("sekretær", "", `${title}\n\nTekst.\n\nMødedato X\n`), null);
  });

  it("is not written into a comment", () => {
    assert.equal(
      withField("mødested", "R", `${title}\n\nMødedato X <!-- note\nmere -->\n\nReferent B\n`),
      null,
    );
    assert.equal(
      withField("mødested", "R", `${title}\n\nMødedato X <!-- note -->\n\nReferent B\n`),
      `${title}\n\nMødedato X <!-- note -->\n\nMødested R\n\nReferent B\n`,
    );
    assert.notEqual(withField("mødested", "R", `${title}\n\nMødedato X\n\n<!-- note -->\n`), null);
  });

  it("is not added where there is no title line", () => {
    assert.equal(withField("mødested", "R", "Mødedato X\n"), null);
    assert.equal(withField("mødested", "R", ""), null);
    assert.equal(withField("mødested", "R", "Punkt 1: A\n"), null);
  });
});
