import { formattingOf, withEdits } from "../features/formatting.ts";
import { eachFile } from "./files.ts";
import { readDocument } from "./readDocument.ts";
import { save } from "./save.ts";
import { ConfigFinder, configFindings } from "./settings.ts";
import { complain, exitCodes, pass, UsageError, readOptions } from "./terminal.ts";

/**
 * `referat format PATH… [--check]`: formats the documents in place, standard input to standard output, and prints the
 * paths of those that it changed; with `--check` it prints the paths of those that it would. Returns the exit status.
 */
export async function format(args: readonly string[]): Promise<number> {
  const { paths, onlyCheck } = readArguments(args);
  const configs = new ConfigFinder(null);
  const name = paths.includes("-") && !onlyCheck ? complain : (path: string) => pass(`${path}\n`);
  let failed = false;
  let changed = 0;
  for await (const { path, text, problem } of eachFile(paths)) {
    if (text === null) {
      complain(`${path}: ${problem ?? "kan ikke læses"}`);
      failed = true;
      continue;
    }
    const { document } = readDocument(path, text, configs);
    const after = withEdits(text, formattingOf(document));
    // Standard input comes out on standard output, changed or not, and nothing else does.
    const piped = path === "-" && !onlyCheck;
    if (after === text && !piped) continue;
    if (after !== text) changed++;
    if (!onlyCheck && !save(path, after, text)) failed = true;
    else if (!piped) name(path);
  }
  for (const found of configs.found) {
    const { path, findings } = configFindings(found, "da");
    for (const { line, column, message } of findings) complain(`${path}:${line}:${column}: ${message}`);
    if (findings.length > 0) failed = true;
  }
  if (failed) return exitCodes.failure;
  return onlyCheck && changed > 0 ? exitCodes.findings : exitCodes.clean;
}

/** What `format` reads from its call. */
export const formatOptions = { check: { type: "boolean", default: false } } as const;

function readArguments(args: readonly string[]): { paths: readonly string[]; onlyCheck: boolean } {
  const parsed = readOptions("format", args, formatOptions);
  if (parsed.positionals.length === 0) throw new UsageError("format: nævn mindst en fil eller mappe");
  return { paths: parsed.positionals, onlyCheck: parsed.values.check };
}
