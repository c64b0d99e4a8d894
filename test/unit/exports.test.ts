import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/**
 * What a file exports, another needs: whatever nobody imports is for its own file, or for nobody. The exceptions stand here, with their
 * reasons. A type or a class that nobody imports says what an exported function takes or gives; then its own file names it.
 */
const root = join(import.meta.dirname, "../..");

interface Excepted {
  readonly why: string;
  readonly names: readonly string[];
}

const exceptions: readonly Excepted[] = [
  {
    why: "VS Code calls them",
    names: ["desktop.ts", "web.ts"].flatMap((file) =>
      ["activate", "deactivate"].map((name) => `client/src/${file} ${name}`),
    ),
  },
  {
    why: "scripts/build.mjs has the command line take it from there: they share a bundle",
    names: ["server/src/main/node.ts serveStdio"],
  },
  {
    why: "a bundle of its own, which is loaded whole",
    names: ["server/src/reading/pdfLibrary.ts getDocument"],
  },
  { why: "scripts/generate.ts writes the schema", names: ["server/src/config/schema.ts configJsonSchema"] },
  {
    why: "the help is held against them (test/cli/help.test.ts)",
    names: [
      "server/src/cli/check.ts checkOptions",
      "server/src/cli/exportArguments.ts exportOptions",
      "server/src/cli/format.ts formatOptions",
      "server/src/cli/help/help.ts helpText",
      "server/src/cli/registerQuery.ts decisionsOptions",
      "server/src/cli/toc.ts tocOptions",
    ],
  },
  { why: "the property tests ask in each of them", names: ["server/src/text/language.ts languages"] },
  {
    why: "tested by itself",
    names: [
      "server/src/calendar/holidays.ts easterSunday",
      "server/src/features/bodies.ts bodyOf",
      "server/src/protocol/archive/workspaceFolders.ts withoutNested",
      "server/src/publishing/oparl.ts oparl",
    ],
  },
];

const declared =
  /^export (?:async |abstract |declare )*(function\*?|class|const|let|enum|type|interface) (\w+)/gm;
const lists = /^(import|export)( type)? \{([^}]*)\}(?: from "(\.[^"]*)")?/gm;
const loaded = /\bimport\(\s*"(\.[^"]*)"\s*\)/g;

/** The names that nobody imports, each behind the file that exports it, of sources by their paths. */
function unused(sources: ReadonlyMap<string, string>): string[] {
  const exported: { readonly of: string; readonly name: string; readonly isType: boolean }[] = [];
  const imported = new Set<string>();
  const loadedBy: [of: string, words: ReadonlySet<string>][] = [];
  for (const [of, text] of sources) {
    const target = (address: string): string => posix.join(posix.dirname(of), address);
    for (const [, kind = "", name = ""] of text.matchAll(declared))
      exported.push({ of, name, isType: /^(?:class|interface|type)$/.test(kind) });
    for (const [, what, type, names = "", from] of text.matchAll(lists)) {
      for (const part of names.split(",").filter((each) => each.trim() !== "")) {
        const [, own, original = "", name = original] =
          /^\s*(type )?(\w+)(?: as (\w+))?\s*$/.exec(part) ?? [];
        if (from !== undefined) imported.add(`${target(from)} ${original}`);
        if (what === "export") exported.push({ of, name, isType: (type ?? own) !== undefined });
      }
    }
    const words = new Set(text.match(/\w+/g));
    for (const [, address = ""] of text.matchAll(loaded)) loadedBy.push([target(address), words]);
  }
  const isImported = (of: string, name: string): boolean =>
    imported.has(`${of} ${name}`) || loadedBy.some(([file, words]) => file === of && words.has(name));
  const isNamed = (of: string, name: string): boolean =>
    [...(sources.get(of) ?? "").matchAll(new RegExp(`\\b${name}\\b`, "g"))].length > 1;
  return exported
    .filter(({ of, name, isType }) => !isImported(of, name) && !(isType && isNamed(of, name)))
    .map(({ of, name }) => `${of} ${name}`)
    .sort();
}

function sourcesIn(...folders: readonly string[]): Map<string, string> {
  const sources = new Map<string, string>();
  for (const folder of folders)
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }))
      if (file.endsWith(".ts"))
        sources.set(posix.join(folder, file.replaceAll("\\", "/")), readFileSync(join(root, folder, file), "utf8")); // prettier-ignore
  return sources;
}

describe("exports", () => {
  it("are imported by another file, but for those that are excepted", () => {
    const sources = sourcesIn("server/src", "client/src", "client/webview");
    assert.ok(sources.size > 500);
    assert.deepEqual(unused(sources), exceptions.flatMap(({ names }) => names).sort());
  });

  it("that are nobody's would be found, and no others", () => {
    const sources = new Map([
      ["a/one.ts", "export const used = 1;\nexport function gone(): void {}\nexport interface Lost {}\n"],
      ["a/two.ts", 'import {\n  used as mine,\n  type Needed,\n} from "../b/three.ts";\nimport { used } from "./one.ts";\n'], // prettier-ignore
      ["b/three.ts", 'export type Needed = 1;\nexport const used = 2;\nexport { old, type Shape } from "./four.ts";\n'], // prettier-ignore
      ["b/four.ts", "export const old = 3;\nexport type Shape = Side[];\nexport interface Side {}\nexport class Late {}\nexport class Never {}\n"], // prettier-ignore
      ["b/five.ts", 'const { Late } = await import("./four.ts");\n'],
    ]);
    assert.deepEqual(unused(sources), [
      "a/one.ts Lost",
      "a/one.ts gone",
      "b/four.ts Never",
      "b/three.ts Shape",
      "b/three.ts old",
    ]);
  });
});
