import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { check, resolveConfig } from "prettier";
import { removeFolders, testFolder } from "../support/folder.ts";

const root = join(import.meta.dirname, "..", "..");
/** What the script writes in and stands on, and what the rules' own tests read. */
const touched = [
  "scripts/new-rule.mjs", "scripts/setup.mjs", "package.json", "tsconfig.json", "README.md", "docs/regler", "server/src",
  "test/fixtures/rules", "test/support", "test/conformance", "test/unit/rules.test.ts", "test/unit/rulePages.test.ts",
]; // prettier-ignore
const files = [
  "server/src/rules/trailingQuestion.ts",
  "docs/regler/trailing-question.md",
  "test/fixtures/rules/trailing-question.fixture",
];

describe("npm run new-rule -- trailing-question", () => {
  let copy: string;
  const read = (path: string): string => readFileSync(join(copy, path), "utf8");
  const node = (...args: string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8" });
  let said: string;

  before(() => {
    copy = testFolder().path;
    for (const path of touched) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      cpSync(join(root, path), join(copy, path), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
    const { status, stdout, stderr } = node("scripts/new-rule.mjs", "trailing-question");
    assert.equal(status, 0, String(stderr));
    said = String(stdout);
  });
  after(removeFolders);

  it("writes the rule, its page and a fixture, in the form that the others have, and says so", async () => {
    for (const file of files) {
      assert.ok(said.includes(`written: ${join(copy, file)}\n`), file);
      if (file.endsWith(".fixture")) continue;
      const options = await resolveConfig(join(root, file));
      assert.ok(await check(read(file), { ...options, filepath: file }), `${file}: npm run format`);
    }
  });

  it("writes the line in the registry, and changes nothing else there", () => {
    const before = readFileSync(join(root, "server/src/rules/registry.ts"), "utf8").split("\n");
    const after = read("server/src/rules/registry.ts").split("\n");
    const ours = ['import { trailingQuestion } from "./trailingQuestion.ts";', "  trailingQuestion,"];
    assert.deepEqual(
      after.filter((line) => ours.includes(line)),
      ours,
    );
    assert.deepEqual(
      after.filter((line) => !ours.includes(line)),
      before,
    );
  });

  it("leaves it to the rules' own tests to name what is still to be filled in, and nothing more", () => {
    const mocha = join(root, "node_modules/mocha/bin/mocha.js");
    const options = ["--no-config", "--import=tsx", "--reporter=json", "--grep= trailing-question "];
    const { stdout, stderr } = node(mocha, ...options, "test/unit/rules.test.ts", "test/unit/rulePages.test.ts"); // prettier-ignore
    assert.match(String(stdout), /^\{/, String(stderr));
    const titles = (tests: readonly { readonly fullTitle: string }[]): string[] =>
      tests.map(({ fullTitle }) => fullTitle).sort();
    const { failures, passes } = JSON.parse(String(stdout)) as Record<"failures" | "passes", { readonly fullTitle: string }[]>; // prettier-ignore
    assert.deepEqual(titles(failures), [
      "pages of the rules trailing-question finds what is wrong in the wrong example, and nothing in the right one",
      "pages of the rules trailing-question has a title and its sections in order, none of them empty",
      "rules trailing-question hit",
    ]);
    assert.ok(titles(passes).includes("rules trailing-question near miss"));
  });

  it("refuses a rule that is there, and a name that is none, and writes nothing", () => {
    const registry = read("server/src/rules/registry.ts");
    for (const [id, why] of [
      ["trailing-question", /is there already/],
      ["TrailingAnswer", /lower case with hyphens/],
    ] as const) {
      const { status, stdout, stderr } = node("scripts/new-rule.mjs", id);
      assert.equal(status, 1);
      assert.equal(stdout, "");
      assert.match(String(stderr), why);
    }
    assert.equal(read("server/src/rules/registry.ts"), registry);
    assert.ok(!existsSync(join(copy, "server/src/rules/TrailingAnswer.ts")));
  });
});
