import { type AttachmentCitation, attachmentCitationsIn } from "../model/attachmentCitations.ts";
import { attachmentsOf } from "../model/attachments.ts";
import { itemsThat } from "../model/inChunks.ts";
import { memo } from "../model/memo.ts";
import { sectionsOf } from "../model/sections.ts";
import type { Item } from "../syntax/nodes.ts";
import type { Stretch } from "../syntax/stretches.ts";
import { attachmentParts, nothing, readingOf } from "./reads.ts";
import { either, paragraphsOf, paragraphsWith } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly number: string | null;
  readonly hasList: boolean;
}

const attachmentsAndCitations = readingOf(
  (item) => [
    ...attachmentParts(item),
    { at: 0, words: String(sectionsOf(item, "bilag").length) },
    ...attachmentCitationsIn(item).map(({ number, span }) => ({ at: span.start, words: number ?? "" })),
  ],
  nothing,
);

export const attachmentCited = documentRule<State>({
  id: "attachment-cited",
  severity: "warning",
  ...attachmentsAndCitations,
  heeds: either(paragraphsOf("bilag"), paragraphsWith(/bilag/i)),
  *detect({ document, items, chunkOf }) {
    const isListedAnywhere = (number: string): boolean =>
      document.stretches.some((stretch) => numbersIn(stretch).has(number));
    for (const index of itemsWithOpenCitations(document)) {
      const item = items[index];
      if (!item) continue;
      const open = openCitations(item);
      const hasList = sectionsOf(item, "bilag").length > 0;
      const reported = new Set<string | null>();
      for (const { number, span } of open) {
        // One attachment that lacks is one finding, however often the text cites it.
        if (reported.has(number) || (number !== null && isListedAnywhere(number))) continue;
        reported.add(number);
        yield { chunk: chunkOf(index), span, state: { number, hasList } };
        if (!hasList) break;
      }
    }
  },
  message: {
    da: ({ number, hasList }) =>
      hasList && number !== null
        ? `Teksten henviser til bilag ${number}, men det står ikke på listen. Læseren leder forgæves: føj bilaget til listen, eller ret nummeret.`
        : `Teksten henviser til ${number === null ? "et bilag" : `bilag ${number}`}, men punktet har ingen liste over bilag. Læseren leder forgæves: tilføj afsnittet »Bilag«, eller ret teksten.`,
    en: ({ number, hasList }) =>
      hasList && number !== null
        ? `The text cites attachment ${number}, which is not on the list. Add it, or correct the number.`
        : `The text cites ${number === null ? "an attachment" : `attachment ${number}`}, but the item lists none. Add the section “Bilag”, or correct the text.`,
  },
});

/** The numbers that the lists of a stretch give. */
const numbersIn: (stretch: Stretch) => ReadonlySet<string> = memo(
  ({ chunks }) =>
    new Set(
      chunks.flatMap((chunk) =>
        chunk.kind === "item" ? attachmentsOf(chunk).flatMap(({ number }) => number ?? []) : [],
      ),
    ),
);

/** The citations that the item's list does not answer. */
const openCitations: (item: Item) => readonly AttachmentCitation[] = memo((item) => {
  const hasList = sectionsOf(item, "bilag").length > 0;
  return attachmentCitationsIn(item).filter((citation) => !isListed(item, hasList, citation));
});

const itemsWithOpenCitations = itemsThat((item) => openCitations(item).length > 0);

function isListed(item: Item, hasList: boolean, { number }: AttachmentCitation): boolean {
  if (number === null || !hasList) return hasList;
  const listed = attachmentsOf(item);
  // An empty list is another rule's finding, and one without numbers cannot be held against a number.
  if (listed.length === 0 || listed.some((each) => each.number === null || each.number === number))
    return true;
  const [first, ...rest] = number.split(".");
  // `bilag 2` is the second on the list, or 3.2.
  if (rest.length === 0) return Number(number) >= 1 && Number(number) <= listed.length;
  // 3.2 is listed as 2.2 under item 3: the number on the list is the finding.
  return (
    Number(first) === item.heading.number &&
    listed.some((attachment) => {
      const [wrong, ...same] = attachment.number?.split(".") ?? [];
      return Number(wrong) !== item.heading.number && same.join(".") === rest.join(".");
    })
  );
}
