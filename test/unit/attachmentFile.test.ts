import assert from "node:assert/strict";
import { Checker, documentContext, messageOf } from "../../server/src/rules/check.ts";
import { fixesOf } from "../../server/src/rules/fixes.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const text = `REFERAT Udvalget d. 04-03-2026

Punkt 1: En sag

Bilag

Bilag 1.1: Kort.pdf
Bilag 1.2: Plan.docx
En oversigt uden fil
Referat af mødet 04.03.2026
Udkast v.2

Punkt 2: En anden sag

Bilag

2.1: liste.XLSX
Punkt.2
`;

/** The lines and messages of what is found with these files beside the document. */
function found(filesBeside: readonly string[] | null): string[] {
  const document = ReferatDocument.parse(text);
  const findings = new Checker().check(document, { filesBeside });
  const own = findings.filter(({ rule }) => rule.id === "attachment-file");
  return own.map((finding) => {
    const { chunk, span } = finding;
    assert.deepEqual(fixesOf(finding, documentContext(document, { filesBeside }), "da"), []);
    assert.match(messageOf(finding, "da"), /^Filen ».*« ligger ikke ved siden af dokumentet/);
    assert.match(messageOf(finding, "en"), /^The file “.*” does not lie beside the document/);
    const at = document.positionAt(document.offsetOf(chunk) + span.start);
    return `${at.line}:${at.character} ${document.getText().slice(document.offsetOf(chunk) + span.start, document.offsetOf(chunk) + span.end)}`;
  });
}

describe("rule attachment-file", () => {
  it("finds the listed files that are not there, and no entry that is no file", () => {
    assert.deepEqual(found(["Kort.pdf"]), ["7:11 Plan.docx", "16:5 liste.XLSX"]);
    assert.deepEqual(found(["Kort.pdf", "Liste.xlsx", "Andet.txt"]), ["7:11 Plan.docx"]);
  });

  it("is silent where all are there", () => {
    assert.deepEqual(found(["Kort.pdf", "Plan.docx", "Liste.xlsx"]), []);
  });

  it("is silent where none is there: then they lie elsewhere", () => {
    assert.deepEqual(found(["Andet.txt"]), []);
    assert.deepEqual(found([]), []);
    assert.deepEqual(found(null), []);
  });
});
