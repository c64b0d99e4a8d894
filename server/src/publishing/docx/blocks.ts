import { Paragraph, type Table as WordTable } from "docx";
import type { AttachmentList, Block, Footnote, List, RenderAttachment, Table } from "../renderModel.ts";
import type { Child, InlineWriter } from "./inline.ts";
import type { Notes } from "./notes.ts";
import type { Numbering } from "./numbering.ts";
import { runs } from "./runs.ts";
import { boxIndent } from "./styles.ts";
import { tables } from "./table.ts";
import { words as common } from "../words.ts";
import { words } from "./words.ts";

/** What follows each other in the body of a document. */
export type BodyPart = Paragraph | WordTable;

/** The styles of the blocks in a part of an item. */
export interface BlockStyles {
  readonly body: string | null;
  readonly subheading: string;
  readonly bullet: string;
  readonly number: string;
  /** Of the text, in twips. */
  readonly indent: number;
}

export const introStyles: BlockStyles = {
  body: null,
  subheading: "Heading2",
  bullet: "ListBullet",
  number: "ListNumber",
  indent: 0,
};
export const sectionStyles: BlockStyles = { ...introStyles, subheading: "Heading3" };

/** Those of a recommendation or a decision. */
export function boxed(name: "Indstilling" | "Beslutning"): BlockStyles {
  return {
    body: name,
    subheading: `${name}sunderoverskrift`,
    bullet: `${name}sliste`,
    number: `${name}sliste`,
    indent: boxIndent,
  };
}

/** Writes the blocks of a document, which counts its tables. */
export class BlockWriter {
  /** Of the tables that were written, in order. */
  readonly tableNames: string[] = [];
  private tables = 0;

  constructor(
    readonly inline: InlineWriter,
    private readonly notes: Notes,
    private readonly numbering: Numbering,
    /** Of the text, in twips. */
    private readonly width: number,
  ) {}

  blocks(blocks: readonly Block[], styles: BlockStyles): BodyPart[] {
    return blocks.flatMap((block) => this.block(block, styles));
  }

  private block(block: Block, styles: BlockStyles): BodyPart[] {
    switch (block.type) {
      case "paragraph":
        return [this.paragraph(this.inline.children(block.content), styles.body)];
      case "subheading":
        return [this.paragraph(this.inline.children(block.content), styles.subheading)];
      case "list":
        return this.list(block, 0, styles);
      case "table":
        return this.table(block);
      case "attachments":
        return this.attachments(block);
      case "footnote":
        return this.footnote(block);
    }
  }

  private paragraph(children: readonly Child[], style: string | null): Paragraph {
    return new Paragraph({ ...(style === null ? {} : { style }), children });
  }

  private list(list: List, level: number, styles: BlockStyles): Paragraph[] {
    const places = this.numbering.places(list, level, styles.indent);
    return list.entries.flatMap(({ content, lists }, index) => {
      const place = places[index];
      return [
        new Paragraph({
          style: list.style === "bullet" ? styles.bullet : styles.number,
          ...(place ? { numbering: place } : {}),
          children: this.inline.children(content),
        }),
        ...lists.flatMap((each) => this.list(each, level + 1, styles)),
      ];
    });
  }

  private table(table: Table): BodyPart[] {
    const number = ++this.tables;
    const parts = tables(table, this.width, this.inline);
    parts.forEach((_, index) => this.tableNames.push(words.table(number, index + 1, parts.length)));
    return parts.flatMap(({ table: part, from, to }) => [
      ...(parts.length === 1
        ? []
        : [
            new Paragraph({
              style: "Tabeltekst",
              keepNext: true,
              children: runs(common.columns(from, to, table.width)),
            }),
          ]),
      part,
      // Without a paragraph between them, Word takes two tables for one.
      new Paragraph({ style: "Tabelafstand" }),
    ]);
  }

  private attachments({ entries }: AttachmentList): Paragraph[] {
    return entries.map((attachment) => this.attachment(attachment));
  }

  private attachment({ anchor, label, content, address }: RenderAttachment): Paragraph {
    const isLinked = address === null || content.some(({ type }) => type === "link" || type === "reference");
    const name = isLinked ? this.inline.children(content) : [this.inline.linked(content, address)];
    const before = label === "" ? [] : runs(`${label} `);
    return new Paragraph({ style: "Bilag", children: [this.inline.marked(anchor, [...before, ...name])] });
  }

  /** A footnote that nothing leads to, which Word has no place for, where it stands. */
  private footnote({ anchor, number, content }: Footnote): Paragraph[] {
    if (this.notes.get(anchor)) return [];
    const children = [...runs(`[${number}] `), ...this.inline.children(content)];
    return [new Paragraph({ style: "FootnoteText", children })];
  }
}
