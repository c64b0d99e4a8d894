import { type Attachment, attachmentsOf } from "../../model/attachments.ts";
import { fileKey } from "../../model/attachmentFiles.ts";
import { majorityOf } from "../../model/majority.ts";
import { memo } from "../../model/memo.ts";
import type { Item } from "../../syntax/nodes.ts";
import { greatest } from "../../text/many.ts";
import type { Caret } from "./caret.ts";
import { type Completion, type Offer, stop } from "./entries.ts";

/** The attachments that an item lists, by their names with and without their numbers. */
const listedNames: (item: Item) => readonly string[] = memo((item) =>
  attachmentsOf(item).flatMap(({ name, span }) => [name, item.masked.slice(span.start, span.end)]),
);

/** The next attachment's number, and the files that no item lists yet, in a section Bilag. */
export function attachmentEntries(caret: Caret): Completion[] {
  const { item, section, before } = caret;
  if (!item || section?.kind !== "bilag" || caret.line <= section.line || caret.after.trim() !== "")
    return [];
  const mark = /^\s*(?:[-•*–]\s+)?/.exec(before)?.[0] ?? "";
  const content = before.slice(mark.length);
  const numbered = /^(?:bilag[\s:_-]*\d{1,3}(?:\.\d{1,3})*|\d{1,3}(?:\.\d{1,3})+)(?:[:_-]\s*|\s+)/i.exec(
    content,
  )?.[0];
  const files = freeFiles(caret, item);
  if (numbered !== undefined) {
    const offers = files.map((file) => fileOffer(file, withoutOwnNumber(file), file));
    return caret.completed(offers, content.slice(numbered.length));
  }
  const lead = attachmentLead(caret, item);
  const next: Offer[] =
    lead === ""
      ? []
      : [
          {
            kind: "attachment",
            label: lead.trim(),
            text: [lead, stop()],
            words: {
              da: "Det næste bilag: punktets nummer, og bilagets eget efter det sidste.",
              en: "The next attachment: the item's number, and the attachment's own behind the last.",
            },
          },
        ];
  const withLead = files.map((file) => fileOffer(file, lead + withoutOwnNumber(file), `${lead}${file}`));
  return caret.completed([...next, ...withLead], content);
}

function fileOffer(file: string, text: string, filter: string): Offer {
  return {
    kind: "file",
    label: file,
    text: [text],
    filter,
    words: {
      da: "Filen ligger ved siden af dokumentet, og intet punkt har den som bilag.",
      en: "The file lies beside the document, and no item lists it.",
    },
  };
}

/** `Bilag 3.1 Kort.pdf` is *Kort.pdf* where the number is written anyhow. */
function withoutOwnNumber(file: string): string {
  return ownNumber.exec(file)?.[2] ?? file;
}

const ownNumber = /^(?:bilag[\s_-]*)?(\d{1,3}(?:\.\d{1,3})+)[\s:_-]+([^\s:_-].*)$/i;

/** The files of the folder that can be attachments and are not listed, those that bear the item's number first. */
function freeFiles({ context, agenda, nearby }: Caret, item: Item): string[] {
  const files = (context.filesBeside ?? []).filter(
    (file) => /[^.]\.[a-z\d]{2,5}$/i.test(file) && !/(?:\.referat|\.dagsorden|\.jsonc?)$/i.test(file),
  );
  if (files.length === 0) return [];
  const listed = new Set(agenda.flatMap(listedNames));
  // What is only spelt alike is looked for around the caret: to compare all of a long document takes time.
  for (const near of nearby) for (const name of listedNames(near)) listed.add(fileKey(name));
  const isListed = (file: string): boolean => listed.has(file) || listed.has(fileKey(file));
  const own = String(item.heading.number ?? "");
  const rank = (file: string): number => {
    const number = ownNumber.exec(file)?.[1]?.split(".")[0];
    return number === undefined ? 1 : number === own ? 0 : 2;
  };
  return files
    .filter((file) => !isListed(file) && !isListed(withoutOwnNumber(file)))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, "da", { numeric: true }))
    .slice(0, 100);
}

/** What stands before the name of the next attachment: `Bilag 3.2: `; empty where attachments bear no number. */
export function attachmentLead(caret: Caret, item: Item): string {
  const own = item.heading.number;
  if (own === null) return "";
  // The line that is being written is not there yet.
  const written = attachmentsOf(item).filter((each) => item !== caret.item || each.line !== caret.line);
  const here = written.at(-1);
  const model: { item: Item; entry: Attachment } | null = here
    ? { item, entry: here }
    : (caret.nearby
        .filter((other) => other !== item)
        .flatMap((other) => attachmentsOf(other).map((entry) => ({ item: other, entry })))
        .at(-1) ?? null);
  if (!model) return `Bilag ${own}.1: `;
  const numbered = here
    ? majorityOf(written.map(({ number }) => number !== null)) !== false
    : model.entry.number !== null;
  const { entry } = model;
  if (!numbered || entry.number === null || entry.numberSpan === null) return "";
  const text = model.item.text;
  return (
    text.slice(entry.span.start, entry.numberSpan.start) +
    nextNumber(own, written, entry.number.includes(".")) +
    text.slice(entry.numberSpan.end, entry.nameSpan.start)
  );
}

/** The number behind the highest one. Some number within the item alone: `Bilag 1`, `Bilag 2`. */
function nextNumber(own: number, written: readonly Attachment[], dotted: boolean): string {
  const last = written.flatMap(({ number }) => {
    const parts = number?.split(".") ?? [];
    if (dotted ? parts.length !== 2 || Number(parts[0]) !== own : parts.length !== 1) return [];
    return Number(parts.at(-1));
  });
  const next = greatest([0, ...last]) + 1;
  return dotted ? `${own}.${next}` : String(next);
}
