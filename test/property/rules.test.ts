import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { languages } from "../../server/src/text/language.ts";
import { Checker, documentContext, type Finding, messageOf } from "../../server/src/rules/check.ts";
import { allFixes, fixesOf } from "../../server/src/rules/fixes.ts";
import { ruleIds, rules } from "../../server/src/rules/registry.ts";
import type { ChunkEdit } from "../../server/src/rules/rule.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { applied, documentText, editPlan } from "./generators.ts";
import { holds, seed } from "./settings.ts";

const edited = fc.tuple(documentText, fc.array(editPlan, { minLength: 1, maxLength: 4 }));

describe(`property: rules (seed ${seed})`, () => {
  it("findings lie in their chunk, point at something, and say it in both languages", () => {
    holds(300, documentText, (text) => {
      const document = ReferatDocument.parse(text);
      let before = -1;
      for (const finding of new Checker().check(document)) {
        const { chunk, span, related, rule } = finding;
        const length = document.chunks[chunk]?.text.length ?? -1;
        assert.ok(
          span.start >= 0 && span.start < span.end && span.end <= length,
          `${rule.id}: ${shown(span)}`,
        );
        assert.ok(absolute(document, finding).start >= before, "findings are in order");
        before = absolute(document, finding).start;
        if (related) {
          const relatedLength = document.chunks[related.chunk]?.text.length ?? -1;
          assert.ok(
            related.span.start >= 0 &&
              related.span.start <= related.span.end &&
              related.span.end <= relatedLength,
          );
          assert.ok(rule.relatedMessage, rule.id);
        }
        for (const language of languages) {
          assertWords(messageOf(finding, language));
          if (related) assertWords(rule.relatedMessage?.[language](finding.state) ?? "");
        }
      }
    });
  });

  it("findings of a long-lived checker are those of a fresh one", () => {
    holds(300, edited, ([text, plans]) => {
      const checker = new Checker();
      let document = ReferatDocument.parse(text);
      checker.check(document);
      for (const plan of plans) {
        document = applied(document, plan);
        const fresh = ReferatDocument.parse(document.getText());
        assert.deepEqual(told(document, checker.check(document)), told(fresh, new Checker().check(fresh)));
      }
    });
  });

  it("the edits of every fix lie in the document and stay apart, and its title is worded", () => {
    holds(300, documentText, (text) => {
      const document = ReferatDocument.parse(text);
      const context = documentContext(document);
      for (const finding of new Checker().check(document)) {
        for (const language of languages) {
          for (const { title, edits } of fixesOf(finding, context, language)) {
            assertWords(title);
            assertApart(document, edits);
          }
        }
      }
    });
  });

  it("the first fix of a finding mends it", () => {
    holds(300, documentText, (text) => {
      const document = ReferatDocument.parse(text);
      const context = documentContext(document);
      const before = told(document, new Checker().check(document));
      for (const finding of new Checker().check(document)) {
        const fix = fixesOf(finding, context, "da")[0];
        if (!fix) continue;
        const mended = applyEdits(document, fix.edits);
        assert.notEqual(mended.getText(), text, `${finding.rule.id}: a fix that changes nothing`);
        const after = told(mended, new Checker().check(mended));
        const ofRule = (each: Told): boolean => each.rule === finding.rule.id;
        const at = movedBy(document, fix.edits, absolute(document, finding).start);
        // Where the next of two equal slips moves up to the place of the first, there is one less.
        if (after.filter(ofRule).length < before.filter(ofRule).length) continue;
        const left = after.find(
          (each) => ofRule(each) && each.message === messageOf(finding, "da") && each.start === at,
        );
        assert.equal(left, undefined, `${finding.rule.id} is still there after ${shown(fix.edits)}`);
      }
    });
  });

  it("the safe fixes of a document stay apart, come to an end, and find nothing more to do then", () => {
    holds(300, documentText, (text) => {
      let document = ReferatDocument.parse(text);
      for (let round = 0; ; round++) {
        const edits = allFixes(new Checker().check(document), documentContext(document));
        if (edits.length === 0) break;
        assertApart(document, edits);
        // Of several entries for one place in the contents each round sets one.
        assert.ok(round < 12, `still something to mend after ${round} rounds: ${shown(edits)}`);
        document = applyEdits(document, edits);
      }
    });
  });

  it("silencing a rule for the file silences that rule and no other", () => {
    holds(200, fc.tuple(documentText, fc.constantFrom(...ruleIds)), ([written, rule]) => {
      const silencing = `<!-- referat-disable-file ${rule} -->\n`;
      const text = written.replace(/^\ufeff/, "");
      const document = ReferatDocument.parse(text);
      const silenced = ReferatDocument.parse(silencing + text);
      const before = told(document, new Checker().check(document));
      const after = told(silenced, new Checker().check(silenced)).map((finding) => ({
        ...finding,
        start: finding.start - silencing.length,
        end: finding.end - silencing.length,
      }));
      assert.deepEqual(
        after.filter((finding) => finding.start >= 0),
        before.filter((finding) => finding.rule !== rule),
      );
      // What the silencing itself may be told is that it silences nothing.
      if (rule === "unused-disable" || text.includes("referat-")) return;
      // Without what lies around the document nobody knows whether there was anything to silence.
      if (needsMore.has(rule)) return;
      assert.deepEqual(
        after.filter((finding) => finding.start < 0).map((finding) => finding.rule),
        before.some((finding) => finding.rule === rule) ? [] : ["unused-disable"],
      );
    });
  });
});

/** Rules that see nothing in a document by itself. */
const needsMore: ReadonlySet<string> = new Set(
  rules.flatMap((rule) =>
    rule.scope === "document" && (rule.needsFiles || rule.archive === "needed") ? [rule.id] : [],
  ),
);

interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

function told(document: ReferatDocument, findings: readonly Finding[]): Told[] {
  return findings.map((finding) => ({
    rule: finding.rule.id,
    severity: finding.severity,
    ...absolute(document, finding),
    message: messageOf(finding, "da"),
  }));
}

function absolute(document: ReferatDocument, { chunk, span }: Pick<Finding, "chunk" | "span">): { start: number; end: number } {
  const base = document.offsets[chunk] ?? 0;
  return { start: base + span.start, end: base + span.end };
} // prettier-ignore

/** Where a place lies after the edits; one inside of an edit lies at its start. */
function movedBy(document: ReferatDocument, edits: readonly ChunkEdit[], place: number): number {
  let by = 0;
  for (const edit of edits) {
    const { start, end } = absolute(document, edit);
    if (end <= place && !(start === end && start === place)) by += edit.newText.length - (end - start);
    else if (start === end && start === place) by += edit.newText.length;
    else if (start < place) by += start - place;
  }
  return place + by;
}

function assertApart(document: ReferatDocument, edits: readonly ChunkEdit[]): void {
  const inOrder = [...edits].sort((a, b) => a.chunk - b.chunk || a.span.start - b.span.start);
  for (const [index, { chunk, span }] of inOrder.entries()) {
    const length = document.chunks[chunk]?.text.length ?? -1;
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= length, shown(edits));
    const next = inOrder[index + 1];
    if (next?.chunk !== chunk) continue;
    // LSP lets several texts go in at one place, in their order.
    const bothGoIn = span.start === span.end && next.span.start === next.span.end;
    assert.ok(bothGoIn || (next.span.start >= span.end && next.span.end > span.start), shown(edits));
  }
}

/** A sentence for people, without holes. */
function assertWords(words: string): void {
  assert.match(words, /\p{L}{2}/u);
  assert.doesNotMatch(words, /undefined|NaN|null|\[object|Infinity/);
}

function shown(value: object | undefined): string {
  return value ? JSON.stringify(value) : "nothing";
}
