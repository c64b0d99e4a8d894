import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { hostileLines, places, seeds } from "./hostileLines.ts";
import { weaknesses } from "./patterns.ts";
import { createTokenizer, grammarPath, type Tokenizer, tokenizeLines } from "./tokenizer.ts";

describe("grammar: every pattern is linear", () => {
  const patterns = patternsOf(JSON.parse(readFileSync(grammarPath, "utf8")));

  it("knows a bad pattern when it sees one", () => {
    for (const bad of [
      "^(a+)+$",
      "^(?:[a-z]+-?)*x",
      "^(?:a*b?){2,}x",
      "^\\s*\\s*x",
      "^.*.*x",
      "^[a-z]*-?\\w*x",
      "^(?:x|\\w+)\\d+y",
      "\\s+x",
      "(?=\\s*x)",
      "(?:,|\\s*)x",
      "a|\\w+@",
    ]) {
      assert.notDeepEqual(weaknesses(bad), [], bad);
    }
    for (const good of [
      "^\\s*x",
      "^\\s*+\\s*x",
      "(?<=\\S)\\s+x",
      "a\\s+x",
      "^[a-z]+-\\w+x",
      "^(?:a|b(?=c))*x",
      "^\\w{1,3}\\w+x",
    ]) {
      assert.deepEqual(weaknesses(good), [], good);
    }
  });

  it("is made of good patterns only", () => {
    assert.ok(patterns.length > 60);
    const bad = patterns.flatMap(({ path, source }) =>
      weaknesses(source).map((weakness) => `${path}: ${weakness}`),
    );
    assert.deepEqual(bad, []);
  });

  it("says the same wherever it says what an item's heading or a date is", () => {
    const text = patterns.map(({ source }) => source).join("\n");
    const heading = String.raw`(?:Punkt|PUNKT)[ \t\x{A0}]{1,4}\d{1,6}[ \t\x{A0}]{0,4}:`;
    // The rule that colours the heading has the same pattern with groups in it.
    assert.equal(countOf(text, heading), countOf(text, String.raw`\d{1,6}`) - 1);
    const date = String.raw`\d{1,2}-\d{1,2}-\d{4}|\d{1,2}/\d{1,2}[\s/-]{1,2}\d{4}|\d{1,2}\.\d{1,2}\.\s?(?:\d{4}|\d{2})`;
    assert.equal(countOf(text, date), countOf(text, "[\\s/-]{1,2}"));
    const sections = [...text.matchAll(/r\[eéèê\]\S*? ?.*?opfølgning/g)].map(([names]) => names);
    assert.equal(sections.length, 2);
    assert.equal(new Set(sections).size, 1);
  });
});

describe("grammar: a hostile line costs what its length says", () => {
  let tokenizer: Tokenizer;
  before(async () => {
    tokenizer = await createTokenizer();
  });

  function workOf(place: string, seed: string, length: number): { searches: number; units: number } {
    const { work, grammar } = tokenizer;
    work.searches = 0;
    work.unitsHandedOver = 0;
    const lines = tokenizeLines(grammar, hostileLines(place, seed, length), 30_000);
    assert.ok(
      lines.every((line) => !line.stoppedEarly),
      `${place}: ${JSON.stringify(seed)} × ${length} took too long`,
    );
    return { searches: work.searches, units: work.unitsHandedOver };
  }

  // Counted, so that no machine is too slow for it: twice the line, at most twice the searches and the signs searched.
  for (const place of Object.keys(places)) {
    it(`${place}: twice as long, twice the work`, () => {
      for (const seed of seeds) {
        const once = workOf(place, seed, 600);
        const twice = workOf(place, seed, 1200);
        const name = `${place}: ${JSON.stringify(seed)}`;
        assert.ok(
          twice.searches <= 2 * once.searches + 20,
          `${name}: ${once.searches} → ${twice.searches} searches`,
        );
        assert.ok(twice.units <= 2 * once.units + 200, `${name}: ${once.units} → ${twice.units} signs`);
      }
    });
  }

  // What one search costs cannot be counted from outside. A square would take minutes here.
  const long: readonly [string, string][] = [
    ["head", "<!--"],
    ["title line", " "],
    ["title line", " den 4. marts"],
    ["contents", ". "],
    ["contents", "\t"],
    ["item heading", " "],
    ["item heading", ", kl. 13.05-"],
    ["item heading", "(13.05"],
    ["decision heading", " den "],
    ["body", "**a*b"],
    ["body", "[a](b"],
    ["body", "a."],
    ["body", "http://."],
    ["table", " "],
    ["attachments", ".!?"],
    ["directive", "slot-"],
  ];
  for (const [place, seed] of long) {
    it(`${place}: ${JSON.stringify(seed)} up to 200,000 signs is tokenised to its end`, function () {
      this.timeout(120_000);
      for (const length of [50_000, 100_000, 200_000]) workOf(place, seed, length);
    });
  }
});

interface Pattern {
  readonly path: string;
  readonly source: string;
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** All regular expressions of the grammar, with their place in it. */
function patternsOf(node: unknown, path = ""): Pattern[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}/${key}`;
    if (typeof value === "string")
      return ["match", "begin", "end", "while"].includes(key) ? [{ path: here, source: value }] : [];
    return patternsOf(value, here);
  });
}
