import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
}

/** The table of the snippets: what to type, and what it gives. */
export function snippetsTable(root: string): string {
  const snippets = JSON.parse(readFileSync(join(root, "snippets", "referat.json"), "utf8")) as Record<
    string,
    Snippet
  >;
  const rows = Object.values(snippets).map(({ prefix, description }) => {
    const prefixes = typeof prefix === "string" ? [prefix] : prefix;
    return `| ${prefixes.map((each) => `\`${each}\``).join(", ")} | ${description} |`;
  });
  return ["| Skriv | Får |", "| --- | --- |", ...rows].join("\n");
}
