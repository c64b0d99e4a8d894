import type { ChunkEdit } from "../edits/chunkEdit.ts";
import { attachmentsOf } from "../model/attachments.ts";
import { fileMentions } from "../model/citedAttachments.ts";
import type { ReferatDocument } from "../syntax/document.ts";

/**
 * What becomes of a document when a file beside it gets another name: the attachment of that name, and where its item
 * mentions it. A file of another spelling is another file.
 */
export function fileRenameEdits(document: ReferatDocument, oldName: string, newName: string): ChunkEdit[] {
  return document.items.flatMap((item, index) => {
    const chunk = document.firstItemIndex + index;
    const places = attachmentsOf(item)
      .filter(({ name }) => name === oldName)
      .flatMap((attachment) => [attachment.nameSpan, ...fileMentions(item, attachment)])
      .filter(({ start, end }) => item.text.slice(start, end) === oldName);
    const starts = new Set<number>();
    return places
      .filter(({ start }) => !starts.has(start) && starts.add(start))
      .sort((a, b) => a.start - b.start)
      .map((span): ChunkEdit => ({ chunk, span, newText: newName }));
  });
}
