import type { Item } from "../syntax/nodes.ts";
import { folded } from "../text/spelling.ts";
import type { Attachment } from "./attachments.ts";

/** Case, accents and what stands for a blank are no matter: file systems and mail programs change them. */
export function fileKey(name: string): string {
  return folded(name)
    .replace(/[\s_:-]+/g, " ")
    .trim();
}

/** By what keys the file of an attachment is known: it can bear the attachment's number in its name, or only the name itself. */
export function fileKeysOf(item: Item, { name, nameSpan, numberSpan }: Attachment): string[] {
  if (numberSpan === null) return [fileKey(name)];
  const numbered = item.masked.slice(numberSpan.start, nameSpan.end);
  return [name, numbered, `Bilag ${numbered}`].map(fileKey);
}
