import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { INITIAL, type IRawTheme } from "vscode-textmate";
import { createTokenizer, grammarPath } from "./tokenizer.ts";

/** The scopes that VS Code's own themes (Dark+, Light+, Dark and Light 2026, both High Contrast) all give a look. */
const themed = [
  "comment",
  "constant.language",
  "constant.numeric",
  "entity.name.tag",
  "entity.name.type",
  "keyword",
  "keyword.control",
  "markup.bold",
  "markup.heading",
  "markup.italic",
  "markup.underline",
  "string",
  "variable",
];

/** Said for tools and other themes: signs between words, and what only groups. Without them nothing is lost. */
const quiet = /^(?:punctuation|meta)\.|^markup\.list\.|^entity\.name\.section\.|^keyword\.operator\./;

describe("grammar: themes", () => {
  it("gives every word that it sets apart a scope that VS Code's own themes colour", async () => {
    const names = scopeNames(JSON.parse(readFileSync(grammarPath, "utf8")));
    assert.ok(names.length > 30);
    const theme: IRawTheme = {
      settings: [
        { settings: { foreground: "#000001", background: "#FFFFFF" } },
        ...themed.map((scope, index) => ({
          scope,
          settings: { foreground: `#${(index + 16).toString(16)}0000` },
        })),
      ],
    };
    const { registry } = await createTokenizer(theme);
    const probe = await registry.addGrammar({
      scopeName: "text.probe",
      patterns: names.map((name, index) => ({ match: `<${index}>`, name })),
      repository: { $self: {}, $base: {} },
    });
    const plain = names.filter((_, index) => {
      const { tokens } = probe.tokenizeLine2(`<${index}>`, INITIAL);
      const foreground = ((tokens[1] ?? 0) >>> 15) & 0x1ff;
      return registry.getColorMap()[foreground] === "#000001";
    });
    assert.deepEqual(
      plain.filter((name) => !name.split(" ").every((scope) => quiet.test(scope))),
      [],
    );
  });

  it("names every scope as text.referat's own", () => {
    const names = scopeNames(JSON.parse(readFileSync(grammarPath, "utf8")));
    assert.deepEqual(
      names.flatMap((name) => name.split(" ")).filter((scope) => !scope.endsWith(".referat")),
      [],
    );
  });
});

function scopeNames(node: unknown): string[] {
  const found = new Set<string>();
  collect(node, true);
  return [...found];

  function collect(value: unknown, isRoot = false): void {
    if (typeof value !== "object" || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if ((key === "name" || key === "contentName") && typeof child === "string" && !isRoot) found.add(child);
      collect(child);
    }
  }
}
