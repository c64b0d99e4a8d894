import assert from "node:assert/strict";
import { kindOf } from "../../server/src/model/itemKind.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { docx } from "../../server/src/publishing/docx.ts";
import { render } from "../../server/src/publishing/render.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { renderedText, wordsOf } from "../support/renderedWords.ts";
import { assertNested, marks, paragraphs, part, partsOf, unescaped } from "../support/wordFile.ts";
import { documentText } from "./generators.ts";
import { holdsLater, seed } from "./settings.ts";

describe(`property: Word documents (seed ${seed})`, () => {
  it("are sound, and say every word of what is rendered", async () => {
    await holdsLater(150, documentText, async (text) => {
      const document = ReferatDocument.parse(text);
      const isPublic = document.items.some((item) => kindOf(item).closed);
      const model = render(document, "referat", defaultProfile, { public: isPublic });
      const parts = partsOf(await docx(model));
      for (const [path, xml] of parts) assertNested(xml, path);
      const body = part(parts, "word/document.xml");
      const names = [...body.matchAll(/<w:bookmarkStart w:name="([^"]*)"/g)].map(([, name]) => name);
      assert.equal(new Set(names).size, names.length);
      for (const [, to, reference] of body.matchAll(/w:anchor="([^"]*)"| NOTEREF (\w+)/g))
        assert.ok(names.includes(to ?? reference));
      // Word makes the contents, the marks of lists and those of notes.
      const counted = marks(parts);
      const said = paragraphs(body).map((each, index) => `${counted[index] ?? ""} ${each.text}`);
      const notes = paragraphs(part(parts, "word/footnotes.xml")).map((each) => each.text);
      const addresses = [...parts].flatMap(([path, xml]) =>
        path.endsWith(".rels") ? decoded(unescaped(xml)) : [],
      );
      const own = /^\d+$/;
      const wanted = wordsOf(
        renderedText({ ...model, head: model.head.filter(({ type }) => type !== "contents") }),
      ).filter((word) => !own.test(word) && word !== "og" && word !== "samt");
      const there = new Map<string, number>();
      for (const word of wordsOf([...said, ...notes, ...addresses].join(" ")))
        there.set(word, (there.get(word) ?? 0) + 1);
      for (const word of wanted) {
        const left = there.get(word) ?? 0;
        assert.ok(left > 0, `»${word}« is not there`);
        there.set(word, left - 1);
      }
    });
  });
});

function decoded(text: string): string[] {
  return [...text.matchAll(/Target="([^"]*)"/g)].map(([, target = ""]) => {
    try {
      return decodeURIComponent(target);
    } catch {
      return target;
    }
  });
}
