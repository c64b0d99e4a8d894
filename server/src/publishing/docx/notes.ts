import type { Block, Footnote, HeadBlock, Inline, List, RenderDocument } from "../renderModel.ts";

/**
 * The footnotes of a document, numbered for Word in the order in which the text leads to them. Word has no note that nothing
 * leads to, and no mark within a note: such a note stays a paragraph where it stands, such a mark a link.
 */
export class Notes {
  private readonly notes = new Map<string, Footnote>();
  private readonly ids = new Map<string, NoteId>();
  /** What Word counted to, which counts the notes that it numbers itself. */
  private counted = 0;

  constructor(document: RenderDocument) {
    for (const block of blocksOf(document))
      if (block.type === "footnote") this.notes.set(block.anchor, block);
    for (const content of contentsOf(document)) this.read(content);
  }

  /** The note that an anchor leads to; null where it stays a paragraph. */
  get(anchor: string): NoteId | null {
    return this.ids.get(anchor) ?? null;
  }

  /** All that are Word's own. */
  all(): NoteId[] {
    return [...this.ids.values()];
  }

  private read(content: readonly Inline[]): void {
    for (const inline of content) {
      if ("content" in inline) this.read(inline.content);
      if (inline.type !== "footnoteMark" || inline.note === null || inline.anchor === null) continue;
      const note = this.notes.get(inline.note);
      if (!note || this.ids.has(note.anchor)) continue;
      const counts = note.number === String(this.counted + 1);
      if (counts) this.counted++;
      this.ids.set(note.anchor, { id: this.ids.size + 1, note, first: inline.anchor, counts });
    }
  }
}

export interface NoteId {
  /** Word's. */
  readonly id: number;
  readonly note: Footnote;
  /** The anchor of the mark that bears the note. */
  readonly first: string;
  /** Word's count gives the number that is written; else the number is the note's own mark. */
  readonly counts: boolean;
}

function* blocksOf({ items }: RenderDocument): Iterable<Block> {
  for (const item of items)
    if (item.type === "item") {
      yield* item.intro;
      for (const { blocks } of item.sections) yield* blocks;
    }
}

/** Running text in the order in which it is read, but for that of the notes. */
function* contentsOf(document: RenderDocument): Iterable<readonly Inline[]> {
  for (const block of document.head) yield* ofHead(block);
  for (const block of blocksOf(document)) yield* ofBlock(block);
}

function* ofHead(block: HeadBlock): Iterable<readonly Inline[]> {
  if (block.type === "paragraph") yield block.content;
  if (block.type === "field" && block.persons === null) yield block.value;
}

function* ofBlock(block: Block): Iterable<readonly Inline[]> {
  switch (block.type) {
    case "paragraph":
    case "subheading":
      yield block.content;
      break;
    case "list":
      yield* ofList(block);
      break;
    case "table":
      for (const row of block.header ? [block.header, ...block.rows] : block.rows) yield* row.cells;
      break;
    case "attachments":
      for (const { content } of block.entries) yield content;
      break;
    case "footnote":
      break;
  }
}

function* ofList({ entries }: List): Iterable<readonly Inline[]> {
  for (const { content, lists } of entries) {
    yield content;
    for (const list of lists) yield* ofList(list);
  }
}
