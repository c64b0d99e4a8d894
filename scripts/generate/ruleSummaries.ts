import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ruleIds } from "../../server/src/rules/registry.ts";

/** The title and the first sentence of each rule's page, as a module: the bundled server has no pages at hand. */
export function ruleSummaries(root: string): string {
  const rules = [...ruleIds].map((id) => {
    const page = readFileSync(join(root, "docs", "regler", `${id}.md`), "utf8");
    const [heading = "", , text = ""] = page.split("\n");
    const sentence = /^.*?[.!?](?=\s+[A-ZÆØÅ]|$)/.exec(text)?.[0] ?? text;
    return property(id, heading.replace(/^# /, ""), sentence.replaceAll("`", ""));
  });
  return `// Written by npm run generate from docs/regler: change it there.

export interface RuleSummary {
  readonly title: string;
  /** The first sentence of the rule's page. */
  readonly summary: string;
}

export const ruleSummaries: Readonly<Record<string, RuleSummary>> = {
${rules.join("\n")}
};
`;
}

function property(id: string, title: string, summary: string): string {
  return `  ${JSON.stringify(id)}: {\n${line("title", title)}\n${line("summary", summary)}\n  },`;
}

/** As Prettier breaks it. */
function line(name: string, words: string): string {
  const whole = `    ${name}: ${JSON.stringify(words)},`;
  return whole.length <= 110 ? whole : `    ${name}:\n      ${JSON.stringify(words)},`;
}
