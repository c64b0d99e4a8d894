import { parseArgs } from "node:util";
import { Checker, type Finding, messageOf } from "../rules/check.ts";
import type { Language, Severity } from "../rules/rule.ts";
import { ReferatDocument } from "../syntax/document.ts";
import { fileKindOf, readPaths } from "./files.ts";
import type { CheckedFile, ReportedFinding } from "./checkedFile.ts";
import { jsonReport } from "./reportJson.ts";
import { textReport } from "./reportText.ts";
import { complain, exitCodes, UsageError } from "./terminal.ts";

const reports = { text: textReport, json: jsonReport } as const;
const failLevels = ["error", "warning", "info", "never"] as const;
type FailLevel = (typeof failLevels)[number];

/** `referat check PATH…`: prints the findings and returns the exit status. */
export async function check(args: readonly string[]): Promise<number> {
  const { paths, format, failOn, language } = readArguments(args);
  let status: number = exitCodes.clean;
  const checked: CheckedFile[] = [];
  for (const { path, text, problem } of await readPaths(paths)) {
    if (text === null) {
      complain(`${path}: ${problem ?? "kan ikke læses"}`);
      status = exitCodes.failure;
      continue;
    }
    const document = ReferatDocument.parse(text);
    const findings = new Checker().check(document, { fileKind: fileKindOf(path) });
    checked.push({ path, findings: findings.map((finding) => reported(finding, document, language)) });
  }
  process.stdout.write(reports[format](checked, language));
  if (
    status === exitCodes.clean &&
    checked.some(({ findings }) => findings.some(({ severity }) => fails(severity, failOn)))
  ) {
    status = exitCodes.findings;
  }
  return status;
}

interface CheckArguments {
  readonly paths: readonly string[];
  readonly format: keyof typeof reports;
  readonly failOn: FailLevel;
  readonly language: Language;
}

function readArguments(args: readonly string[]): CheckArguments {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        "format": { type: "string", default: "text" },
        "fail-on": { type: "string", default: "error" },
        "language": { type: "string", default: "da" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (parsed.positionals.length === 0) throw new UsageError("check: nævn mindst en fil eller mappe");
  return {
    paths: parsed.positionals,
    format: oneOf("--format", parsed.values.format, Object.keys(reports) as (keyof typeof reports)[]),
    failOn: oneOf("--fail-on", parsed.values["fail-on"], failLevels),
    language: oneOf("--language", parsed.values.language, ["da", "en"]),
  };
}

function oneOf<Value extends string>(option: string, value: string, allowed: readonly Value[]): Value {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option}: »${value}« er ikke en af ${allowed.join(", ")}`);
  return found;
}

function fails(severity: Severity, level: FailLevel): boolean {
  switch (level) {
    case "never":
      return false;
    case "error":
      return severity === "error";
    case "warning":
      return severity === "error" || severity === "warning";
    case "info":
      return severity !== "hint";
  }
}

function reported(finding: Finding, document: ReferatDocument, language: Language): ReportedFinding {
  const base = document.offsets[finding.chunk] ?? 0;
  const start = document.positionAt(base + finding.span.start);
  const end = document.positionAt(base + finding.span.end);
  return {
    rule: finding.rule.id,
    severity: finding.severity,
    message: messageOf(finding, language),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    fixable: finding.rule.fixAll === true,
  };
}
