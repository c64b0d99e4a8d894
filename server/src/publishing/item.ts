import { type ClockTime, isClockTime } from "../calendar/clock.ts";
import { absentFrom } from "../model/absence.ts";
import { actionsOf } from "../model/actions.ts";
import { decisionOf } from "../model/decision.ts";
import { kindOf } from "../model/itemKind.ts";
import { memo } from "../model/memo.ts";
import type { Meeting } from "../model/meeting.ts";
import { plainText } from "../model/plainText.ts";
import { recommendationsOf } from "../model/recommendations.ts";
import { decisionSection } from "../model/sections.ts";
import { votesIn } from "../model/votes.ts";
import type { Item, Section } from "../syntax/nodes.ts";
import { contentEnd } from "../text/lines.ts";
import { slice, span, trimmed } from "../text/span.ts";
import { type ItemContext, readBlocks } from "./blocks.ts";
import { cleanText } from "./cleanText.ts";
import { readInline } from "./inline.ts";
import type { Places } from "./places.ts";
import type { Block, ClosedItem, RenderItem, RenderSection, RenderTime } from "./renderModel.ts";
import { lineStartIn } from "../syntax/lineStart.ts";

/** In these sections each line is a thing of its own. */
const oneALine: ReadonlySet<string> = new Set(["bilag", "fravær", "afstemning", "opfølgning"]);

/** Reads an item in full. `files` are the files that the output lies beside, by their keys. */
export function readItem(
  places: Places,
  index: number,
  meeting: Meeting,
  files: ReadonlyMap<string, string>,
): RenderItem {
  const { document } = places;
  const item = document.items[index];
  if (!item) throw new RangeError(`no item ${index}`);
  const chunk = document.firstItemIndex + index;
  const firstLine = document.lineOf(chunk);
  const context: ItemContext = {
    places, item, index, chunk, firstLine, files,
    recommendations: new Map(), attachments: false, lineEnds: "wrapped",
  }; // prettier-ignore
  const { kind, closed } = kindOf(item);
  const sections = item.sections.map((section) => readSection(context, section));
  return {
    type: "item",
    line: firstLine,
    anchor: places.item(index) ?? "",
    ...headingOf(item),
    time: timeOf(item),
    kind,
    closed,
    change: null,
    journalNumber: journalNumberOf(item, firstLine),
    intro: readBlocks(context, item.intro),
    sections,
    attachments: sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === "attachments" ? block.entries : [])),
    ),
    absent: absentFrom(item).map(({ name }) => cleanText(name)),
    votes: votesIn(item).map(({ vote, voters }) => ({ vote, voters: cleanText(plainText(item, voters)) })),
    actions: actionsOf(item, meeting.date).map(({ line, text, owner, deadline }) => ({
      line: firstLine + line,
      text: cleanText(text),
      owner: owner === null ? null : cleanText(owner),
      deadline,
    })),
  };
}

/** What stands in the place of a closed item: its heading where titles are shown, else nothing that is its own. */
export function closedItem(places: Places, index: number): ClosedItem {
  const { document, shown } = places;
  const item = document.items[index];
  const line = document.lineOf(document.firstItemIndex + index);
  const placed = { type: "closed", line, anchor: places.item(index) } as const;
  return item && shown.title(index)
    ? { ...placed, ...headingOf(item) }
    : { ...placed, label: "", number: null, title: null };
}

function headingOf(item: Item): { label: string; number: number | null; title: string } {
  const { number, labelSpan, titleSpan } = item.heading;
  return {
    label: number === null ? "" : cleanText(plainText(item, labelSpan)),
    number,
    title: cleanText(plainText(item, titleSpan)),
  };
}

function timeOf({ masked, heading: { time } }: Item): RenderTime | null {
  if (!time) return null;
  const text = cleanText(slice(masked, time.span));
  return time.type === "duration"
    ? { text, start: null, end: null, minutes: time.minutes }
    : { text, start: soundClock(time.start), end: soundClock(time.end), minutes: null };
}

/** Nothing for 25.00, which can be written and is no time of day. */
export function soundClock(time: ClockTime | null): ClockTime | null {
  return time && isClockTime(time) ? time : null;
}

function journalNumberOf(item: Item, firstLine: number): RenderItem["journalNumber"] {
  const block = item.blocks.find(({ kind }) => kind === "journalNumber");
  if (!block || !item.journalNumber) return null;
  return {
    line: firstLine + block.line,
    text: cleanText(plainText(item, block)).trim(),
    number: cleanText(item.journalNumber.number),
  };
}

function readSection(base: ItemContext, section: Section): RenderSection {
  const { item, firstLine, places, chunk } = base;
  const { kind, heading, line } = section;
  const isDecision = decisionSection(item) === section;
  const recommends = kind === "indstilling";
  const context: ItemContext = {
    ...base,
    recommendations: recommends ? recommendationsByLine(item) : new Map(),
    attachments: kind === "bilag",
    lineEnds: oneALine.has(kind) ? "kept" : "wrapped",
  };
  const start = section.start;
  const end = contentEnd(item.masked, start, lineStartIn(item, line + 1));
  // `Fraværende Dan Friis`: the names are what the section says.
  const names = heading.names ? trimmed(item.masked, span(heading.names.start, end)) : null;
  const named: Block[] = names
    ? [
        {
          type: "paragraph",
          line: firstLine + line,
          content: readInline(places, chunk, names),
          recommendation: null,
        },
      ]
    : [];
  return {
    line: firstLine + line,
    kind,
    heading: cleanText(plainText(item, span(start, names ? names.start : end))),
    change: null,
    role: isDecision ? "decision" : recommends ? "recommendations" : null,
    outcomes: isDecision ? (decisionOf(item)?.outcomes ?? []) : [],
    blocks: [...named, ...readBlocks(context, section.blocks)],
  };
}

const recommendationsByLine: (item: Item) => ItemContext["recommendations"] = memo(
  (item) => new Map(recommendationsOf(item).map((recommendation) => [recommendation.line, recommendation])),
);
