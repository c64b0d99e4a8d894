import assert from "node:assert/strict";
import { join } from "node:path";
import { Checker } from "../../server/src/rules/check.ts";
import { ruleIds, rules } from "../../server/src/rules/registry.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { findingPicture } from "../support/findingPicture.ts";
import { assertPicture } from "../support/golden.ts";
import { readRuleFixtures } from "../support/ruleFixtures.ts";

const fixtures = join(import.meta.dirname, "..", "fixtures", "rules");
const cases = readRuleFixtures(fixtures).filter(({ rule }) => ruleIds.includes(rule));

/** The fixtures of the rules as they are read: what each finding says and does lies beside them, to be read by people. */
describe("what findings say and do", () => {
  for (const rule of new Set(cases.map((each) => each.rule))) {
    it(rule, () => {
      const actual = cases
        .filter((each) => each.rule === rule)
        .flatMap(({ name, text }) => {
          const document = ReferatDocument.parse(text);
          const own = new Checker().check(document).filter((finding) => finding.rule.id === rule);
          return own.length === 0
            ? []
            : [`=== ${name}`, ...own.flatMap((each) => findingPicture(document, each))];
        });
      assertPicture(join(fixtures, `${rule}.findings`), actual);
    });
  }
});

/** A rule need not run again where it reads nothing of what was written: what it finds is the same as if it had. */
describe("findings after an edit", () => {
  for (const rule of rules.filter(({ id }) => cases.some((each) => each.rule === id))) {
    it(rule.id, () => {
      const found = (checker: Checker, document: ReferatDocument): string =>
        JSON.stringify(checker.check(document).map(({ chunk, span, state }) => [chunk, span, state]));
      for (const { text } of cases.filter((each) => each.rule === rule.id)) {
        const document = ReferatDocument.parse(text);
        const checker = new Checker([rule]);
        const before = found(checker, document);
        // The last word of each line is taken away, and put there again.
        for (const { 0: word, index } of text.matchAll(/\S+$/gm)) {
          const after = document.edit({ start: index, end: index + word.length, text: "" });
          assert.equal(found(checker, after), found(new Checker([rule]), after), `without ${word}`);
          const again = after.edit({ start: index, end: index, text: word });
          assert.equal(found(checker, again), before, `with ${word} again`);
        }
      }
    });
  }
});
