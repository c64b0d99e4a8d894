import { visibleJson } from "../text/visible.ts";
import type { CheckedFile } from "./checkedFile.ts";

/** CONTRACT.md, "check --format json". */
export function jsonReport(files: readonly CheckedFile[]): string {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity]++;
  return `${visibleJson({ files, counts })}\n`;
}
