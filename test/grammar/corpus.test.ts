import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTokenizer, root, tokenize, type TokenizedLine } from "./tokenizer.ts";

// Real minutes may lie beside the project. They are not part of it, and a fresh clone has none.
const corpus = join(root, "..", "shared", "corpus");
const documents = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith(".referat")) : [];

if (documents.length === 0)
  console.info("No real minutes beside this clone: the grammar is not checked on them.");

describe("grammar: real minutes", () => {
  for (const name of documents) {
    it(`${name}: every item and section has its scope, and nothing stops early`, async () => {
      const { grammar } = await createTokenizer();
      const lines = tokenize(grammar, readFileSync(join(corpus, name), "utf8"));
      assert.ok(lines.every((line) => !line.stoppedEarly));
      const expected = JSON.parse(
        readFileSync(join(corpus, name.replace(/referat$/, "expected.json")), "utf8"),
      ) as Expected;
      const { items, toc } = expected;
      assert.ok(items && items.length > 0);
      assert.deepEqual(
        linesWith(lines, "meta.item.referat"),
        items.map((item) => item.line),
      );
      const sections = items.flatMap((item) => item.sections ?? []).map((section) => section.line);
      assert.deepEqual(linesWith(lines, "markup.heading.3.referat"), sections);
      assert.deepEqual(
        linesWith(lines, "meta.contents.entry.referat"),
        (toc ?? []).map((entry) => entry.line),
      );
      assert.deepEqual(
        linesWith(lines, "constant.numeric.page.referat"),
        (toc ?? []).filter((entry) => entry.page !== null).map((entry) => entry.line),
      );
    });
  }
});

interface Expected {
  readonly items?: readonly {
    readonly line: number;
    readonly sections?: readonly { readonly line: number }[];
  }[];
  readonly toc?: readonly { readonly line: number; readonly page: number | null }[];
}

/** The numbers of the lines that hold a token with the scope. */
function linesWith(lines: readonly TokenizedLine[], scope: string): number[] {
  return lines.flatMap(({ tokens }, index) =>
    tokens.some(({ scopes }) => scopes.includes(scope)) ? [index + 1] : [],
  );
}
