// npm run generate: writes all that is derived. With --check it writes nothing and fails where a file is not up to date.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { configJsonSchema } from "../server/src/config/schema.ts";
import { ruleSummaries } from "./generate/ruleSummaries.ts";
import { callsBlock, manPage } from "./generate/manPage.ts";
import { keysTable } from "./generate/keysTable.ts";
import { rulesTable } from "./generate/rulesTable.ts";
import { snippetsTable } from "./generate/snippetsTable.ts";

const root = join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const check = process.argv.includes("--check");

/** The derived text between `<!-- name: begin -->` and `<!-- name: end -->` of a file; the rest is written by hand. */
function withPart(file: string, name: string, part: string): string {
  const text = readFileSync(join(root, file), "utf8");
  const pattern = new RegExp(`(<!-- ${name}: begin[^>]*-->\n)[\\s\\S]*?(<!-- ${name}: end -->)`);
  if (!pattern.test(text)) throw new Error(`${file} has no place for ${name}`);
  return text.replace(pattern, (_, begin: string, end: string) => `${begin}\n${part.trim()}\n\n${end}`);
}

const outputs: readonly (readonly [file: string, make: () => string])[] = [
  ["schemas/referat.schema.json", () => `${JSON.stringify(configJsonSchema(), null, 2)}\n`],
  ["server/src/features/completion/ruleSummaries.ts", () => ruleSummaries(root)],
  ["man/referat.1", () => manPage(version)],
  ["README.md", () => withPart("README.md", "calls", callsBlock())],
  ["README.md", () => withPart("README.md", "rules", rulesTable(root))],
  ["README.md", () => withPart("README.md", "keys", keysTable(root))],
  ["README.md", () => withPart("README.md", "snippets", snippetsTable(root))],
];

let stale = 0;
for (const [file, make] of outputs) {
  const path = join(root, file);
  const before = existsSync(path) ? readFileSync(path, "utf8") : null;
  const after = make();
  if (before === after) continue;
  if (check) {
    console.error(`${file} is not up to date: run npm run generate`);
    stale++;
  } else {
    writeFileSync(path, after);
    console.log(`written: ${file}`);
  }
}
process.exitCode = stale === 0 ? 0 : 1;
