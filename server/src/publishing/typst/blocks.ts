import type { AttachmentList, Block, Footnote, List, ListEntry } from "../renderModel.ts";
import { array, call, joined, literal } from "./code.ts";
import { type InlineWriter, lineCode } from "./inline.ts";
import { tableCode } from "./table.ts";

/** Writes the blocks of a document, each as an expression of its own. */
export class BlockWriter {
  private readonly spots = new Set<string>();

  /** `width` is that of the text on a page, in mm. */
  constructor(
    readonly inline: InlineWriter,
    private readonly width: number,
  ) {}

  /** `level` is that of the subheadings; `inset` is by how many mm these blocks are narrower than the page's text. */
  blocks(blocks: readonly Block[], level: number, inset = 0): string[] {
    return blocks.flatMap((block) => this.block(block, level, inset));
  }

  private block(block: Block, level: number, inset: number): string[] {
    switch (block.type) {
      case "paragraph":
        return [call("p", lineCode(block.line, block.content), this.inline.content(block.content))];
      case "subheading":
        return [
          call(
            "part",
            String(level),
            lineCode(block.line, block.content),
            this.inline.contentWithoutNotes(block.content),
          ),
        ];
      case "list":
        return [this.list(block)];
      case "table":
        return tableCode(block, this.inline, this.width - inset);
      case "attachments":
        return [this.attachments(block)];
      case "footnote":
        return this.footnote(block);
    }
  }

  private list({ style, entries }: List): string {
    const marks = entries.map(({ mark }) => literal(style === "bullet" ? bullet(mark) : mark));
    const items = entries.map((entry) => this.entry(entry));
    return call(style === "bullet" ? "bullets" : "numbers", array(marks), array(items));
  }

  private entry({ line, content, lists }: ListEntry): string {
    return joined([
      call("at", lineCode(line, content)),
      this.inline.content(content),
      ...lists.map((list) => this.list(list)),
    ]);
  }

  private attachments({ entries }: AttachmentList): string {
    const rows = entries.map(({ line, anchor, label, content, address }) => {
      const name = this.inline.content(content);
      const isLinked = content.some(({ type }) => type === "link" || type === "reference");
      const linked = address === null || isLinked ? name : call("leads", literal(address), name);
      const at = lineCode(line, content);
      // What is there no more can bear the name of what is there.
      const spot = this.spots.has(anchor) ? "none" : literal(anchor);
      this.spots.add(anchor);
      return `(${at}, ${spot}, ${literal(label)}, ${linked})`;
    });
    return call("attachments", array(rows));
  }

  /** Footnotes stand at the foot of the page that marks them; one that nothing has marked stands where it was written. */
  private footnote(note: Footnote): string[] {
    if (this.inline.hasWritten(note)) return [];
    this.inline.standsInText(note);
    const { anchor, number, line, content } = note;
    const body = this.inline.contentWithoutNotes(content);
    return [
      call("small", String(line), joined([call("spot", literal(anchor)), literal(`${number} `), body])),
    ];
  }
}

/** A hyphen was typed for a dash, a star for a dot. */
function bullet(mark: string): string {
  return /^[-–—]/.test(mark) ? "–" : "•";
}
