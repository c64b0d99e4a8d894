import { clockAt, formatClock } from "../calendar/clock.ts";
import { isoDate } from "../calendar/date.ts";
import { decisionSection } from "../model/sections.ts";
import { decisionOf, saysSomething } from "../model/decision.ts";
import { type ItemKind, kindOf } from "../model/itemKind.ts";
import { meetingOf } from "../model/meeting.ts";
import { participantsOf } from "../model/participants.ts";
import { needsDecision, type Progress, progressOf } from "../model/progress.ts";
import { totalMinutes } from "../model/schedule.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import type { SectionKind } from "../syntax/vocabulary.ts";
import { shifted, type Span } from "../text/span.ts";
import { timelineOf } from "./timeline.ts";

/** A meeting at a glance, for views that lead through it. Spans are the document's; clock times are `13:05`. */
export interface MeetingOverview {
  readonly kind: "referat" | "dagsorden";
  readonly body: string | null;
  readonly date: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly place: string | null;
  /** The minutes that the items say they take; null where none does. */
  readonly minutes: number | null;
  readonly participants: readonly {
    readonly name: string;
    readonly affiliation: string | null;
    readonly absent: boolean;
  }[];
  readonly items: readonly ItemOverview[];
}

export interface ItemOverview {
  readonly number: number | null;
  readonly title: string;
  readonly kind: ItemKind;
  readonly closed: boolean;
  readonly start: string | null;
  readonly end: string | null;
  readonly minutes: number | null;
  readonly progress: Progress;
  readonly needsDecision: boolean;
  readonly span: Span;
  readonly heading: Span;
  /** Where the words of its decision stand, or are to stand; null where it has no such section. */
  readonly decision: Span | null;
  readonly sections: readonly { readonly kind: SectionKind; readonly span: Span }[];
}

/** The meeting that a document is about. */
export function meetingOverview(
  document: ReferatDocument,
  fileKind?: "referat" | "dagsorden",
): MeetingOverview {
  const meeting = meetingOf(document, fileKind);
  const timeline = timelineOf(document);
  return {
    kind: meeting.kind,
    body: meeting.body,
    date: meeting.date && isoDate(meeting.date),
    start: meeting.start && formatClock(meeting.start),
    end: meeting.end && formatClock(meeting.end),
    place: meeting.place,
    minutes: totalMinutes(timeline),
    participants: participantsOf(document.preambles).map(({ name, affiliation, absent }) => ({
      name,
      affiliation,
      absent,
    })),
    items: document.items.map((item, index): ItemOverview => {
      const base = document.offsetOf(document.firstItemIndex + index);
      const { kind, closed } = kindOf(item);
      return {
        number: item.heading.number,
        title: item.heading.title,
        kind,
        closed,
        start: clock(timeline[index]?.from ?? null),
        end: clock(timeline[index]?.until ?? null),
        minutes: timeline[index]?.minutes ?? null,
        progress: progressOf(item, meeting.kind),
        needsDecision: meeting.kind === "referat" && needsDecision(item),
        span: { start: base, end: base + item.text.length },
        heading: shifted(item.heading.span, base),
        decision: decisionPlace(item, base),
        sections: item.sections.map((section) => ({
          kind: section.kind,
          span: { start: base + section.start, end: base + section.end },
        })),
      };
    }),
  };
}

/** The words of the decision; where it has none, behind the number of its first entry, or else the line below its heading that leaves one blank. */
function decisionPlace(item: Item, base: number): Span | null {
  const section = decisionSection(item);
  const decision = section && decisionOf(item);
  if (!section || !decision) return null;
  if (saysSomething(decision)) return shifted(decision.span, base);
  const mark = /\S+[ \t]*/y;
  mark.lastIndex = decision.span.start;
  if (decision.text !== "" && mark.test(item.text))
    return { start: base + mark.lastIndex, end: base + mark.lastIndex };
  const lines = [section.line + 2, section.line + 1].filter((line) => line < section.lineEnd);
  const start = lines.map((line) => item.lineStarts[line]).find((at) => at !== undefined);
  const at = base + (start ?? decision.span.end);
  return { start: at, end: at };
}

function clock(minutes: number | null): string | null {
  const time = minutes === null ? null : clockAt(minutes);
  return time && formatClock(time);
}
