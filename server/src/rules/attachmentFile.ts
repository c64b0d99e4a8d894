import { attachmentsOf } from "../model/attachments.ts";
import { folded } from "../text/spelling.ts";
import { attachments } from "./reads.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly name: string;
}

export const attachmentFile = documentRule<State>({
  id: "attachment-file",
  severity: "warning",
  ...attachments,
  needsFiles: true,
  *detect({ items, filesBeside, chunkOf }) {
    if (filesBeside === null || filesBeside.length === 0) return;
    const there = new Set(filesBeside.map(fileKey));
    const listed = items.flatMap((item, index) =>
      attachmentsOf(item)
        .filter((attachment) => /\.[a-z\d]{2,5}$/i.test(attachment.name))
        .map((attachment) => ({ attachment, line: item.masked, chunk: chunkOf(index) })),
    );
    // A file can bear the attachment's number in its name, or only the name itself.
    const isThere = ({ attachment, line }: (typeof listed)[number]): boolean =>
      there.has(fileKey(attachment.name)) ||
      (attachment.numberSpan !== null &&
        ["", "Bilag "].some((word) =>
          there.has(fileKey(word + line.slice(attachment.numberSpan?.start ?? 0, attachment.nameSpan.end))),
        ));
    const missing = listed.filter((each) => !isThere(each));
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

/** Case, accents and what stands for a blank are no matter: file systems and mail programs change them. */
function fileKey(name: string): string {
  return folded(name)
    .replace(/[\s_:-]+/g, " ")
    .trim();
}
