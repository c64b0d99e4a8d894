import type { Settings } from "../config/config.ts";
import { applyEdits } from "../edits/applyEdits.ts";
import { Checker, type CheckOptions, documentContext, type Finding, messageOf } from "../rules/check.ts";
import { allFixes } from "../rules/fixes.ts";
import type { Language, Severity } from "../rules/rule.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { CheckedFile, ReportedFinding } from "./checkedFile.ts";
import { eachFile, fileKindOf } from "./files.ts";
import { readDocument } from "./readDocument.ts";
import { jsonReport } from "./reportJson.ts";
import { junitReport } from "./reportJunit.ts";
import { sarifReport } from "./reportSarif.ts";
import { textReport } from "./reportText.ts";
import { save } from "./save.ts";
import { ConfigFinder, configFindings, filesBeside, readConfig } from "./settings.ts";
import { complain, exitCodes, oneOf, print, UsageError, readOptions } from "./terminal.ts";

const reports = { text: textReport, json: jsonReport, sarif: sarifReport, junit: junitReport } as const;
const failLevels = ["error", "warning", "info", "never"] as const;
type FailLevel = (typeof failLevels)[number];

/** `referat check PATH…`: prints the findings, with `--fix` those that are left, and returns the exit status. */
export async function check(args: readonly string[]): Promise<number> {
  const { paths, format, failOn, language, fix, config } = readArguments(args);
  const named = config === null ? null : readConfig(config);
  if (config !== null && named === null) throw new UsageError(`--config: ${config} kan ikke læses`);
  const configs = new ConfigFinder(named);
  let status: number = exitCodes.clean;
  const checked: CheckedFile[] = [];
  let unread = 0;
  for await (const { path, text, problem } of eachFile(paths)) {
    if (text === null) {
      complain(`${path}: ${problem ?? "kan ikke læses"}`);
      unread++;
      status = exitCodes.failure;
      continue;
    }
    const read = readDocument(path, text, configs);
    const options = optionsOf(path, read.settings);
    let document = fix ? fixed(read.document, options) : read.document;
    if (document !== read.document && !save(path, document.getText(), text)) {
      // Nothing of it is mended.
      document = read.document;
      status = exitCodes.failure;
    }
    const findings = new Checker().check(document, options);
    checked.push({ path, findings: findings.map((finding) => reported(finding, document, language)) });
  }
  for (const found of configs.found) {
    const wrong = configFindings(found, language);
    if (wrong.findings.length === 0) continue;
    checked.push(wrong);
    status = exitCodes.failure;
  }
  // With --fix, standard input comes out mended on standard output: then the findings go to standard error.
  const report = reports[format](checked, language, unread);
  if (fix && paths.includes("-")) process.stderr.write(report);
  else print(report);
  const failed = checked.some(({ findings }) => findings.some(({ severity }) => fails(severity, failOn)));
  return status === exitCodes.clean && failed ? exitCodes.findings : status;
}

function optionsOf(path: string, { profile, severities }: Settings): CheckOptions {
  return { fileKind: fileKindOf(path), profile, severities, filesBeside: filesBeside(path) };
}

/** The document with all safe fixes made; a fix can uncover another, so that it is asked until nothing changes. */
function fixed(document: ReferatDocument, options: CheckOptions): ReferatDocument {
  const checker = new Checker();
  let current = document;
  for (let round = 0; round < 10; round++) {
    const edits = allFixes(checker.check(current, options), documentContext(current, options));
    if (edits.length === 0) break;
    current = applyEdits(current, edits);
  }
  return current;
}

interface CheckArguments {
  readonly paths: readonly string[];
  readonly format: keyof typeof reports;
  readonly failOn: FailLevel;
  readonly language: Language;
  readonly fix: boolean;
  readonly config: string | null;
}

/** What `check` reads from its call, as Node's `parseArgs` has it. */
export const checkOptions = {
  "format": { type: "string", default: "text" },
  "fail-on": { type: "string", default: "error" },
  "language": { type: "string", default: "da" },
  "fix": { type: "boolean", default: false },
  "config": { type: "string" },
} as const;

function readArguments(args: readonly string[]): CheckArguments {
  const parsed = readOptions("check", args, checkOptions);
  const { positionals, values } = parsed;
  if (positionals.length === 0) throw new UsageError("check: nævn mindst en fil eller mappe");
  return {
    paths: positionals,
    format: oneOf("--format", values.format, Object.keys(reports) as (keyof typeof reports)[]),
    failOn: oneOf("--fail-on", values["fail-on"], failLevels),
    language: oneOf("--language", values.language, ["da", "en"]),
    fix: values.fix,
    config: values.config ?? null,
  };
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
  const base = document.offsetOf(finding.chunk);
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
