import type { Language, Severity } from "../rules/rule.ts";
import type { CheckedFile } from "./checkedFile.ts";
import { visible } from "../text/visible.ts";
import { painter } from "./terminal.ts";

const names: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  da: { error: "fejl", warning: "advarsel", info: "oplysning", hint: "vink" },
  en: { error: "error", warning: "warning", info: "info", hint: "hint" },
};

const plurals: typeof names = {
  da: { error: "fejl", warning: "advarsler", info: "oplysninger", hint: "vink" },
  en: { error: "errors", warning: "warnings", info: "infos", hint: "hints" },
};

const colours = { error: "red", warning: "yellow", info: "blue", hint: "gray" } as const;

/**
 * One finding a line, as compilers print them, so that a terminal makes a link of it; and what it comes to. `unread` is how many
 * files could not be read: of those nobody knows whether there is something to remark.
 */
export function textReport(files: readonly CheckedFile[], language: Language, unread: number): string {
  const paint = painter(process.stdout);
  const lines: string[] = [];
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { path, findings } of files) {
    for (const { line, column, severity, message, rule } of findings) {
      counts[severity]++;
      const place = paint("bold", visible(`${path}:${line}:${column}:`));
      lines.push(
        `${place} ${paint(colours[severity], `${names[language][severity]}:`)} ${visible(message)} ${paint("gray", `[${rule}]`)}`,
      );
    }
  }
  const sums = (["error", "warning", "info", "hint"] as const)
    .filter((severity) => counts[severity] > 0)
    .map(
      (severity) => `${counts[severity]} ${(counts[severity] === 1 ? names : plurals)[language][severity]}`,
    );
  const scope = scopeOf(files.length, unread, language);
  if (sums.length > 0) lines.push("", `${sums.join(", ")} · ${scope}`);
  else if (files.length === 0)
    lines.push(language === "da" ? `Intet kontrolleret · ${scope}` : `Nothing checked · ${scope}`);
  else lines.push(language === "da" ? `Intet at bemærke · ${scope}` : `Nothing to report · ${scope}`);
  return `${lines.join("\n")}\n`;
}

function scopeOf(checked: number, unread: number, language: Language): string {
  const isOne = checked === 1;
  if (language === "da") {
    const documents = `${checked} ${isOne ? "dokument" : "dokumenter"}`;
    return unread === 0 ? documents : `${documents}, ${unread} kunne ikke læses`;
  }
  const documents = `${checked} ${isOne ? "document" : "documents"}`;
  return unread === 0 ? documents : `${documents}, ${unread} could not be read`;
}
