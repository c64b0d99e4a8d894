import type { Attachment } from "../model/attachments.ts";
import { fileKey, fileKeysOf } from "../model/attachmentFiles.ts";
import { statementsOf } from "../model/sections.ts";
import type { Recommendation } from "../model/recommendations.ts";
import type { BodyBlock, FootnoteBlock, Item, ListBlock, ParagraphBlock } from "../syntax/nodes.ts";
import { append } from "../text/many.ts";
import { type Span, span, trimmed } from "../text/span.ts";
import { plainText } from "../model/plainText.ts";
import { attachmentsIn } from "./attachmentBlocks.ts";
import { cleanText } from "./cleanText.ts";
import { type LineEnds, readInline } from "./inline.ts";
import { type FlatEntry, isList, nestedLists } from "./lists.ts";
import { fileAddress, type Places } from "./places.ts";
import type { Block, Footnote, Inline, Paragraph, RenderAttachment } from "./renderModel.ts";
import { readTable } from "./table.ts";

/** Where blocks are read: their item, and what is known of it. */
export interface ItemContext {
  readonly places: Places;
  readonly item: Item;
  /** The indices of the item and of its chunk. */
  readonly index: number;
  readonly chunk: number;
  /** The line of the document at which it begins. */
  readonly firstLine: number;
  /** By their lines in the item; empty outside of an indstilling. */
  readonly recommendations: ReadonlyMap<number, Recommendation>;
  /** The blocks list attachments. */
  readonly attachments: boolean;
  readonly lineEnds: LineEnds;
  /** The files that the output lies beside, by their keys. */
  readonly files: ReadonlyMap<string, string>;
}

/** Reads blocks of an item, in order. Blank lines and comments are none. */
export function readBlocks(context: ItemContext, blocks: readonly BodyBlock[]): Block[] {
  const worded = blocks.filter(({ kind }) => kind !== "blank" && kind !== "comment");
  const found: Block[] = [];
  let attachments: RenderAttachment[] = [];
  let index = 0;
  while (index < worded.length) {
    const block = worded[index];
    if (!block) break;
    let end = index + 1;
    const listed = context.attachments ? attachmentsIn(context.item, block) : null;
    if (listed) {
      // Lists of attachments that follow each other are one, however their lines are set apart.
      if (found.at(-1)?.type !== "attachments") {
        attachments = [];
        found.push({ type: "attachments", line: context.firstLine + block.line, entries: attachments });
      }
      for (const attachment of listed) attachments.push(attachmentEntry(context, block, attachment));
    } else if (block.kind === "list") {
      const lists = [block];
      for (let next = worded[end]; next && isList(next); next = worded[end]) {
        if (context.attachments && attachmentsIn(context.item, next)) break;
        lists.push(next);
        end++;
      }
      append(found, nestedLists(lists.flatMap((list) => flatEntries(context, list))));
    } else append(found, otherBlock(context, block));
    index = end;
  }
  return found;
}

function otherBlock(context: ItemContext, block: BodyBlock): Block[] {
  const line = context.firstLine + block.line;
  switch (block.kind) {
    case "paragraph":
      return paragraphs(context, block);
    case "subheading":
      return [{ type: "subheading", line, content: inlineOf(context, block.wordsSpan) }];
    case "table":
      return [readTable(context.places, context.chunk, block, context.firstLine)];
    case "footnote":
      return [footnote(context, block)];
    // A section's heading is read with its section, and what holds no words is no block.
    case "list":
    case "sectionHeading":
    case "blank":
    case "comment":
      return [];
  }
}

function inlineOf({ places, chunk, lineEnds }: ItemContext, range: Span): Inline[] {
  return readInline(places, chunk, range, lineEnds);
}

/** A paragraph; the lines of an indstilling that recommend something are paragraphs of their own. */
function paragraphs(context: ItemContext, block: ParagraphBlock): Paragraph[] {
  const { item, firstLine, recommendations } = context;
  const statements = statementsOf(item, [block]);
  const stretches: { line: number; span: Span; recommendation: Recommendation | null }[] = [];
  for (const { line, span: at } of statements) {
    const recommendation = recommendations.get(line) ?? null;
    const last = stretches.at(-1);
    if (last && !recommendation && !last.recommendation) last.span = span(last.span.start, at.end);
    else stretches.push({ line, span: at, recommendation });
  }
  return stretches.map(({ line, span: at, recommendation }) => ({
    type: "paragraph",
    line: firstLine + line,
    content: inlineOf(context, at),
    recommendation: recommendation && { outcomes: recommendation.outcomes },
  }));
}

function flatEntries(context: ItemContext, block: ListBlock): FlatEntry[] {
  const { item, firstLine, recommendations } = context;
  return block.entries.map((source) => {
    const { mark, line, text } = source;
    const recommendation = recommendations.get(line);
    return {
      source,
      line: firstLine + line,
      mark: cleanText(plainText(item, span(mark.ordinalSpan.start, mark.text.start))),
      ordinal: mark.ordinal,
      content: inlineOf(context, text),
      recommendation: recommendation ? { outcomes: recommendation.outcomes } : null,
    };
  });
}

function footnote(context: ItemContext, block: FootnoteBlock): Footnote {
  const { places, item, chunk, firstLine } = context;
  const { number, numberSpan } = block.footnote;
  const caret = item.masked[numberSpan.start - 2] === "^" ? 1 : 0;
  const anchor = places.note(chunk, numberSpan.start - 1 - caret) ?? "";
  const behind = numberSpan.end + (item.masked[numberSpan.end + 1] === ":" ? 2 : 1);
  return {
    type: "footnote",
    line: firstLine + block.line,
    anchor,
    number,
    content: inlineOf(context, trimmed(item.masked, span(behind, block.end))),
    marks: places.marksOf(anchor),
  };
}

function attachmentEntry(context: ItemContext, block: BodyBlock, attachment: Attachment): RenderAttachment {
  const { places, item, index, firstLine } = context;
  const { line, number, name, nameSpan } = attachment;
  const mark = isList(block) ? block.entries.find((entry) => entry.line === line)?.mark : undefined;
  // The number of a list is a part of what is written, the bullet is none.
  const start = mark && mark.type !== "bullet" ? mark.ordinalSpan.start : attachment.span.start;
  const file = fileKeysOf(item, attachment)
    .map((key) => context.files.get(key))
    .find((found) => found);
  return {
    line: firstLine + line,
    anchor: places.attachment(index, line) ?? "",
    number,
    label: cleanText(plainText(item, span(start, nameSpan.start))),
    name: cleanText(name),
    content: inlineOf(context, nameSpan),
    address: file === undefined ? null : fileAddress(file),
  };
}

/** The files of a folder by what they are known by. */
export function filesByKey(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [fileKey(name), name]));
}
