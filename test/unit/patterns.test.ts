import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import regexp from "eslint-plugin-regexp";
import { Linter } from "eslint";
import { parse } from "jsonc-parser";

/**
 * The lint looks at the regular expressions that stand in the sources (eslint.config.mjs). Here are those that it does not see:
 * the ones that are put together of others, and those that are data.
 */

/** By how they begin, one by one, with the reason why they cost no more than the text is long. */
const excused: readonly { readonly start: string; readonly why: string }[] = [
  { start: String.raw`(,?)([ \t\u00a0]*)(\(?)`, why: "it sees the last 48 signs of a title" },
  {
    start: String.raw`^\s*(?:[Dd]er\s+|[Dd]et\s+)?(?:[Bb]lev`,
    why: "it sees what stands before a verb in its clause, 200 signs at most",
  },
  {
    start: String.raw`\d{1,2}-\d{1,2}-\d{4}(?!\d)|\d+(?:[.,:/]\d+)+|`,
    why: "digits that are no number with parts are a word: no search begins within them",
  },
];

const linter = new Linter();

/** What is wrong with an expression, in words; an empty list for a good one. */
function weaknesses(expression: RegExp): string[] {
  // What is done with it counts: that it is sought where it stands, and is not a part of another one.
  const written = String(expression);
  const code = expression.global ? `"".matchAll(${written})` : `${written}.exec("")`;
  const messages = linter.verify(`const found = ${code};`, {
    languageOptions: { ecmaVersion: 2025 },
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential", ignoreSticky: false }],
    },
  });
  return messages.map(({ message }) => message.slice(0, 300));
}

/** The expressions that the sources put together: when they are loaded, and while documents are read, checked and shown. */
function madeExpressions(): { source: string; flags: string }[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--import=tsx", join("test", "support", "madeExpressions.ts")],
    { encoding: "utf8", maxBuffer: 2 ** 26 },
  );
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as { source: string; flags: string }[];
}

function isExcused(source: string): boolean {
  return excused.some(({ start }) => source.startsWith(start));
}

/** The patterns of a configuration, by the names that they have there. */
function jsonPatterns(node: unknown, key = ""): string[] {
  if (typeof node === "string")
    return /pattern|regexp|^(?:beforeText|afterText|start|end)$/i.test(key) ? [node] : [];
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) => jsonPatterns(value, name));
}

describe("regular expressions", () => {
  it("that cost the square of a line are known", () => {
    for (const bad of [/\s+$/, /(?:a+)+$/, /\s*\s*x/, /(?<=^\s*)\d/, /a.*b.*c/])
      assert.notDeepEqual(weaknesses(bad), [], String(bad));
    for (const good of [/(?<!\s)\s+$/, /^\s*x/, /a{1,9}b/])
      assert.deepEqual(weaknesses(good), [], String(good));
  });

  it("that are put together cost what the text's length says", function () {
    this.timeout(120_000);
    const made = madeExpressions();
    assert.ok(made.length > 100, `${made.length} expressions`);
    const bad = made
      .filter(({ source }) => !isExcused(source))
      .flatMap(({ source, flags }) =>
        weaknesses(new RegExp(source, flags)).map((weakness) => `${source.slice(0, 200)}: ${weakness}`),
      );
    assert.deepEqual(bad, []);
  });

  it("of language-configuration.json cost what the line's length says", () => {
    const patterns = jsonPatterns(parse(readFileSync("language-configuration.json", "utf8")));
    assert.ok(patterns.length > 3, `${patterns.length} patterns`);
    const bad = patterns
      .filter((pattern) => !isExcused(pattern))
      .flatMap((pattern) =>
        weaknesses(new RegExp(pattern, pattern.startsWith("^") ? "u" : "gu")).map(
          (weakness) => `${pattern}: ${weakness}`,
        ),
      );
    assert.deepEqual(bad, []);
  });
});
