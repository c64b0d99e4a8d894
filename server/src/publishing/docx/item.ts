import { Paragraph } from "docx";
import { words } from "../words.ts";
import type { ClosedItem, RenderDocument, RenderItem, RenderSection } from "../renderModel.ts";
import { type BlockWriter, type BodyPart, boxed, introStyles, sectionStyles } from "./blocks.ts";
import { headingText } from "./heading.ts";
import { changeForm } from "./inline.ts";
import { runs } from "./runs.ts";

/** An item with its heading, its sections, and what it says of its time and its case. `isFresh`: on a new page. */
export function itemParts(item: RenderItem, isFresh: boolean, writer: BlockWriter): BodyPart[] {
  const isPause = item.kind === "pause";
  const meta = [item.time?.text, item.journalNumber?.text].filter((part) => part !== undefined);
  return [
    heading(item, isPause ? "Pause" : "Heading1", isFresh, writer),
    ...(item.change
      ? [new Paragraph({ style: "Aendring", children: runs(words.itemChange(item.change)) })]
      : []),
    ...(meta.length === 0
      ? []
      : [new Paragraph({ style: "Punktoplysning", children: runs(meta.join("   ")) })]),
    ...writer.blocks(item.intro, introStyles),
    ...item.sections.flatMap((section) => sectionParts(section, writer)),
  ];
}

/** What is not for everybody: one line that says so, below the title where titles are shown. */
export function closedParts(
  item: ClosedItem,
  kind: RenderDocument["kind"],
  isFresh: boolean,
  writer: BlockWriter,
): BodyPart[] {
  const { anchor, title } = item;
  const line = runs(words.closed(kind));
  const isNamed = title === null && anchor !== null;
  return [
    ...(title === null ? [] : [heading({ ...item, title }, "Heading1", isFresh, writer)]),
    new Paragraph({
      style: "Lukketpunkt",
      pageBreakBefore: isFresh && title === null,
      children: isNamed ? [writer.inline.marked(anchor, line)] : line,
    }),
  ];
}

interface Headed {
  readonly anchor: string | null;
  readonly label: string;
  readonly title: string;
  readonly change?: RenderItem["change"];
}

function heading(
  { anchor, label, title, change }: Headed,
  style: string,
  pageBreakBefore: boolean,
  writer: BlockWriter,
): Paragraph {
  const text = runs(headingText(label, title), changeForm(change?.type));
  return new Paragraph({
    style,
    pageBreakBefore,
    children: anchor === null ? text : [writer.inline.marked(anchor, text)],
  });
}

function sectionParts(section: RenderSection, writer: BlockWriter): BodyPart[] {
  const { kind, heading: text, role, blocks, change } = section;
  const name = role === "recommendations" ? "Indstilling" : role === "decision" ? "Beslutning" : null;
  const styles = name
    ? boxed(name)
    : kind === "fravær"
      ? { ...sectionStyles, body: "Fravaer" }
      : sectionStyles;
  return [
    new Paragraph({
      style: name ? `${name}soverskrift` : "Heading2",
      children: runs(text, changeForm(change)),
    }),
    ...writer.blocks(blocks, styles),
  ];
}
