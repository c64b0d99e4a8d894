import assert from "node:assert/strict";
import { join } from "node:path";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { Checker, documentContext, type Finding } from "../../server/src/rules/check.ts";
import { fixesOf } from "../../server/src/rules/fixes.ts";
import { ruleIds, rules } from "../../server/src/rules/registry.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { type Expected, readRuleFixtures } from "../support/ruleFixtures.ts";

const cases = readRuleFixtures(join(import.meta.dirname, "..", "fixtures", "rules")).filter(({ rule }) =>
  ruleIds.includes(rule),
);

function located(document: ReferatDocument, findings: readonly Finding[]): Expected[] {
  return findings.map(({ rule, chunk, span }) => {
    const base = document.offsets[chunk] ?? 0;
    const start = document.positionAt(base + span.start);
    const end = document.positionAt(base + span.end);
    assert.equal(start.line, end.line, `a finding of ${rule.id} lies in one line`);
    return { rule: rule.id, line: start.line, start: start.character, end: end.character };
  });
}

function inOrder(list: readonly Expected[]): Expected[] {
  return [...list].sort((a, b) => a.line - b.line || a.start - b.start || a.rule.localeCompare(b.rule));
}

describe("rules", () => {
  // What lies beside the document is tested with the command line, what other meetings say in archiveRules.test.ts.
  const alone = rules.filter((rule) => rule.scope !== "document" || rule.archive !== "needed");
  for (const rule of alone.map(({ id }) => id).filter((id) => id !== "attachment-file")) {
    const own = cases.filter((each) => each.rule === rule);
    describe(rule, () => {
      it("has fixtures that hit and fixtures that miss", () => {
        assert.ok(own.some(({ expected }) => expected.some((finding) => finding.rule === rule)));
        assert.ok(own.some(({ expected }) => expected.length === 0));
      });
      for (const { name, text, expected, allRules, fixed } of own) {
        it(name, () => {
          const document = ReferatDocument.parse(text);
          const findings = new Checker().check(document);
          const compared = allRules ? findings : findings.filter((finding) => finding.rule.id === rule);
          assert.deepEqual(inOrder(located(document, compared)), inOrder(expected));
          if (fixed !== null) assert.equal(mended(document, rule).getText(), fixed);
        });
      }
    });
  }
});

/** The document after the first way to mend each finding of the rule, until none is left to mend. */
function mended(start: ReferatDocument, rule: string): ReferatDocument {
  let document = start;
  for (let round = 0; round < 20; round++) {
    const context = documentContext(document);
    const fix = new Checker()
      .check(document)
      .filter((finding) => finding.rule.id === rule)
      .flatMap((finding) => fixesOf(finding, context, "da").slice(0, 1))[0];
    if (!fix) return document;
    document = applyEdits(document, fix.edits);
  }
  throw new Error(`the fixes of ${rule} do not come to an end`);
}
