import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { snapshotOf } from "./snapshot.ts";
import { createTokenizer, root, type Tokenizer, tokenize } from "./tokenizer.ts";

const folder = join(root, "test", "fixtures", "grammar");
const fixtures = readdirSync(folder).filter((name) => /\.(?:referat|dagsorden)$/.test(name));
const update = process.env["UPDATE_GOLDEN"] === "1";

describe("grammar: snapshots", () => {
  let tokenizer: Tokenizer;

  before(async () => {
    if (update && process.env["CI"]) throw new Error("Golden files are written by people, never in CI");
    tokenizer = await createTokenizer();
  });

  it("has fixtures, and no snapshot without one", () => {
    assert.ok(fixtures.length > 0);
    const snapshots = readdirSync(folder).filter((name) => name.endsWith(".snap"));
    assert.deepEqual(snapshots.sort(), fixtures.map((name) => `${name}.snap`).sort());
  });

  for (const name of fixtures) {
    it(name, () => {
      const lines = tokenize(tokenizer.grammar, readFileSync(join(folder, name), "utf8"));
      assert.deepEqual(
        lines.filter((line) => line.stoppedEarly),
        [],
      );
      const actual = `${snapshotOf(lines)}\n`;
      const path = join(folder, `${name}.snap`);
      if (update) writeFileSync(path, actual);
      assert.ok(existsSync(path), `No snapshot yet: run with UPDATE_GOLDEN=1 and read ${path}`);
      assert.equal(actual, readFileSync(path, "utf8"));
    });
  }
});
