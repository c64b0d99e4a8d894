import { fileKey, fileKeysOf } from "../model/attachmentFiles.ts";
import { attachmentsOf } from "../model/attachments.ts";
import { attachments } from "./reads.ts";
import { paragraphsOf } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly name: string;
}

export const attachmentFile = documentRule<State>({
  id: "attachment-file",
  severity: "warning",
  ...attachments,
  needsFiles: true,
  heeds: paragraphsOf("bilag"),
  *detect({ items, filesBeside, chunkOf }) {
    if (filesBeside === null || filesBeside.length === 0) return;
    const there = new Set(filesBeside.map(fileKey));
    const listed = items.flatMap((item, index) =>
      attachmentsOf(item)
        // The end of a date is none of a file's name.
        .filter(({ name }) => /\.(?=\d{0,4}[a-z])[a-z\d]{2,5}$/i.test(name))
        .map((attachment) => ({ attachment, item, chunk: chunkOf(index) })),
    );
    const missing = listed.filter(({ item, attachment }) =>
      fileKeysOf(item, attachment).every((key) => !there.has(key)),
    );
    // Where none of them is there, the files lie somewhere else.
    if (missing.length === listed.length) return;
    for (const { attachment, chunk } of missing) {
      yield { chunk, span: attachment.nameSpan, state: { name: attachment.name } };
    }
  },
  message: {
    da: ({ name }) =>
      `Filen »${name}« ligger ikke ved siden af dokumentet, hvor de andre bilag ligger. Læg den der, eller ret navnet.`,
    en: ({ name }) =>
      `The file “${name}” does not lie beside the document, where the other attachments lie. Put it there, or correct the name.`,
  },
});
