import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { leftWords, refusalWords } from "../../server/src/edits/left.ts";
import { moveItem } from "../../server/src/edits/moveItem.ts";
import { type EditResult, isRefused } from "../../server/src/edits/result.ts";
import { languages } from "../../server/src/edits/language.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { documentText } from "./generators.ts";
import { holds, seed } from "./settings.ts";

const index = fc.nat({ max: 7 });

describe(`property: edits (seed ${seed})`, () => {
  it("a move keeps every line of the items, and says what it leaves", () => {
    holds(300, fc.tuple(documentText, index, index), ([text, from, to]) => {
      const document = ReferatDocument.parse(text);
      const after = made(document, moveItem(document, from, to));
      if (after) assert.deepEqual(bodyLines(after), bodyLines(document));
    });
  });
});

/** The document with the edits made, which lie in it and stay apart; null where they were refused, in words. */
function made(document: ReferatDocument, result: EditResult): ReferatDocument | null {
  if (isRefused(result)) {
    for (const language of languages) assertWords(refusalWords[language](result.refused));
    return null;
  }
  let end = 0;
  for (const { chunk, span, newText } of result.edits) {
    const start = (document.offsets[chunk] ?? NaN) + span.start;
    assert.ok(start >= end && span.end >= span.start, "edits are in order and stay apart");
    assert.ok(span.end <= (document.chunks[chunk]?.text.length ?? -1), "an edit lies in its chunk");
    assert.ok(span.end > span.start || newText !== "", "an edit changes something");
    end = start + span.end - span.start;
  }
  for (const left of result.left) {
    for (const language of languages) assertWords(leftWords[language](left));
    if (!left.place) continue;
    assert.ok(left.place.span.end <= (document.chunks[left.place.chunk]?.text.length ?? -1));
  }
  const after = applyEdits(document, result.edits);
  assert.equal(after.getText(), ReferatDocument.parse(after.getText()).getText());
  if (result.caret !== null) assert.ok(result.caret >= 0 && result.caret <= after.length);
  return after;
}

/** The lines that hold anything and are no entries of the contents, sorted, whatever numbers and times stand in them. */
function bodyLines(document: ReferatDocument): string[] {
  return document.chunks
    .flatMap((chunk) => {
      const entries = new Set(chunk.kind === "item" ? [] : chunk.entries.map(({ line }) => line));
      return chunk.text.split(/\r\n|\r|\n/).filter((line, at) => line.trim() !== "" && !entries.has(at));
    })
    .map((line) => line.replace(/\d+(?:[.:]\d+)*/g, "#"))
    .sort();
}

function assertWords(words: string): void {
  assert.match(words, /^\S.*[.?!]$/su);
  assert.doesNotMatch(words, /undefined|null|NaN|\[object/);
}
