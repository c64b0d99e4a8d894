import type { ReferatDocument } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";
import { fileKey, fileKeysOf } from "./attachmentFiles.ts";
import { type Attachment, attachmentsOf } from "./attachments.ts";
import { kindOf } from "./itemKind.ts";
import { memo } from "./memo.ts";

/** A file beside a document, where an item lists it. */
export interface ListedFile {
  /** Its name in the folder. */
  readonly file: string;
  readonly chunk: number;
  /** The name in the list, in the chunk. */
  readonly span: Span;
}

/**
 * The files that the items of a document list and that are there, each place by itself. `names` are the files beside the document;
 * `openOnly` leaves out the lists of closed items.
 */
export function listedFiles(
  document: ReferatDocument,
  names: readonly string[],
  { openOnly }: { readonly openOnly: boolean },
): ListedFile[] {
  if (names.length === 0) return [];
  const { byKey, byStem } = indexed(names);
  return document.items.flatMap((item, index) => {
    if (openOnly && kindOf(item).closed) return [];
    return attachmentsOf(item).flatMap((attachment): ListedFile[] => {
      const file = fileIn(item, attachment, byKey) ?? fileIn(item, attachment, byStem);
      return file === undefined
        ? []
        : [{ file, chunk: document.firstItemIndex + index, span: attachment.nameSpan }];
    });
  });
}

/** A folder can hold thousands, and is asked about at each keystroke. */
const indexed = memo((names: readonly string[]) => ({
  byKey: new Map(names.map((name) => [fileKey(name), name])),
  // A list may leave out the file's ending.
  byStem: new Map(names.map((name) => [fileKey(name.replace(ending, "")), name])),
}));

const ending = /\.[a-z\d]{2,5}$/i;

function fileIn(item: Item, attachment: Attachment, files: ReadonlyMap<string, string>): string | undefined {
  return fileKeysOf(item, attachment)
    .map((key) => files.get(key))
    .find((file) => file !== undefined);
}
