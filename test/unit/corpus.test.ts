import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Checker } from "../../server/src/rules/check.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const corpus = join(import.meta.dirname, "..", "..", "..", "shared", "corpus");
const golden = join(import.meta.dirname, "..", "golden", "corpus.json");

/** `line rule`, in order. The documents' own words stay out of the project. */
function findingsOf(file: string): string[] {
  const document = ReferatDocument.parse(readFileSync(join(corpus, file), "utf8"));
  return new Checker().check(document).map(({ rule, chunk, span }) => {
    const { line } = document.positionAt((document.offsets[chunk] ?? 0) + span.start);
    return `${line + 1} ${rule.id}`;
  });
}

// The findings that a reader agreed with, read one by one; UPDATE_GOLDEN=1 writes them anew, never in CI.
if (existsSync(corpus)) {
  describe("the findings on the corpus", () => {
    const files = readdirSync(corpus).filter((name) => name.endsWith(".referat"));
    if (process.env["UPDATE_GOLDEN"] && !process.env["CI"]) {
      const lists = Object.fromEntries(
        files.map((file, index) => [`document ${index + 1}`, findingsOf(file)]),
      );
      writeFileSync(golden, `${JSON.stringify(lists, null, 2)}\n`);
    }
    const expected = JSON.parse(readFileSync(golden, "utf8")) as Record<string, string[]>;
    files.forEach((file, index) => {
      it(`document ${index + 1}`, () =>
        assert.deepEqual(findingsOf(file), expected[`document ${index + 1}`]));
    });
  });
} else {
  console.log(`The corpus is not here (${corpus}): its documents were not tested.`);
}
