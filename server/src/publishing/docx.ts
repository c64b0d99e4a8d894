import { Document, Packer } from "docx";
import type { PageLayout } from "../model/pageLayout.ts";
import { danishDate } from "../calendar/date.ts";
import { BlockWriter } from "./docx/blocks.ts";
import { Bookmarks } from "./docx/bookmarks.ts";
import { footnotes, withOwnMarks } from "./docx/footnotes.ts";
import { frame } from "./docx/frame.ts";
import { headParts } from "./docx/head.ts";
import { InlineWriter } from "./docx/inline.ts";
import { closedParts, itemParts } from "./docx/item.ts";
import { accentOf, layoutForWord, pageOf, textWidth } from "./docx/layout.ts";
import { Notes } from "./docx/notes.ts";
import { Numbering } from "./docx/numbering.ts";
import { withProperties } from "./docx/properties.ts";
import { settled } from "./docx/pack.ts";
import { styles } from "./docx/styles.ts";
import { withMoreStyles } from "./docx/moreStyles.ts";
import { withTableNames } from "./docx/table.ts";
import { words } from "./words.ts";
import type { RenderDocument } from "./renderModel.ts";
import { kindNames, shortTitle } from "./title.ts";

export interface DocxOptions {
  readonly layout?: Partial<PageLayout>;
  /** When the document was published, as RFC 3339 has it; nothing is said of it where that is not given. */
  readonly modified?: string | null;
}

/**
 * A document for Word: its styles, lists, notes, contents and references are Word's own, so that whoever receives it can go
 * on with it. Runs in Node and in a browser alike. The same document gives the same bytes.
 */
export async function docx(document: RenderDocument, options: DocxOptions = {}): Promise<Uint8Array> {
  const layout = layoutForWord(options.layout);
  const notes = new Notes(document);
  const numbering = new Numbering();
  const bookmarks = new Bookmarks();
  const inline = new InlineWriter(bookmarks, notes);
  const writer = new BlockWriter(inline, notes, numbering, textWidth(layout));
  const head = headParts(document, inline, bookmarks);
  const items = document.items.flatMap((item, index) => {
    if (item.type === "item") return itemParts(item, layout.itemPerPage && item.kind !== "pause", writer);
    // Of several that follow each other there is but a line each: they share a page.
    const isFresh = layout.itemPerPage && document.items[index - 1]?.type !== "closed";
    return closedParts(item, document.kind, isFresh, writer);
  });
  const { body } = document.meeting;
  const word = new Document({
    title: shortTitle(document),
    subject: subject(document),
    creator: body ?? kindNames[document.kind],
    lastModifiedBy: body ?? kindNames[document.kind],
    styles: styles(layout),
    numbering: { config: numbering.definitions() },
    footnotes: footnotes(notes, inline),
    sections: [
      {
        properties: {
          titlePage: true,
          page: pageOf(layout),
        },
        ...frame(document, layout),
        children: [...head, ...items],
      },
    ],
  });
  const packed = new Uint8Array(await Packer.toArrayBuffer(word));
  return settled(packed, {
    "docProps/core.xml": (xml) =>
      withProperties(xml, {
        language: "da-DK",
        status: document.state ? words.state[document.state] : null,
        modified: options.modified ?? null,
      }),
    "word/document.xml": (xml) => withTableNames(xml, writer.tableNames),
    "word/styles.xml": (xml) => withMoreStyles(xml, accentOf(layout), textWidth(layout)),
    "word/footnotes.xml": (xml) => withOwnMarks(xml, notes),
  });
}

function subject({ kind, meeting: { date } }: RenderDocument): string {
  const what = kind === "referat" ? "Referat af møde" : "Dagsorden for møde";
  return date === null ? what : `${what} den ${danishDate(date)}`;
}
