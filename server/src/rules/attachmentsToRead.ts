import { type ListedFile, listedFiles } from "../model/listedFiles.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { CheckOptions } from "./check.ts";
import { cprNumber } from "./cprNumber.ts";
import { Silencing } from "./silencing.ts";

/**
 * The files beside a document in which civil registration numbers are to be looked for before it is sent out: each once, where it
 * is listed first. None where the rule is off, and none where a comment silences it. `openOnly`: those of closed items go nowhere.
 */
export function attachmentsToRead(
  document: ReferatDocument,
  { filesBeside, severities }: CheckOptions,
  openOnly: boolean,
): ListedFile[] {
  if (severities?.get(cprNumber.id) === "off") return [];
  const silencing = new Silencing(document);
  const listed = new Map<string, ListedFile>();
  for (const each of listedFiles(document, filesBeside ?? [], { openOnly })) {
    const isSilent = silencing.silences(cprNumber.id, document.offsetOf(each.chunk) + each.span.start);
    if (!isSilent && !listed.has(each.file)) listed.set(each.file, each);
  }
  return [...listed.values()];
}
