import { type ClockTime, formatClock, formatMinutes } from "../calendar/clock.ts";
import { danishDate } from "../calendar/date.ts";
import { type ItemKind, kindOf } from "../model/itemKind.ts";
import { memo } from "../model/memo.ts";
import { headOf, meetingOf } from "../model/meeting.ts";
import { scheduleOf, totalMinutes } from "../model/schedule.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { BodyBlock, Item, Section } from "../syntax/nodes.ts";
import { shifted, type Span } from "../text/span.ts";
import { lineStartIn } from "../syntax/lineStart.ts";

/** A node of the outline: the meeting, an item, a section or a subheading. */
export interface OutlineNode {
  readonly kind: "meeting" | ItemKind | "section" | "subheading";
  readonly name: string;
  /** Time and length, where they are known. */
  readonly detail: string;
  readonly span: Span;
  /** The heading: what a jump selects. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** The outline of a document: one node for the meeting, or none for an empty text. Spans are the document's. */
export function outlineOf(document: ReferatDocument, fileKind?: "referat" | "dagsorden"): OutlineNode[] {
  const meeting = meetingNode(document, fileKind);
  return meeting
    ? [{ ...meeting, children: document.items.map((_, index) => itemNode(document, index)) }]
    : [];
}

/** The node of the meeting, without those of its items; null for an empty text. */
export function meetingNode(
  document: ReferatDocument,
  fileKind?: "referat" | "dagsorden",
): Omit<OutlineNode, "children"> | null {
  const meeting = meetingOf(document, fileKind);
  const title = headOf(document)?.titleLine;
  if (!title && document.items.length === 0) return null;
  const kind = meeting.kind === "referat" ? "Referat" : "Dagsorden";
  const total = totalMinutes(scheduleOf(document.items));
  return {
    kind: "meeting",
    name: meeting.body ?? kind,
    detail: [
      meeting.date ? danishDate(meeting.date) : "",
      meeting.start ? `kl. ${period(meeting.start, meeting.end)}` : "",
      total === null ? "" : formatMinutes(total),
    ]
      .filter((part) => part !== "")
      .join(" · "),
    span: { start: 0, end: document.length },
    selection: title ? title.span : { start: 0, end: 0 },
  };
}

/** The node of the item of an index. All its spans lie in the item. */
export function itemNode(document: ReferatDocument, index: number): OutlineNode {
  const item = document.items[index];
  if (!item) throw new RangeError(`there is no item ${index}`);
  return moved(itemOutline(item), document.offsetOf(document.firstItemIndex + index));
}

/** Kept with the item: its spans count from the item's start. */
const itemOutline: (item: Item) => OutlineNode = memo((item) => {
  const { heading } = item;
  const { kind, closed } = kindOf(item);
  const title = heading.title === "" ? "(uden titel)" : heading.title;
  return {
    kind,
    name: heading.number === null ? title : `${heading.number}. ${title}`,
    detail: [timeOf(item), closed ? "lukket" : ""].filter((part) => part !== "").join(" · "),
    span: withoutBlankEnd(item, { start: 0, end: item.text.length }),
    selection: heading.span,
    children: [
      ...subheadings(item, item.intro, item.sections[0]?.start ?? item.text.length),
      ...sections(item),
    ],
  };
});

function timeOf(item: Item): string {
  const time = item.heading.time;
  const minutes = scheduleOf([item])[0]?.minutes ?? null;
  const length = minutes === null ? "" : formatMinutes(minutes);
  if (!time || time.type === "duration") return length;
  return [period(time.start, time.end), length].filter((part) => part !== "").join(" · ");
}

function period(start: ClockTime, end: ClockTime | null): string {
  return end ? `${formatClock(start, ".")}-${formatClock(end, ".")}` : formatClock(start, ".");
}

function sections(item: Item): OutlineNode[] {
  return item.sections.map((section: Section) => {
    const selection = withoutBlankEnd(item, {
      start: section.start,
      end: lineStartIn(item, section.line + 1),
    });
    return {
      kind: "section",
      name: item.masked
        .slice(selection.start, selection.end)
        .trim()
        .replace(/(?<!\s)\s*:$/, ""),
      detail: "",
      span: withoutBlankEnd(item, section),
      selection,
      children: subheadings(item, section.blocks, section.end),
    };
  });
}

function subheadings(item: Item, blocks: readonly BodyBlock[], end: number): OutlineNode[] {
  const headings = blocks.filter((block) => block.kind === "subheading");
  return headings.map((block, index) => ({
    kind: "subheading",
    name: item.masked.slice(block.wordsSpan.start, block.wordsSpan.end).replace(/(?<!\s)\s*:$/, ""),
    detail: "",
    span: withoutBlankEnd(item, { start: block.start, end: headings[index + 1]?.start ?? end }),
    selection: block.wordsSpan,
    children: [],
  }));
}

/** Blank lines at the end belong to nothing; comments are somebody's words and stay in. */
function withoutBlankEnd(item: Item, at: Span): Span {
  const length = item.text.slice(at.start, at.end).trimEnd().length;
  return { start: at.start, end: at.start + length };
}

function moved(node: OutlineNode, by: number): OutlineNode {
  return {
    ...node,
    span: shifted(node.span, by),
    selection: shifted(node.selection, by),
    children: node.children.map((child) => moved(child, by)),
  };
}
