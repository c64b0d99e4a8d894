import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Checker } from "../../server/src/rules/check.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "clean");

/** `line 12: slot-gap: what it says »the words that it points at«`, in order. */
function findingsOf(file: string): string[] {
  const document = ReferatDocument.parse(readFileSync(join(folder, file), "utf8"));
  const text = document.getText();
  const fileKind = file.endsWith(".dagsorden") ? "dagsorden" : "referat";
  return new Checker().check(document, { fileKind }).map(({ rule, chunk, span, state }) => {
    const base = document.offsets[chunk] ?? 0;
    const { line } = document.positionAt(base + span.start);
    const words = text.slice(base + span.start, base + span.end);
    return `line ${line + 1}: ${rule.id}: ${rule.message.da(state)} »${words}«`;
  });
}

// Minutes and agendas in which a careful colleague would correct nothing: whatever is found in them is found wrongly.
describe("clean documents", () => {
  for (const file of readdirSync(folder)) {
    it(file, () => {
      assert.deepEqual(findingsOf(file), []);
    });
  }
});
