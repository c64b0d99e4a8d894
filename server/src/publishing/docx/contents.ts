import { BuilderElement, FileChild, InternalHyperlink, Paragraph, type XmlComponent } from "docx";
import { words } from "../words.ts";
import type { ContentsBlock, RenderDocument } from "../renderModel.ts";
import type { Bookmarks } from "./bookmarks.ts";
import { fieldBegin, fieldEnd } from "./field.ts";
import { headingText } from "./heading.ts";
import { runs } from "./runs.ts";

/**
 * Word's own contents, made of the headings, which Word brings up to date when it is asked to; and below it what else the
 * document's contents say. Without headings there is nothing but what the document says.
 */
export function contentsParts(
  block: ContentsBlock | null,
  document: RenderDocument,
  bookmarks: Bookmarks,
): (Paragraph | FileChild)[] {
  const heading = new Paragraph({ style: "TOCHeading", children: runs(block?.heading || words.contents) });
  const headings = document.items.flatMap(({ anchor, label, title }) =>
    anchor === null || title === null
      ? []
      : [{ text: headingText(label, title), bookmark: bookmarks.name(anchor) }],
  );
  const others = block ? plainEntries(block, (anchor) => anchor === null || headings.length === 0) : [];
  if (headings.length === 0) return block ? [heading, ...others] : [];
  return [new Contents(heading, headings), ...others];
}

/** The entries of contents that stand where Word's own do not. */
export function plainEntries(block: ContentsBlock, wanted: (anchor: string | null) => boolean): Paragraph[] {
  return block.entries
    .filter(({ anchor }) => wanted(anchor))
    .map(
      ({ text, page }) =>
        // What leads nowhere may be no entry at all: then what looks like a page is a part of it.
        new Paragraph({ style: "TOC1", children: runs(page === null ? text : `${text} ${page}`) }),
    );
}

interface Heading {
  readonly text: string;
  readonly bookmark: string;
}

/** A content control with the field that Word makes its contents of. The library's has names that differ each time. */
class Contents extends FileChild {
  constructor(heading: Paragraph, headings: readonly Heading[]) {
    super("w:sdt");
    this.root.push(
      element("w:sdtPr", [
        element("w:docPartObj", [
          new BuilderElement<{ value: string }>({
            name: "w:docPartGallery",
            attributes: { value: { key: "w:val", value: "Table of Contents" } },
          }),
          element("w:docPartUnique", []),
        ]),
      ]),
      element("w:sdtContent", [
        heading,
        ...headings.map((each, index) => entry(each, index, headings.length)),
      ]),
    );
  }
}

function element(name: string, children: readonly XmlComponent[]): XmlComponent {
  return new BuilderElement({ name, children });
}

/**
 * An entry says and links what it will say when Word has brought it up to date, but for its page, which only Word knows: a
 * number of ours could be another than that on the page.
 */
function entry({ text, bookmark }: Heading, index: number, count: number): Paragraph {
  return new Paragraph({
    style: "TOC1",
    children: [
      ...(index === 0 ? fieldBegin(' TOC \\o "1-1" \\h \\z \\u ') : []),
      new InternalHyperlink({ anchor: bookmark, children: runs(text) }),
      ...(index === count - 1 ? fieldEnd() : []),
    ],
  });
}
