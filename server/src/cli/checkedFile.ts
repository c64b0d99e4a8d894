import type { Severity } from "../rules/rule.ts";

/** A finding where a reader looks for it: lines and columns count from 1, `end` is exclusive. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixable: boolean;
}

export interface CheckedFile {
  readonly path: string;
  readonly findings: readonly ReportedFinding[];
}
