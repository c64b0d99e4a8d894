import { clockAt, minutesOf } from "../../calendar/clock.ts";
import type { ItemKind } from "../../model/itemKind.ts";
import { type ScheduledItem, scheduleOf } from "../../model/schedule.ts";
import {
  clockInStyle,
  timeInStyle,
  type TimeWriting,
  timeWritingOf,
  type WholeTimeStyle,
} from "../../model/timeStyle.ts";
import type { Item } from "../../syntax/nodes.ts";
import { least } from "../../text/many.ts";
import type { Caret } from "./caret.ts";
import { stop, type Template } from "./entries.ts";

/** How times are written around the caret. */
export function timeWritingAt({ context: { profile }, nearby }: Caret): TimeWriting {
  return timeWritingOf(nearby, profile.slots);
}

/** Where a new item goes: between which others, and from when on. */
export interface Site {
  readonly previous: readonly Item[];
  readonly next: Item | null;
  /** Minutes since midnight; null where they cannot be told. */
  readonly start: number | null;
  /** When the next item begins. */
  readonly limit: number | null;
  readonly meetingEnd: number | null;
}

/** The site before the item of an index, which is the number of items above it. */
export function siteAt(caret: Caret, index: number, nextIndex: number): Site {
  const { items } = caret.document;
  const previous = items.slice(0, index);
  const next = items[nextIndex] ?? null;
  const { start, end } = caret.meeting;
  return {
    previous,
    next,
    start: endOf(scheduleOf(previous.slice(-12)), start && previous.length <= 12 ? minutesOf(start) : null),
    limit: next ? (scheduleOf([next])[0]?.start ?? null) : null,
    meetingEnd: end ? minutesOf(end) : null,
  };
}

/**
 * When the last item ends; null where one of unknown length has come in between. A welcome without a time takes none from the
 * first case.
 */
function endOf(schedule: readonly ScheduledItem[], from: number | null): number | null {
  let at = from;
  for (const { kind, start, end, minutes } of schedule) {
    if (end !== null) at = end;
    else if (start !== null) at = null;
    else if (minutes !== null) at = at === null ? null : at + minutes;
    else if (kind !== "written" && !(kind === "standing" && at === from)) at = null;
  }
  return at;
}

const usualMinutes: Readonly<Record<ItemKind, number>> = {
  standing: 5,
  pause: 10,
  written: 0,
  orientation: 15,
  discussion: 30,
  decision: 20,
  case: 30,
};

/** Up to so many minutes before the next item are one item's: what is longer may be more than one. */
const longestGap = 90;

/** How long a new item of a kind may take: up to the next one, or as others of its kind do. */
function minutesFor(kind: ItemKind, last: boolean, site: Site, near: readonly Item[]): number {
  const others = scheduleOf(near)
    .flatMap((scheduled) => (scheduled.kind === kind ? (scheduled.minutes ?? []) : []))
    .sort((a, b) => a - b);
  const usual = others[Math.floor(others.length / 2)] ?? usualMinutes[kind];
  if (site.start === null) return usual;
  // What ends the meeting ends with it, where that is near.
  if (last && site.meetingEnd !== null && site.meetingEnd > site.start && site.meetingEnd - site.start <= 30)
    return site.meetingEnd - site.start;
  const { start, limit, meetingEnd } = site;
  if (limit !== null && limit > start && limit - start <= longestGap) return limit - start;
  const room = [limit, meetingEnd].flatMap((until) => (until !== null && until > start ? until - start : []));
  return least([usual, ...room]);
}

/** The time of a new item with what parts it from the title; empty where the document has none, or it cannot be told. */
export function timeFor(
  kind: ItemKind,
  last: boolean,
  site: Site,
  writing: TimeWriting,
  near: readonly Item[],
): Template {
  if (writing.usual === null || kind === "written") return [];
  const minutes = minutesFor(kind, last, site, near);
  if (writing.usual === "duration") return [" (", stop(String(minutes)), `${writing.unit})`];
  if (site.start === null) return [];
  return slotText(site.start, site.start + minutes, writing.slot);
}

/** All the time up to the next item, for a pause that fills a gap; null where there is none. */
export function gapTime({ start, limit }: Site, { usual, slot }: TimeWriting): Template | null {
  if (usual !== "slot" || start === null || limit === null || limit <= start) return null;
  const text = slotText(start, limit, slot);
  return text.length === 0 ? null : text;
}

/** Up to the end, which is the writer's to change. */
function slotText(start: number, end: number, style: WholeTimeStyle): Template {
  const [from, to] = [clockAt(start), clockAt(end)];
  if (!from || !to) return [];
  const last = clockInStyle(style, to);
  const whole = style.lead + timeInStyle(style, from, to);
  const at = whole.lastIndexOf(last);
  return [whole.slice(0, at), stop(last), ...(style.parentheses ? [")"] : [])];
}
