import { readBodyBlocks } from "./blocks.ts";
import { ChunkLines } from "./chunkLines.ts";
import { type ItemHeading, plainHeading, readNumberedHeading, readUnnumberedHeading } from "./itemHeading.ts";
import { readJournalNumber } from "./journalNumber.ts";
import type { Block, BodyBlock, Item, JournalNumberBlock, Section } from "./nodes.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Reads an item whose first line is its heading. */
export function readItem(text: string, last: boolean, vocabulary: Vocabulary): Item {
  const lines = new ChunkLines(text, last);
  const heading = readHeading(lines);
  const journal = findJournalNumber(lines);
  const body = readBodyBlocks(lines, journal ? journal.line + 1 : 1, vocabulary);
  // A list and no `push(...)`: as arguments of one call a long item's blocks are too many.
  const blocks: Block[] = [
    { kind: "itemHeading", ...lines.place(0, 1) },
    ...(journal ? [...readBlankLines(lines, 1, journal.line), journal] : []),
    ...body,
  ];
  const { intro, sections } = groupSections(body, text.length, lines.count);
  return {
    kind: "item",
    text,
    masked: lines.masked,
    comments: lines.comments,
    unclosedComment: lines.unclosedComment,
    lineStarts: lines.starts,
    last,
    heading,
    journalNumber: journal ? journal.journalNumber : null,
    blocks,
    intro,
    sections,
  };
}

function readHeading(lines: ChunkLines): ItemHeading {
  // Behind the byte order mark, where the document begins with one and has no head.
  const start = lines.contentStart(0);
  const end = lines.end(0);
  return withoutCommentInLead(
    lines,
    readNumberedHeading(lines.masked, start, end) ??
      readUnnumberedHeading(lines.masked, start, end) ??
      // The chunks are cut at headings; should the two ever disagree, the line is a title, and nothing is lost.
      plainHeading(lines.masked, start, end),
  );
}

/** Of the blanks between title and time that a comment is masked by only one counts. */
function withoutCommentInLead({ text, masked }: ChunkLines, heading: ItemHeading): ItemHeading {
  const { time, titleSpan } = heading;
  if (!time || time.type === "duration") return heading;
  const written = masked.slice(titleSpan.end, time.span.start);
  if (written === text.slice(titleSpan.end, time.span.start)) return heading;
  const lead = written.replace(/[ \t]+/g, " ");
  return { ...heading, time: { ...time, form: { ...time.form, lead } } };
}

/** The journal number stands directly under the heading; blank lines between the two are overlooked. */
function findJournalNumber(lines: ChunkLines): JournalNumberBlock | null {
  let line = 1;
  while (line < lines.count && lines.isBlank(line)) line++;
  if (line >= lines.count) return null;
  const journalNumber = readJournalNumber(lines.masked, lines.contentStart(line), lines.end(line));
  return journalNumber ? { kind: "journalNumber", journalNumber, ...lines.place(line, line + 1) } : null;
}

function readBlankLines(lines: ChunkLines, from: number, to: number): Block[] {
  const blocks: Block[] = [];
  for (let line = from; line < to; line++) {
    blocks.push({ kind: lines.isComment(line) ? "comment" : "blank", ...lines.place(line, line + 1) });
  }
  return blocks;
}

function groupSections(
  body: readonly BodyBlock[],
  end: number,
  lineEnd: number,
): { intro: BodyBlock[]; sections: Section[] } {
  const intro: BodyBlock[] = [];
  const sections: (Section & { blocks: BodyBlock[] })[] = [];
  for (const block of body) {
    if (block.kind === "sectionHeading") {
      const before = sections.at(-1);
      if (before) sections[sections.length - 1] = { ...before, end: block.start, lineEnd: block.line };
      sections.push({
        kind: block.heading.kind,
        heading: block.heading,
        line: block.line,
        start: block.start,
        end,
        lineEnd,
        blocks: [],
      });
    } else {
      (sections.at(-1)?.blocks ?? intro).push(block);
    }
  }
  return { intro, sections };
}
