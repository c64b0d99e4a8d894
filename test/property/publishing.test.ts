import assert from "node:assert/strict";
import { kindOf } from "../../server/src/model/itemKind.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { uncommented } from "../../server/src/model/plainText.ts";
import { html } from "../../server/src/publishing/html.ts";
import { oparl } from "../../server/src/publishing/oparl.ts";
import { render } from "../../server/src/publishing/render.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import type { Chunk } from "../../server/src/syntax/nodes.ts";
import { missingWord, renderedText, wordsOf } from "../support/renderedWords.ts";
import { deadAnchors, doubleIds, headingLevels, pageText, unbalancedTags } from "../support/htmlPage.ts";
import { documentText } from "./generators.ts";
import { holds, seed } from "./settings.ts";

const wordsIn = (chunk: Chunk): string[] => wordsOf(uncommented(chunk, { start: 0, end: chunk.text.length }));

describe(`property: publishing (seed ${seed})`, () => {
  it("every word outside of comments is in what is rendered, in order", () => {
    holds(1500, documentText, (text) => {
      const document = ReferatDocument.parse(text);
      const rendered = wordsOf(renderedText(render(document, "referat", defaultProfile)));
      assert.equal(missingWord(document.chunks.flatMap(wordsIn), rendered), null);
    });
  });

  it("so is every word of the open items where closed ones are left out, and no more", () => {
    holds(1000, documentText, (text) => {
      const document = ReferatDocument.parse(text);
      const open = document.chunks.filter(
        (chunk) => chunk.kind !== "contents" && !(chunk.kind === "item" && kindOf(chunk).closed),
      );
      const rendered = wordsOf(renderedText(render(document, "referat", defaultProfile, { public: true })));
      assert.equal(missingWord(open.flatMap(wordsIn), rendered), null);
    });
  });

  it("every word of it is on the web page too, but for the pages of the contents", () => {
    holds(1000, documentText, (text) => {
      const document = ReferatDocument.parse(text);
      const model = render(document, "referat", defaultProfile);
      const withoutPages = {
        ...model,
        head: model.head.map((block) =>
          block.type === "contents"
            ? {
                ...block,
                entries: block.entries.map((entry) =>
                  entry.anchor === null ? entry : { ...entry, text: entry.full ?? entry.text, page: null },
                ),
              }
            : block,
        ),
      };
      // The marks of lists are made by the browser, of the numbers that stand in the page; *og* in a list of persons is a comma.
      const marks = /^(?:\d{1,3}|[a-zæøå]|og|samt)$/;
      const wanted = wordsOf(renderedText(withoutPages)).filter((word) => !marks.test(word));
      assert.equal(missingWord(wanted, wordsOf(pageText(html(model)))), null);
    });
  });

  it("every page is sound: its tags close, its ids are its own, its links arrive, its headings are in order", () => {
    holds(1000, documentText, (text) => {
      for (const isPublic of [false, true]) {
        const page = html(
          render(ReferatDocument.parse(text), "referat", defaultProfile, { public: isPublic }),
        );
        assert.deepEqual(unbalancedTags(page), []);
        assert.deepEqual(doubleIds(page), []);
        assert.deepEqual(deadAnchors(page), []);
        const levels = headingLevels(page);
        assert.ok(
          levels.every((level, index) => level - (levels[index - 1] ?? 0) <= 1),
          levels.join(),
        );
        assert.doesNotMatch(page, /[\0-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/);
        assert.doesNotMatch(page, /\p{Surrogate}/u);
      }
    });
  });

  it("what is left out of a document that everybody may read tells on no output", () => {
    // The same document with other closed items is the same to everybody.
    let compared = 0;
    holds(600, documentText, (text) => {
      const document = ReferatDocument.parse(text);
      if (!document.items.some((item) => kindOf(item).closed)) return;
      const other = ReferatDocument.parse(withOtherClosedItems(document));
      const outputs = (each: ReferatDocument): string[] => {
        const model = render(each, "referat", defaultProfile, { public: true });
        return [html(model), JSON.stringify(oparl(model))];
      };
      if (!sameOpenItems(document, other)) return;
      assert.deepEqual(outputs(other), outputs(document));
      compared++;
    });
    assert.ok(compared > 0, `only ${compared} documents were compared`);
  });
});

/** The document with other words and numbers in its closed items, and none in the contents. */
function withOtherClosedItems(document: ReferatDocument): string {
  return document.chunks
    .map((chunk) => {
      if (chunk.kind !== "item" || !kindOf(chunk).closed) return chunk.text;
      return "Punkt 77: Lukket punkt: Noget helt andet\n\nHer står andre ord.[1]\n\n[1] Note.\n\nBilag\n\nBilag 77.1: andet.pdf\n\n";
    })
    .join("");
}

/** Whether the rest of the document reads the same: a closed item can be an open comment's place, or a pause's neighbour. */
function sameOpenItems(a: ReferatDocument, b: ReferatDocument): boolean {
  const openOf = (document: ReferatDocument): string[] =>
    document.chunks.flatMap((chunk) =>
      chunk.kind === "item" && kindOf(chunk).closed ? ["closed"] : [chunk.masked],
    );
  return a.chunks.length === b.chunks.length && JSON.stringify(openOf(a)) === JSON.stringify(openOf(b));
}
