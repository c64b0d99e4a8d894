import assert from "node:assert/strict";
import fc from "fast-check";
import { foldingOf } from "../../server/src/features/folding.ts";
import { highlightsAt } from "../../server/src/features/highlights.ts";
import { linksOf } from "../../server/src/features/links.ts";
import { type OutlineNode, outlineOf } from "../../server/src/features/outline.ts";
import { selectionAt } from "../../server/src/features/selection.ts";
import { semanticTokensOf } from "../../server/src/features/semanticTokens.ts";
import { plainDocument } from "../../server/src/model/plainDocument.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import type { Span } from "../../server/src/text/span.ts";
import { applied, documentText, editPlan } from "./generators.ts";
import { holds, seed } from "./settings.ts";

/** Holds a law for documents as they are opened, and as they are after edits. */
function holdsOfDocuments(runs: number, law: (document: ReferatDocument) => void): void {
  holds(runs, fc.tuple(documentText, fc.array(editPlan, { maxLength: 2 })), ([text, plans]) => {
    law(plans.reduce(applied, ReferatDocument.parse(text)));
  });
}

describe(`property: features (seed ${seed})`, () => {
  it("plain data is JSON with lines of the document, and says the same after edits as after a parse", () => {
    holdsOfDocuments(250, (document) => {
      const plain = plainDocument(document, "dagsorden");
      const json = JSON.stringify(plain);
      assert.deepEqual(JSON.parse(json), plain);
      for (const [, line] of json.matchAll(/"line":(-?\d+)/g)) {
        assert.ok(
          Number(line) >= 1 && Number(line) <= document.lineCount,
          `line ${line} of ${document.lineCount}`,
        );
      }
      assert.deepEqual(plainDocument(ReferatDocument.parse(document.getText()), "dagsorden"), plain);
    });
  });

  it("the outline nests, in order and without overlap, and selects within itself", () => {
    holdsOfDocuments(250, (document) => {
      assertOutline(outlineOf(document), { start: 0, end: document.length });
    });
  });

  it("folds lines of the document that never cross", () => {
    holdsOfDocuments(250, (document) => {
      const folds = foldingOf(document);
      for (const { startLine, endLine } of folds) {
        assert.ok(startLine >= 0 && startLine < endLine && endLine < document.lineCount);
      }
      for (const a of folds) {
        const crossing = folds.find(
          (b) => a.startLine < b.startLine && b.startLine <= a.endLine && a.endLine < b.endLine,
        );
        assert.equal(crossing, undefined, `${shown(a)} and ${shown(crossing)} cross`);
      }
    });
  });

  it("selections nest, hold the place that was asked for, and end with the document", () => {
    holdsOfDocuments(200, (document) => {
      for (const offset of sample(document)) {
        const selections = selectionAt(document, offset);
        assert.deepEqual(selections.at(-1), { start: 0, end: document.length });
        let inner: Span = { start: offset, end: offset };
        for (const [index, outer] of selections.entries()) {
          assert.ok(
            outer.start <= inner.start && outer.end >= inner.end,
            `${shown(outer)} does not hold ${shown(inner)}`,
          );
          assert.ok(index === 0 || outer.end - outer.start > inner.end - inner.start);
          inner = outer;
        }
      }
    });
  });

  it("semantic tokens are in order, apart, worded, and on one line each", () => {
    holdsOfDocuments(250, (document) => {
      const text = document.getText();
      let end = 0;
      for (const token of semanticTokensOf(document)) {
        assert.ok(token.start >= end && token.end > token.start && token.end <= text.length, shown(token));
        assert.doesNotMatch(text.slice(token.start, token.end), /[\r\n]/);
        end = token.end;
      }
    });
  });

  it("links are in order, apart, and lead somewhere safe", () => {
    holdsOfDocuments(250, (document) => {
      let end = 0;
      for (const { span, target } of linksOf(document)) {
        assert.ok(span.start >= end && span.end >= span.start && span.end <= document.length, shown(span));
        assert.notEqual(target.value, "");
        if (target.type === "address") assert.match(target.value, /^(?:https?:\/\/|mailto:)./i);
        else assert.doesNotMatch(target.value, /^(?:[a-z][a-z\d+.-]*:|[\\/])|(?:^|[\\/])\.\.(?:[\\/]|$)/i);
        end = span.end;
      }
    });
  });

  it("highlights lie in the document, and one of them where it was asked", () => {
    holdsOfDocuments(200, (document) => {
      for (const offset of sample(document)) {
        const highlights = highlightsAt(document, offset);
        for (const { span } of highlights) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= document.length, shown(span));
        }
        // The bracket of a footnote's number counts as the number.
        const hit = highlights.some(({ span }) => span.start <= offset + 1 && span.end >= offset - 1);
        assert.ok(highlights.length === 0 || hit, `nothing at ${offset}: ${shown(highlights)}`);
        assert.equal(new Set(highlights.map(({ span }) => shown(span))).size, highlights.length, "one twice");
      }
    });
  });
});

function assertOutline(nodes: readonly OutlineNode[], within: Span): void {
  let end = within.start;
  for (const { span, selection, name, children } of nodes) {
    assert.ok(span.start >= end && span.end >= span.start && span.end <= within.end, `${name}: ${shown(span)}`);
    // VS Code refuses a symbol whose selection is not within its range, and all others with it.
    assert.ok(selection.start >= span.start && selection.end <= span.end && selection.start <= selection.end, `${name}: ${shown(selection)}`);
    // It also refuses one without a name.
    assert.notEqual(name.trim(), "");
    assertOutline(children, span);
    end = span.end;
  }
} // prettier-ignore

/** Every place of a short text, and some of a long one. */
function sample(document: ReferatDocument): number[] {
  const step = Math.max(1, Math.floor(document.length / 60));
  const offsets = [];
  for (let offset = 0; offset <= document.length; offset += step) offsets.push(offset);
  return [...offsets, document.length];
}

function shown(value: object | undefined): string {
  return value ? JSON.stringify(value) : "nothing";
}
