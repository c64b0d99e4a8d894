import { defaultLayout, type PageLayout } from "../model/pageLayout.ts";
import { documentNotes, documentAnchors } from "./typst/targets.ts";
import { BlockWriter } from "./typst/blocks.ts";
import { array, call, dictionary, joined, literal } from "./typst/code.ts";
import { headCode } from "./typst/head.ts";
import { InlineWriter } from "./typst/inline.ts";
import { lookCode } from "./typst/look.ts";
import { template } from "./typst/template.ts";
import { titleWords, wordPieces } from "./typst/wordPieces.ts";
import type { ClosedItem, RenderDocument, RenderItem, RenderSection } from "./renderModel.ts";
import { blocksText } from "./plain.ts";
import { words } from "./words.ts";

export interface TypstOptions {
  readonly layout?: PageLayout;
  /** The logo's path among the files that the engine is given; null where there is none. */
  readonly logo?: string | null;
  /** When the document was published, as RFC 3339 has it; null says nothing of it. */
  readonly modified?: string | null;
}

/**
 * A document as the source of Typst's that lays out its pages (`engine/`). Whatever the document holds stands in string
 * literals: nothing of it is run. The same document gives the same source.
 */
export function typst(document: RenderDocument, options: TypstOptions = {}): string {
  const { layout = defaultLayout, logo = null, modified = null } = options;
  const inline = new InlineWriter({
    anchors: documentAnchors(document),
    notes: documentNotes(document),
  });
  const writer = new BlockWriter(inline, textWidth(layout));
  const parts = [...headCode(document, inline), ...itemsCode(document, layout, writer)];
  const lines = document.items.flatMap((item): [string, string][] =>
    item.anchor === null || isGone(item) ? [] : [[item.anchor, String(item.line)]],
  );
  return `#let look = ${lookCode(document, layout, { logo, modified })}
${template}
#show: pages
#{
${[...parts, call("places", dictionary(lines))].join("\n")}
}
`;
}

/** There is no such item any more: its line is that of an earlier version. */
function isGone(item: RenderItem | ClosedItem): boolean {
  return item.type === "item" && item.change?.type === "deleted";
}

const paperWidths = { A4: 210, A3: 297, letter: 215.9 } as const;

function textWidth({ format, margins: { left, right } }: PageLayout): number {
  return paperWidths[format] - left - right;
}

function itemsCode({ items, kind }: RenderDocument, layout: PageLayout, writer: BlockWriter): string[] {
  return items.flatMap((item, index) => {
    const before = items[index - 1];
    if (item.type === "closed") {
      // Of several that follow each other there is but a line each: they share a page.
      const isFresh = layout.itemPerPage && before?.type !== "closed";
      return closedCode(item, kind, isFresh);
    }
    return itemCode(item, layout.itemPerPage && item.kind !== "pause", writer);
  });
}

function itemCode(item: RenderItem, isFresh: boolean, writer: BlockWriter): string[] {
  const { anchor, label, title, time, journalNumber, kind, line, intro, sections, change } = item;
  const placed = (own: number): string => String(isGone(item) ? -1 : own);
  const meta = [
    ...(time === null ? [] : [`(${placed(line)}, ${literal(time.text)})`]),
    ...(journalNumber === null
      ? []
      : [`(${placed(journalNumber.line)}, ${joined(wordPieces(journalNumber.text))})`]),
  ];
  const [number, heading] = named(label, title);
  return [
    call(
      "item",
      literal(anchor),
      number,
      changed(change?.type, heading),
      `fresh: ${isFresh}`,
      `quiet: ${kind === "pause"}`,
      `meta: ${array(meta)}`,
      `listed: ${!isGone(item)}`,
    ),
    ...(change ? [call("change-note", joined(wordPieces(words.itemChange(change))))] : []),
    ...writer.blocks(intro, 2),
    ...sections.map((section) => sectionCode(section, writer)),
  ];
}

/** An item's number and title. A heading that says nothing is none: what has no title is called by its number. */
function named(label: string, title: string): [string, string] {
  if (/[\p{Alpha}\p{N}\p{P}\p{S}]/u.test(title)) return [literal(label), titleWords(title)];
  return ['""', literal(label === "" ? words.untitled : label)];
}

/** The heading of what has come or gone. */
function changed(change: string | null | undefined, heading: string): string {
  return change === "inserted" || change === "deleted" ? call(change, heading) : heading;
}

/** By how many mm what is set apart is narrower than the page's text. */
const insets = { recommendations: 5, decision: 9 } as const;

function sectionCode(
  { kind, role, line, heading, blocks, change }: RenderSection,
  writer: BlockWriter,
): string {
  const form = role ?? (kind === "fravær" ? "absent" : "plain");
  const inset = role === null ? 0 : insets[role];
  const body = writer.blocks(blocks, 3, inset);
  // What is short and set apart is not divided between two pages.
  const isWhole = role !== null && blocksText(blocks).length <= shortText;
  return call(
    "section",
    literal(form),
    String(change === "deleted" ? -1 : line),
    changed(change, titleWords(heading)),
    `whole: ${isWhole}`,
    joined(body),
  );
}

/** So many signs are about eight lines. */
const shortText = 700;

/** What is not for everybody: one line that says so, below the title where titles are shown. */
function closedCode(
  { anchor, label, title, line }: ClosedItem,
  kind: RenderDocument["kind"],
  isFresh: boolean,
): string[] {
  const neutral = (fresh: boolean): string =>
    call("neutral", String(line), String(fresh), literal(words.closed(kind)));
  if (title === null || anchor === null) return [neutral(isFresh)];
  const [number, heading] = named(label, title);
  return [call("item", literal(anchor), number, heading, `fresh: ${isFresh}`, "quiet: true"), neutral(false)];
}
