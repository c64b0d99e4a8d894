import assert from "node:assert/strict";
import fc from "fast-check";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { withChanges } from "../../server/src/publishing/changes/changes.ts";
import { blocksText } from "../../server/src/publishing/plain.ts";
import { html } from "../../server/src/publishing/html.ts";
import { render } from "../../server/src/publishing/render.ts";
import type { RenderDocument } from "../../server/src/publishing/renderModel.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { renderedText, wordsOf } from "../support/renderedWords.ts";
import { applied, documentText, editPlan } from "./generators.ts";
import { holds, seed } from "./settings.ts";

const versions = fc.tuple(documentText, fc.array(editPlan, { maxLength: 4 }), fc.boolean(), documentText);

/** Two versions of one document, or two documents that have nothing to do with each other. */
function pair(
  [text, plans, related, other]: [string, Parameters<typeof applied>[1][], boolean, string],
  isPublic: boolean,
): { before: RenderDocument; after: RenderDocument; compared: RenderDocument } {
  const first = ReferatDocument.parse(text);
  const second = related ? plans.reduce(applied, first) : ReferatDocument.parse(other);
  const rendered = (document: ReferatDocument): RenderDocument =>
    render(document, "referat", defaultProfile, { public: isPublic });
  const [before, after] = [rendered(first), rendered(second)];
  return { before, after, compared: withChanges(after, before, "før") };
}

describe(`property: changes (seed ${seed})`, () => {
  it("of two equal versions there are none", () => {
    holds(150, documentText, (text) => {
      const document = render(ReferatDocument.parse(text), "referat", defaultProfile);
      assert.deepEqual(withChanges(document, document, "før"), { ...document, changes: { since: "før" } });
    });
  });

  it("without what is gone the later version is there, word for word", () => {
    holds(200, versions, (given) => {
      const { after, compared } = pair(given, false);
      assert.deepEqual(wordsOf(renderedText(without(compared, "deleted"))), wordsOf(renderedText(after)));
    });
  });

  it("what is gone is the earlier version's: with what both have, each of its words is there", () => {
    holds(200, versions, (given) => {
      const { before, compared } = pair(given, false);
      const left = new Map<string, number>();
      for (const word of bodyWords(without(compared, "inserted"))) left.set(word, (left.get(word) ?? 0) + 1);
      for (const word of bodyWords(before)) {
        const count = left.get(word) ?? 0;
        assert.ok(count > 0, `»${word}« is lost`);
        left.set(word, count - 1);
      }
    });
  });

  it("everybody gets no word of the earlier version", () => {
    holds(200, versions, (given) => {
      const { after, compared } = pair(given, true);
      assert.deepEqual(wordsOf(renderedText(compared)), wordsOf(renderedText(after)));
      assert.doesNotMatch(JSON.stringify(compared), /"deleted"|"before":"/);
    });
  });

  it("makes a page of any comparison, whose anchors are told apart", () => {
    holds(100, versions, (given) => {
      const page = html(pair(given, false).compared);
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length);
    });
  });
});

/** The words under the headings of items, but for numbers and letters, which lists count with. */
function bodyWords(document: RenderDocument): string[] {
  return document.items.flatMap((item) =>
    item.type === "closed"
      ? []
      : [item.intro, ...item.sections.map(({ blocks }) => blocks)].flatMap((blocks) =>
          wordsOf(blocksText(blocks)).filter((word) => !/^(?:\d+|\p{L})$/u.test(word)),
        ),
  );
}

/** The document without all that is marked so; the other marks are gone, and their words stay. */
function without(document: RenderDocument, gone: "inserted" | "deleted"): RenderDocument {
  const { items } = document;
  const kept = items.filter((item) => item.type === "closed" || item.change?.type !== gone);
  return unmarked({ ...document, items: kept }, gone) as RenderDocument;
}

function unmarked(value: unknown, gone: string): unknown {
  if (Array.isArray(value)) return value.flatMap((each) => spread(each, gone));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unmarked(each, gone)]));
}

function spread(value: unknown, gone: string): unknown[] {
  if (typeof value === "object" && value !== null) {
    const { type, change, content } = value as { type?: string; change?: unknown; content?: unknown[] };
    if (type === gone || change === gone) return [];
    // An entry of a list goes with its mark.
    if (content && content.length > 0 && (unmarked(content, gone) as unknown[]).length === 0) return [];
    if (type === "inserted" || type === "deleted") return unmarked(content, gone) as unknown[];
  }
  return [unmarked(value, gone)];
}
