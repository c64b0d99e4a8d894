import { plainDocument } from "../model/plainDocument.ts";
import { ReferatDocument } from "../syntax/document.ts";
import { visibleJson } from "../text/visible.ts";
import { fileKindOf, readOne } from "./files.ts";
import { complain, exitCodes, print, UsageError } from "./terminal.ts";

/** `referat parse FILE`: prints the document as JSON and returns the exit status. */
export function parse(args: readonly string[]): number {
  const [path, ...more] = args;
  if (path === undefined || more.length > 0 || (path.startsWith("-") && path !== "-")) {
    throw new UsageError("parse: nævn én fil, eller - for standardinput");
  }
  const { text, problem } = readOne(path);
  if (text === null) {
    complain(`${path}: ${problem ?? "kan ikke læses"}`);
    return exitCodes.failure;
  }
  const document = ReferatDocument.parse(text);
  print(`${visibleJson(plainDocument(document, fileKindOf(path)))}\n`);
  return exitCodes.clean;
}
