import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../server/src/rules/registry.ts";

const severities = { error: "fejl", warning: "advarsel", info: "oplysning", hint: "vink" } as const;

/** The table of the rules: id with its page, weight, what it finds (the title of its page), and how it is mended. */
export function rulesTable(root: string): string {
  const rows = rules.map(({ id, severity, fixes, fixAll, onRequest }) => {
    const page = join(root, "docs", "regler", `${id}.md`);
    const title = existsSync(page) ? (/^# (.+)$/m.exec(readFileSync(page, "utf8"))?.[1] ?? "") : "";
    const own = typeof severity === "function" ? "efter sagen" : severities[severity];
    const weight = onRequest ? "slået fra" : own;
    const mended = fixAll ? "rettes sikkert" : fixes && fixes.length > 0 ? "kan rettes" : "";
    return `| [\`${id}\`](docs/regler/${id}.md) | ${weight} | ${title} | ${mended} |`;
  });
  return ["| Regel | Vægt | Finder | Rettelse |", "| --- | --- | --- | --- |", ...rows].join("\n");
}
