import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { keyWords } from "../../scripts/generate/keysTable.ts";
import { Checker } from "../../server/src/rules/check.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const root = join(import.meta.dirname, "..", "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

interface Manifest {
  readonly contributes: {
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
  };
}

const manifest = JSON.parse(read("package.json")) as Manifest;
const onScreen = new Set(Object.values(JSON.parse(read("package.nls.json")) as Record<string, string>));

/** For readers who know Word: every word on the screen is written as it stands there. */
const guides = ["docs/vejledning.md", "docs/fra-word-til-referat.md"];
const pages = ["README.md", ...guides, "docs/offentliggoer.md", "docs/register.md", "docs/ci.md"];

/** VS Code's own keys, and those that a step of ours has. */
const keysOfVsCode = [
  ...["F1", "F2", "F8", "F12", "Enter", "Esc", "Tab", "Skift+F10", "Alt+F1", "Skift+Alt+F"],
  ...["Ctrl+A", "Ctrl+C", "Ctrl+F", "Ctrl+K", "Ctrl+T", "Ctrl+V", "Ctrl+Z", "Ctrl+.", "Ctrl++", "V"],
  ...["Ctrl+Mellemrum", "Ctrl+Skift+E", "Ctrl+Skift+M", "Ctrl+Skift+O"],
];

/** The text of a page without its fenced examples, and those of one language. */
function textOf(page: string): string {
  return read(page).replace(/^```[\s\S]*?^```$/gm, "");
}

function examplesIn(page: string, language: string): string[] {
  const fence = /^```(\w*)\n([\s\S]*?)^```$/gm;
  return [...read(page).matchAll(fence)].flatMap(([, each, text = ""]) => (each === language ? [text] : []));
}

/** The anchor that GitHub and VS Code give a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}

describe("the guides", () => {
  for (const guide of guides) {
    it(`${guide} names what is on the screen as it stands there`, () => {
      const named = [...textOf(guide).matchAll(/»([^«]*)«/g)].map(([, words = ""]) => words);
      assert.ok(named.length > 10);
      assert.deepEqual(
        named.filter((words) => !onScreen.has(words)),
        [],
      );
    });

    it(`${guide} names only keys that there are`, () => {
      const keys = new Set([
        ...manifest.contributes.keybindings.map(({ key }) => keyWords(key)),
        ...keysOfVsCode,
      ]);
      const named = [...textOf(guide).matchAll(/<kbd>(.*?)<\/kbd>/g)].map(([, key = ""]) => key);
      assert.deepEqual(
        named.filter((key) => !keys.has(key)),
        [],
      );
    });

    it(`${guide} shows documents that nothing is found in`, () => {
      const examples = examplesIn(guide, "referat");
      assert.ok(examples.length > 0);
      for (const text of examples) {
        const findings = new Checker().check(ReferatDocument.parse(text)).map(({ rule }) => rule.id);
        assert.deepEqual(findings, [], text);
      }
    });
  }

  it("tells of every key that the extension has", () => {
    const told = textOf("docs/vejledning.md");
    for (const { key, command } of manifest.contributes.keybindings) {
      const inView = command.startsWith("referat.visning.") || command.endsWith(".find");
      const words = keyWords(key).split(" ");
      if (!inView)
        for (const word of words) assert.ok(told.includes(`<kbd>${word}</kbd>`), `${word} (${command})`);
    }
  });

  for (const page of pages) {
    it(`${page} leads to what is there, and says what its pictures show`, () => {
      // What stands as code is shown, and leads nowhere.
      const text = textOf(page).replace(/`[^`\n]*`/g, "");
      const links = [...text.matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g)];
      for (const [all, image, words = "", target = ""] of links) {
        if (/^https?:/.test(target)) continue;
        const [file = "", heading] = target.split("#");
        const place = file === "" ? page : join(dirname(page), file);
        assert.ok(existsSync(join(root, place)), all);
        if (image) {
          assert.match(place, /\.png$/, "the Marketplace takes no SVG");
          assert.ok(words.length > 15, `${all} says too little to those who do not see it`);
        }
        if (heading === undefined) continue;
        const headings = [...textOf(place).matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) => anchor(title));
        assert.ok(headings.includes(decodeURI(heading)), all);
      }
    });
  }
});
