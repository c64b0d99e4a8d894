import { rules } from "../rules/registry.ts";
import type { Severity } from "../rules/rule.ts";
import { visibleJson } from "../text/visible.ts";
import { version } from "../version.ts";
import type { CheckedFile } from "./checkedFile.ts";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "note",
  hint: "note",
};

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarifReport(files: readonly CheckedFile[]): string {
  const ids = [...rules.map((rule) => rule.id), "config"];
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "referat", version, rules: ids.map((id) => ({ id })) } },
        // Columns are counted in UTF-16 units.
        columnKind: "utf16CodeUnits",
        results: files.flatMap(({ path, findings }) =>
          findings.map((finding) => ({
            ruleId: finding.rule,
            ruleIndex: ids.indexOf(finding.rule),
            level: levels[finding.severity],
            message: { text: finding.message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: uriOf(path) },
                  region: {
                    startLine: finding.line,
                    startColumn: finding.column,
                    endLine: finding.endLine,
                    endColumn: finding.endColumn,
                  },
                },
              },
            ],
          })),
        ),
      },
    ],
  };
  return `${visibleJson(log)}\n`;
}

/** A relative path becomes a relative URI reference; its blanks and letters are encoded. */
function uriOf(path: string): string {
  const parts = path.split(/[/\\]/).map(encodeURIComponent);
  return path.startsWith("/") ? `file://${parts.join("/")}` : parts.join("/");
}
