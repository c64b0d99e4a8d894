import assert from "node:assert/strict";
import fc from "fast-check";
import { actionsIn } from "../../server/src/archive/actionRegister.ts";
import { caseHistory } from "../../server/src/archive/caseHistory.ts";
import { decisionsIn } from "../../server/src/archive/decisionRegister.ts";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { insertHistory } from "../../server/src/edits/insertHistory.ts";
import { markDone } from "../../server/src/edits/markDone.ts";
import { isRefused } from "../../server/src/edits/result.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { archiveOf } from "../support/archive.ts";
import { documentText } from "./generators.ts";
import { holds, seed } from "./settings.ts";

const someDocuments = fc.array(documentText, { minLength: 1, maxLength: 4 });

describe(`property: registers (seed ${seed})`, () => {
  it("lead to lines of their documents, and count what they hold", () => {
    holds(150, someDocuments, (texts) => {
      const archive = archiveOf(Object.fromEntries(texts.map((text, index) => [`${index}.referat`, text])));
      const lines = texts.map((text) => ReferatDocument.parse(text).lineCount);
      const isIn = ({ uri, line }: { uri: string; line: number }): boolean =>
        line >= 0 && line < (lines[Number.parseInt(uri)] ?? 0);
      const decisions = decisionsIn(archive, {});
      assert.equal(decisions.total, decisions.rows.length);
      assert.ok(decisions.rows.every(isIn));
      const actions = actionsIn(archive, {}, "2026-03-04");
      assert.equal(actions.total, actions.counts.open + actions.counts.overdue + actions.counts.done);
      assert.ok(actions.rows.every((row) => isIn(row) && isIn(row.last)));
      for (const [index, text] of texts.entries()) {
        const { items } = ReferatDocument.parse(text);
        for (const at of items.keys()) {
          const steps = caseHistory(archive, `${index}.referat`, at);
          assert.equal(steps.filter(({ why }) => why === "self").length, 1);
        }
      }
    });
  });

  it("an action that is marked is done, and unmarked the document is as it was", () => {
    holds(150, documentText, (text) => {
      const document = ReferatDocument.parse(text);
      const { rows } = actionsIn(archiveOf({ "a.referat": text }), { state: "open" }, "0000-01-01");
      for (const { last } of rows) {
        const marked = markDone(document, last.line, true);
        if (isRefused(marked)) continue;
        const after = applyEdits(document, marked.edits);
        const unmarked = markDone(after, last.line, false);
        assert.ok(!isRefused(unmarked));
        assert.equal(applyEdits(after, unmarked.edits).getText(), text);
      }
    });
  });

  it("a case's course is written into a document without changing what stands there", () => {
    holds(150, fc.tuple(documentText, fc.nat()), ([text, place]) => {
      const document = ReferatDocument.parse(text);
      const step = { uri: "b", line: 0, body: "Byrådet", date: "2026-03-04", kind: "referat" } as const;
      const told = { number: 1, title: "Sagen", closed: false, decision: "Godkendt.", outcomes: [] } as const;
      const result = insertHistory(document, place % (text.length + 1), [{ ...step, ...told, why: "title" }]);
      if (isRefused(result)) return;
      const [edit] = result.edits;
      assert.ok(edit);
      const after = applyEdits(document, result.edits);
      assert.equal(after.items.length, document.items.length);
      assert.equal(after.getText().replace(edit.newText, ""), text);
    });
  });
});
