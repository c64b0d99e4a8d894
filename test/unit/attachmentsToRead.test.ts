import assert from "node:assert/strict";
import { attachmentsToRead } from "../../server/src/rules/attachmentsToRead.ts";
import type { CheckOptions } from "../../server/src/rules/check.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const text = `REFERAT Udvalget d. 04-03-2026

Punkt 1: En sag

Bilag

Kort.pdf
<!-- referat-disable-next-line cpr-number: set efter -->
Plan.pdf
Liste.xlsx
Findes ikke.pdf

Punkt 2: Lukket punkt: Ansættelse

Bilag

Kort.pdf
Ansøger.docx
`;
const filesBeside = ["Kort.pdf", "Plan.pdf", "Liste.xlsx", "Ansøger.docx", "Andet.pdf"];

function toRead(options: CheckOptions, openOnly = false): string[] {
  const document = ReferatDocument.parse(text);
  return attachmentsToRead(document, options, openOnly).map(({ file, chunk, span }) => {
    const { line } = document.positionAt(document.offsetOf(chunk) + span.start);
    return `${line}: ${file}`;
  });
}

describe("the attachments that are looked into", () => {
  it("are those that are listed and there, each once where it is listed first, and none that a comment speaks for", () => {
    assert.deepEqual(toRead({ filesBeside }), ["6: Kort.pdf", "9: Liste.xlsx", "17: Ansøger.docx"]);
  });

  it("are those of open items where only they go out", () => {
    assert.deepEqual(toRead({ filesBeside }, true), ["6: Kort.pdf", "9: Liste.xlsx"]);
  });

  it("are none where the rule is off; other rules are no matter", () => {
    const weights = (id: string): CheckOptions => ({ filesBeside, severities: new Map([[id, "off"]]) });
    assert.deepEqual(toRead(weights("cpr-number")), []);
    assert.equal(toRead(weights("slot-gap")).length, 3);
    assert.equal(toRead({ filesBeside, severities: new Map([["cpr-number", "hint"]]) }).length, 3);
  });

  it("are none where no files are known", () => {
    assert.deepEqual(toRead({}), []);
    assert.deepEqual(toRead({ filesBeside: null }), []);
    assert.deepEqual(toRead({ filesBeside: [] }), []);
  });
});
