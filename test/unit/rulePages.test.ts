import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Config } from "../../server/src/config/config.ts";
import { Checker } from "../../server/src/rules/check.ts";
import { ruleIds, rules } from "../../server/src/rules/registry.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const root = join(import.meta.dirname, "..", "..");
const pages = join(root, "docs", "regler");
const sections = ["Hvorfor", "Forkert", "Rigtigt", "Sådan rettes det", "Slå reglen fra"];

/** Pages of what is found elsewhere than in a document: not a rule of the registry. */
const beyondRules = ["config"];
/** Rules that need more than a text to find anything: their examples are for reading, and they are tested elsewhere. */
const notExecuted = [
  "attachment-file",
  ...rules.flatMap((rule) => (rule.scope === "document" && rule.archive === "needed" ? [rule.id] : [])),
];

interface Page {
  readonly title: string;
  /** What stands under each heading, fences and all; in order. */
  readonly sections: ReadonlyMap<string, string>;
}

function pathOf(name: string): string {
  return join(pages, `${name}.md`);
}

function pageOf(name: string): Page {
  assert.ok(existsSync(pathOf(name)), `docs/regler/${name}.md is missing`);
  const [first = "", ...rest] = readFileSync(pathOf(name), "utf8").split(/^## /m);
  return {
    title: /^# (.*)$/m.exec(first)?.[1]?.trim() ?? "",
    sections: new Map(
      rest.map((part) => {
        const newline = part.indexOf("\n");
        return [part.slice(0, newline).trim(), part.slice(newline + 1).trim()];
      }),
    ),
  };
}

function section(page: Page, heading: string): string {
  return page.sections.get(heading) ?? "";
}

/** The fenced examples of one language. */
function examples(markdown: string, language: string): string[] {
  const fence = /^```(\w*)\n([\s\S]*?)^```$/gm;
  return [...markdown.matchAll(fence)].flatMap(([, each, text = ""]) => (each === language ? [text] : []));
}

function found(rule: string, text: string): number {
  return new Checker().check(ReferatDocument.parse(text)).filter((finding) => finding.rule.id === rule)
    .length;
}

describe("pages of the rules", () => {
  for (const id of [...ruleIds, ...beyondRules]) {
    describe(id, () => {
      it("has a title and its sections in order, none of them empty", () => {
        const page = pageOf(id);
        assert.notEqual(page.title, "");
        assert.deepEqual([...page.sections.keys()], sections);
        assert.deepEqual(
          sections.filter((heading) => section(page, heading) === ""),
          [],
        );
      });
      if (beyondRules.includes(id)) return;

      it("says how to silence it, in the text and in referat.json", () => {
        const text = section(pageOf(id), "Slå reglen fra");
        assert.match(text, new RegExp(`<!-- referat-disable[a-z-]* ${id}(?![a-z-])[^>]*-->`));
        assert.match(text, new RegExp(`"rules": \\{ "${id}": "off" \\}`));
      });
      if (notExecuted.includes(id)) {
        it("has no example that claims to be executed", () => {
          assert.deepEqual(examples(readFileSync(pathOf(id), "utf8"), "referat"), []);
        });
        return;
      }

      it("finds what is wrong in the wrong example, and nothing in the right one", () => {
        const page = pageOf(id);
        const wrong = examples(section(page, "Forkert"), "referat");
        const right = examples(section(page, "Rigtigt"), "referat");
        assert.ok(wrong.length > 0, "an example under Forkert");
        assert.ok(right.length > 0, "an example under Rigtigt");
        const all = examples(readFileSync(pathOf(id), "utf8"), "referat");
        assert.equal(all.length, wrong.length + right.length, "no example elsewhere");
        for (const text of wrong) assert.ok(found(id, text) > 0, `not found in:\n${text}`);
        for (const text of right) assert.equal(found(id, text), 0, `found in:\n${text}`);
      });

      it("has fixtures", () => {
        assert.ok(existsSync(join(root, "test", "fixtures", "rules", `${id}.fixture`)));
      });
    });
  }

  it("the examples of config are wrong and right for the reader of referat.json", () => {
    const page = pageOf("config");
    const problems = (heading: string): number[] =>
      examples(section(page, heading), "json").map((text) => Config.read(text).problems.length);
    assert.deepEqual(
      problems("Forkert").map((count) => count > 0),
      [true],
    );
    assert.deepEqual(problems("Rigtigt"), [0]);
  });

  it("no page is without its rule, and the overview leads to every page", () => {
    const names = readdirSync(pages).map((name) => name.replace(/\.md$/, ""));
    const expected = [...ruleIds, ...beyondRules, "README"];
    assert.deepEqual(
      names.filter((name) => !expected.includes(name)),
      [],
    );
    const links = [
      ...readFileSync(pathOf("README"), "utf8").matchAll(/^- \[([a-z-]+)\]\(\1\.md\): \S/gm),
    ].map(([, name]) => name ?? "");
    assert.deepEqual(links.sort(), [...ruleIds, ...beyondRules].sort());
  });

  it("links between pages lead somewhere", () => {
    for (const name of readdirSync(pages)) {
      for (const [, target = ""] of readFileSync(join(pages, name), "utf8").matchAll(
        /\]\(([^)#:]+\.md)\)/g,
      )) {
        assert.ok(existsSync(join(pages, target)), `${name} links to ${target}`);
      }
    }
  });
});
