import { applyEdits } from "../edits/applyEdits.ts";
import { refusalWords } from "../edits/left.ts";
import { isRefused } from "../edits/result.ts";
import { updateContents } from "../edits/updateContents.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { readOne } from "./files.ts";
import { readDocument } from "./readDocument.ts";
import { save } from "./save.ts";
import { ConfigFinder } from "./settings.ts";
import { complain, exitCodes, pass, UsageError, readOptions } from "./terminal.ts";

/**
 * `referat toc FILE [--write]`: prints the contents as they should be, new ones where there are none; with `--write` they are
 * written into the document, and nothing else of it changes. Returns the exit status.
 */
export function toc(args: readonly string[]): number {
  const { path, write } = readArguments(args);
  const { text, problem } = readOne(path);
  if (text === null) {
    complain(`${path}: ${problem ?? "kan ikke læses"}`);
    return exitCodes.failure;
  }
  const { document } = readDocument(path, text, new ConfigFinder(null));
  const result = updateContents(document, { create: true });
  if (isRefused(result)) {
    complain(`${path}: ${refusalWords.da(result.refused)}`);
    return exitCodes.failure;
  }
  const updated = applyEdits(document, result.edits);
  if (!write) pass(contentsIn(updated));
  else if ((path === "-" || result.edits.length > 0) && !save(path, updated.getText(), text))
    return exitCodes.failure;
  return exitCodes.clean;
}

/** The heading and the entries, a line each. */
function contentsIn({ preambles }: ReferatDocument): string {
  const contents = preambles.filter((chunk) => chunk.kind === "contents");
  return contents.map(({ text }) => `${text.trim()}\n`).join("");
}

/** What `toc` reads from its call. */
export const tocOptions = { write: { type: "boolean", default: false } } as const;

function readArguments(args: readonly string[]): { path: string; write: boolean } {
  const parsed = readOptions("toc", args, tocOptions);
  const [path, ...more] = parsed.positionals;
  if (path === undefined || more.length > 0) throw new UsageError("toc: nævn én fil");
  return { path, write: parsed.values.write };
}
