import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { defaultVocabulary } from "../../server/src/syntax/vocabulary.ts";

const root = join(import.meta.dirname, "..", "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

const { contributes } = JSON.parse(read("package.json")) as {
  contributes: { languages: { id: string; extensions: string[] }[] };
};
const extensions = contributes.languages
  .filter(({ id }) => id === "referat")
  .flatMap((language) => language.extensions.map((extension) => extension.slice(1)));

/** Where each editor's configuration says which files are documents, and how the server is started. */
const files: Readonly<Record<string, { readonly types: string; readonly command: string }>> = {
  neovim: { types: "ftdetect/referat.lua", command: "lua/referat.lua" },
  emacs: { types: "referat-mode.el", command: "referat-mode.el" },
  helix: { types: "languages.toml", command: "languages.toml" },
  kate: { types: "referat.xml", command: "settings.json" },
  zed: { types: "languages/referat/config.toml", command: "src/lib.rs" },
};

describe("the configurations of editors", () => {
  it("are all known here, and each has its page", () => {
    assert.deepEqual(readdirSync(join(root, "editors")).sort(), Object.keys(files).sort());
    const index = read("docs/editorer/README.md");
    for (const editor of Object.keys(files)) {
      assert.ok(existsSync(join(root, `docs/editorer/${editor}.md`)), editor);
      assert.ok(index.includes(`](${editor}.md)`), editor);
    }
  });

  it("know the same files as the extension", () => {
    assert.ok(extensions.length > 1);
    for (const [editor, { types }] of Object.entries(files))
      for (const extension of extensions)
        assert.match(read(`editors/${editor}/${types}`), new RegExp(`\\b${extension}\\b`));
  });

  it("start the server as every editor does", () => {
    for (const [editor, { command }] of Object.entries(files)) {
      const words: readonly string[] = read(`editors/${editor}/${command}`).match(/"[^"\n]*"/g) ?? [];
      for (const word of ["referat", "lsp", "--stdio"])
        assert.ok(words.includes(`"${word}"`), `${editor}: ${word}`);
    }
  });

  it("colour the headings that the language has, where the editor colours them itself", () => {
    const spelt = (text: string): RegExp => {
      const [first = "", ...rest] = text;
      const letter = `(?:${first}|${first.toLowerCase()}|\\[${first}${first.toLowerCase()}\\])`;
      return new RegExp(`[|(]${letter}${rest.join("").replace("é", "(?:é|\\[eé\\])")}(?:\\\\*[|)]|\\[)`);
    };
    for (const file of [
      "editors/neovim/syntax/referat.vim",
      "editors/emacs/referat-mode.el",
      "editors/kate/referat.xml",
    ])
      for (const { text } of defaultVocabulary.headings.values())
        assert.match(read(file).replaceAll("\\", ""), spelt(text), `${file}: ${text}`);
  });

  it("that are JSON say what the editor's documentation has, and no more", () => {
    const kate = JSON.parse(read("editors/kate/settings.json")) as {
      servers: Record<string, Record<string, unknown>>;
    };
    assert.deepEqual(Object.keys(kate), ["servers"]);
    const { referat } = kate.servers;
    const known = ["command", "rootIndicationFileNames", "url", "highlightingModeRegex"];
    assert.deepEqual(Object.keys(referat ?? {}), known);
    // The mode has the name that the definition beside it gives it.
    assert.match("Referat", new RegExp(String(referat?.["highlightingModeRegex"])));
    assert.match(read("editors/kate/referat.xml"), /<language name="Referat"/);
    const zed = JSON.parse(read("editors/zed/settings.json")) as { languages: Record<string, unknown> };
    assert.deepEqual(Object.keys(zed.languages), ["Referat"]);
    assert.match(read("editors/zed/languages/referat/config.toml"), /^name = "Referat"$/m);
    assert.match(read("editors/zed/extension.toml"), /^languages = \["Referat"\]$/m);
  });

  it("are linked to from pages whose links lead somewhere", () => {
    const pages = [
      "README.md",
      ...readdirSync(join(root, "docs/editorer")).map((name) => `docs/editorer/${name}`),
    ];
    for (const page of pages)
      for (const [, target = ""] of read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g))
        assert.ok(
          statSync(join(root, page, "..", decodeURIComponent(target)), { throwIfNoEntry: false }),
          `${page}: ${target}`,
        );
  });
});
