import { type Attachment, attachmentsOf } from "../model/attachments.ts";
import { memo } from "../model/memo.ts";
import { kindOf } from "../model/itemKind.ts";
import type { Chunk, Item, Preamble } from "../syntax/nodes.ts";
import { lineStartIn } from "../syntax/lineStart.ts";
import { slice } from "../text/span.ts";
import { labelOf } from "../edits/label.ts";

/**
 * What a rule of the whole document reads of a chunk, as strings that tell two versions of it apart: with the places, since
 * findings point at them, and without. The less a rule says it reads, the less often it runs.
 */
export interface Reading {
  readonly reads: (chunk: Chunk) => string;
  readonly words: (chunk: Chunk) => string;
}

/** Something that is read of an item. */
export interface Part {
  readonly at: number;
  readonly words: string;
}

/** `ofPreamble` says what is read of a head or contents, with the places. */
export function readingOf(
  parts: (item: Item) => readonly Part[],
  ofPreamble: (preamble: Preamble) => string = whole,
): Reading {
  const read = (line: (part: Part) => string): ((chunk: Chunk) => string) =>
    memo((chunk) => (chunk.kind === "item" ? parts(chunk).map(line).join("\n") : ofPreamble(chunk)));
  return { reads: read(({ at, words }) => `${at}:${words}`), words: read(({ words }) => words) };
}

function whole({ text }: Preamble): string {
  return text;
}

/** Of a rule that looks at the items alone. */
export function nothing(): string {
  return "";
}

/** What says which meeting it is: all but the place. */
export function meetingWords({ masked, titleLine, fields }: Preamble): string {
  const time = fields.find(({ name }) => name === "mødedato");
  return JSON.stringify([
    titleLine && [titleLine.span, slice(masked, titleLine.span)],
    time && [time.valueSpan, slice(masked, time.valueSpan)],
  ]);
}

/** The contents, and the title line. */
function contentsWords(preamble: Preamble): string {
  const { kind, text, entries, contentsHeading } = preamble;
  const isHead = kind === "head" && entries.length === 0 && contentsHeading === null;
  return isHead ? meetingWords(preamble) : text;
}

/** What the contents are held against: the headings, whole. */
export const contentsAndHeadings: (chunk: Chunk) => string = memo((chunk) =>
  chunk.kind === "item" ? headings(chunk) : contentsWords(chunk),
);

/** The times of the headings with what they are the times of, and the meeting's own. */
export const times: Reading = readingOf((item) => {
  const { title, labelSpan, titleSpan, time, span } = item.heading;
  const places = (key: string, value: unknown): unknown => (/span$/i.test(key) ? undefined : value);
  const rest = item.masked.slice(titleSpan.end, span.end);
  const words = [labelOf(item.heading), kindOf(item).kind, title === "", rest, JSON.stringify(time, places)];
  return [
    { at: labelSpan.end, words: words.join("\n") },
    { at: titleSpan.end, words: "" },
  ];
}, meetingWords);

/** The item's heading: its number, title and time. It stands at the item's start, so that the words tell the places. */
export const headings: (chunk: Chunk) => string = memo((chunk) =>
  chunk.kind === "item" ? chunk.masked.slice(0, chunk.heading.span.end) : chunk.text,
);

/** The headings of the item's sections, and which meeting it is. */
export const sectionHeadings: Reading = readingOf(sectionHeadingParts, meetingWords);

/** The heading lines of the item's sections, each with the kind that it is read as. */
export function sectionHeadingParts(item: Item): Part[] {
  return item.sections.map((section) => {
    const lineEnd = lineStartIn(item, section.line + 1);
    return { at: section.start, words: `${section.kind}:${item.masked.slice(section.start, lineEnd)}` };
  });
}

/** The number and the attachments. */
export const attachments: Reading = readingOf(attachmentParts, nothing);

/** The item's number, and its attachments as they are listed. */
export function attachmentParts(item: Item): Part[] {
  const part = ({ list, number, numberSpan, name, nameSpan, span }: Attachment): Part => {
    const [numberAt, nameAt] = [(numberSpan ?? span).start - span.start, nameSpan.start - span.start];
    const between = item.masked.slice(span.start, nameSpan.start);
    return { at: span.start, words: [list, numberAt, nameAt, number ?? "", between, name].join(":") };
  };
  return [{ at: 0, words: String(item.heading.number) }, ...attachmentsOf(item).map(part)];
}
