import { contentsOf } from "../model/contents.ts";
import { classifyTitle } from "../model/itemKind.ts";
import { memo } from "../model/memo.ts";
import { personsOf } from "../model/participants.ts";
import { plainText } from "../model/plainText.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Block, Field, Preamble, TitleLine } from "../syntax/nodes.ts";
import { listsPersons } from "../syntax/vocabulary.ts";
import { append } from "../text/many.ts";
import { span } from "../text/span.ts";
import { withCapital, wordsIn } from "../text/spelling.ts";
import { cleanText } from "./cleanText.ts";
import { readInline } from "./inline.ts";
import type { Places } from "./places.ts";
import type { ContentsEntry, FieldBlock, HeadBlock, ListedPerson, TitleBlock } from "./renderModel.ts";

/** Reads what stands before the first item. */
export function readHead(places: Places): HeadBlock[] {
  const { document } = places;
  return document.preambles.flatMap((chunk, index) => {
    const firstLine = document.lineOf(index);
    const entries = new Map(contentsEntries(places, index).map((entry) => [entry.line, entry]));
    const found: HeadBlock[] = [];
    let listed: ContentsEntry[] | null = null;
    for (const block of chunk.blocks) {
      const line = firstLine + block.line;
      if (block.kind === "contentsHeading") {
        const heading = cleanText(plainText(chunk, block.wordsSpan));
        listed = [];
        found.push({ type: "contents", line, heading, entries: listed });
      } else if (block.kind === "contentsEntry") {
        const entry = entries.get(line);
        if (!entry) continue;
        if (!listed) {
          listed = [];
          found.push({ type: "contents", line, heading: "", entries: listed });
        }
        listed.push(entry);
      } else {
        const read = readBlock(places, chunk, index, block, firstLine);
        if (read.length > 0) listed = null;
        append(found, read);
      }
    }
    return found;
  });
}

function readBlock(
  places: Places,
  chunk: Preamble,
  index: number,
  block: Block,
  firstLine: number,
): HeadBlock[] {
  const line = firstLine + block.line;
  switch (block.kind) {
    case "titleLine":
      return [readTitle(chunk, block.titleLine, line)];
    case "field":
      return [readField(places, chunk, index, block.field, line)];
    case "paragraph":
      return [
        { type: "paragraph", line, content: readInline(places, index, block.text), recommendation: null },
      ];
    default:
      return [];
  }
}

function readTitle(
  chunk: Preamble,
  { kindSpan, bodySpan, span: whole }: TitleLine,
  line: number,
): TitleBlock {
  const words = (start: number, end: number): string => cleanText(plainText(chunk, span(start, end)));
  return {
    type: "title",
    line,
    kind: words(kindSpan.start, kindSpan.end),
    body: bodySpan ? words(bodySpan.start, bodySpan.end) : "",
    rest: words((bodySpan ?? kindSpan).end, whole.end),
  };
}

function readField(places: Places, chunk: Preamble, index: number, field: Field, line: number): FieldBlock {
  const { labelSpan, valueSpan } = field;
  return {
    type: "field",
    line,
    name: field.name,
    label: cleanText(plainText(chunk, labelSpan)),
    value: readInline(places, index, valueSpan),
    persons:
      listsPersons(field.name) && places.atomsIn(index, valueSpan).length === 0
        ? personList(chunk, field)
        : null,
  };
}

/** The persons of a field, where they are all that it says, word for word. */
function personList(chunk: Preamble, field: Field): ListedPerson[] | null {
  const value = plainText(chunk, field.valueSpan);
  const persons = personsOf(chunk, field);
  if (persons.length < 2) return null;
  const said = wordsIn(value.toLowerCase()).filter((word) => word !== "og" && word !== "samt");
  const listed: ListedPerson[] = [];
  let at = 0;
  const takes = (words: string): boolean => {
    const wanted = wordsIn(words.toLowerCase()).filter((word) => word !== "og" && word !== "samt");
    const same = wanted.every((word, index) => said[at + index] === word);
    if (same) at += wanted.length;
    return same;
  };
  for (const { name, affiliation } of persons) {
    if (!takes(name)) return null;
    // `(Fravær)` stands behind the affiliation or before it.
    let absence = absenceAt(said, at);
    if (absence !== null) takes(absence);
    if (affiliation !== null) {
      if (absence !== null || !takes(affiliation)) return null;
      absence = absenceAt(said, at);
      if (absence !== null) takes(absence);
    }
    listed.push({
      name: cleanText(name),
      affiliation: affiliation === null ? null : cleanText(affiliation),
      absence: absence === null ? null : withCapital(absence),
    });
  }
  return at === said.length ? listed : null;
}

function absenceAt(said: readonly string[], at: number): string | null {
  const word = said[at] ?? "";
  if (word === "med" && said[at + 1] === "afbud") return "med afbud";
  return word === "afbud" || word.startsWith("fravær") ? word : null;
}

const hidesTitles: (places: Places) => boolean = memo(
  ({ document, shown }) =>
    document.items.some((_, index) => !shown.title(index)) ||
    (shown.hidesClosed &&
      contentsOf(document).some(({ item, words }) => item === null && classifyTitle(words).closed)),
);

type ContentsLine = ReturnType<typeof contentsOf>[number];

/** The lines of the contents that stand in one of the preambles. */
function linesOf(document: ReferatDocument, chunk: number): readonly ContentsLine[] {
  return linesByChunk(document).get(chunk) ?? [];
}

const linesByChunk: (document: ReferatDocument) => ReadonlyMap<number, readonly ContentsLine[]> = memo(
  (document) => {
    const found = new Map<number, ContentsLine[]>();
    for (const line of contentsOf(document)) {
      const same = found.get(line.index);
      if (same) same.push(line);
      else found.set(line.index, [line]);
    }
    return found;
  },
);

/**
 * The entries of one of the preambles. Where an item is not shown, only what surely belongs to another is: an entry that no
 * heading answers may be a part of its title, and one that differs from its heading is shown as the heading.
 */
function contentsEntries(places: Places, chunkIndex: number): ContentsEntry[] {
  const { document, shown } = places;
  const hides = hidesTitles(places);
  const firstLine = document.lineOf(chunkIndex);
  return linesOf(document, chunkIndex).flatMap(({ chunk, entry, item, difference }): ContentsEntry[] => {
    if (hides && (item === null || !shown.title(item))) return [];
    const heading = item === null ? undefined : document.items[item];
    const title = heading ? cleanText(plainText(heading, heading.heading.fullTitleSpan)) : null;
    const asHeading = hides && difference !== "same";
    const written = cleanText(plainText(chunk, entry.textSpan));
    return [
      {
        line: firstLine + entry.line,
        text: asHeading ? (title ?? written) : written,
        full: difference === "cut" ? title : null,
        page: entry.page,
        anchor: item === null ? null : places.item(item),
      },
    ];
  });
}
