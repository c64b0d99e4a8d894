import assert from "node:assert/strict";
import { kindOf } from "../../server/src/model/itemKind.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { uncommented } from "../../server/src/model/plainText.ts";
import { render } from "../../server/src/publishing/render.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import type { Chunk } from "../../server/src/syntax/nodes.ts";
import { missingWord, renderedText, wordsOf } from "../support/renderedWords.ts";
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
});
