import type { Span } from "../text/span.ts";
import type { DateMention } from "../calendar/dateText.ts";
import type { ContentsEntry } from "./contentsEntry.ts";
import type { FootnoteText } from "./footnote.ts";
import type { ItemHeading } from "./itemHeading.ts";
import type { JournalNumber } from "./journalNumber.ts";
import type { ListMark } from "./listEntry.ts";
import type { SectionHeading } from "./sectionHeading.ts";
import type { SectionKind } from "./vocabulary.ts";

/**
 * The syntax tree. A document is a list of chunks: a head, perhaps contents, and items. A chunk is a list of blocks, and
 * every line of it lies in exactly one of them. All offsets and lines in a chunk count from its start, and nothing in it
 * ever changes: an edit makes new chunks where it must and keeps the others.
 */
interface BlockBase extends Span {
  /** The first line, counted from the chunk's first. */
  readonly line: number;
  readonly lineCount: number;
}

/** Lines that hold nothing, or nothing but a comment. */
export interface BlankBlock extends BlockBase {
  readonly kind: "blank" | "comment";
}

export interface TitleLineBlock extends BlockBase {
  readonly kind: "titleLine";
  readonly titleLine: TitleLine;
}

export interface FieldBlock extends BlockBase {
  readonly kind: "field";
  readonly field: Field;
}

export interface ContentsHeadingBlock extends BlockBase {
  readonly kind: "contentsHeading";
  readonly wordsSpan: Span;
}

export interface ContentsEntryBlock extends BlockBase {
  readonly kind: "contentsEntry";
  readonly entry: ContentsEntry;
}

export interface ItemHeadingBlock extends BlockBase {
  readonly kind: "itemHeading";
}

export interface JournalNumberBlock extends BlockBase {
  readonly kind: "journalNumber";
  readonly journalNumber: JournalNumber;
}

export interface SectionHeadingBlock extends BlockBase {
  readonly kind: "sectionHeading";
  readonly heading: SectionHeading;
}

export interface SubheadingBlock extends BlockBase {
  readonly kind: "subheading";
  readonly wordsSpan: Span;
}

export interface ParagraphBlock extends BlockBase {
  readonly kind: "paragraph";
  /** From the first word to the last. */
  readonly text: Span;
}

export interface ListBlock extends BlockBase {
  readonly kind: "list";
  readonly entries: readonly ListEntry[];
}

export interface ListEntry {
  readonly mark: ListMark;
  /** 0 for the outermost entries of the list. */
  readonly level: number;
  readonly line: number;
  readonly lineCount: number;
  /** The text without the mark, over all its lines. */
  readonly text: Span;
}

export interface TableBlock extends BlockBase {
  readonly kind: "table";
}

export interface FootnoteBlock extends BlockBase {
  readonly kind: "footnote";
  readonly footnote: FootnoteText;
}

export type BodyBlock =
  | BlankBlock
  | SectionHeadingBlock
  | SubheadingBlock
  | ParagraphBlock
  | ListBlock
  | TableBlock
  | FootnoteBlock;

export type Block =
  | BodyBlock
  | ItemHeadingBlock
  | JournalNumberBlock
  | TitleLineBlock
  | FieldBlock
  | ContentsHeadingBlock
  | ContentsEntryBlock;

/** `REFERAT Kulturudvalget i Havneby d. 04-03-2026` */
export interface TitleLine {
  readonly kind: "referat" | "dagsorden";
  readonly kindSpan: Span;
  /** The kind is not in capitals. */
  readonly kindMiswritten: boolean;
  readonly body: string | null;
  readonly bodySpan: Span | null;
  readonly date: DateMention | null;
  readonly span: Span;
}

export interface Field {
  /** The field's name as `parse` gives it: mødedato, mødested … */
  readonly name: string;
  readonly labelSpan: Span;
  /** From the first word of the value to the last, over all its lines. */
  readonly valueSpan: Span;
}

interface ChunkBase {
  readonly text: string;
  /** The text with comments made blank; equal to `text` where there are none. */
  readonly masked: string;
  readonly comments: readonly Span[];
  /** It holds a `<!--` that nothing closes, here or further on. */
  readonly unclosedComment: boolean;
  readonly lineStarts: readonly number[];
  /** The last chunk has the empty line behind the document's last line end. */
  readonly last: boolean;
  readonly blocks: readonly Block[];
}

export interface Preamble extends ChunkBase {
  readonly kind: "head" | "contents";
  readonly titleLine: TitleLine | null;
  readonly fields: readonly Field[];
  readonly entries: readonly ContentsEntry[];
  /** `Indholdsfortegnelse`, in a chunk of that kind. */
  readonly contentsHeading: ContentsHeadingBlock | null;
}

export interface Item extends ChunkBase {
  readonly kind: "item";
  readonly heading: ItemHeading;
  readonly journalNumber: JournalNumber | null;
  /** What stands between the heading and the first section. */
  readonly intro: readonly BodyBlock[];
  readonly sections: readonly Section[];
}

export interface Section extends Span {
  readonly kind: SectionKind;
  readonly heading: SectionHeading;
  /** The line of the heading. */
  readonly line: number;
  /** The line behind the last one of the section. */
  readonly lineEnd: number;
  /** What stands under the heading. */
  readonly blocks: readonly BodyBlock[];
}

export type Chunk = Preamble | Item;
