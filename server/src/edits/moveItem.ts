import { defaultProfile, type Profile } from "../model/profile.ts";
import type { ReferatDocument, TextChange } from "../syntax/document.ts";
import { lineEndOf } from "../text/lines.ts";
import { arranged, asItIs } from "./arrange.ts";
import type { Carried } from "./arrangement.ts";
import { lapsOf, unsoundTime } from "./laps.ts";
import type { NewTime } from "./headingChanges.ts";
import type { Left } from "./left.ts";
import { numbersInOrder } from "./numbering.ts";
import { numberedItems } from "./renumber.ts";
import { type EditResult, refused } from "./result.ts";
import { slotOf } from "./slots.ts";
import { type Unit, unitsOf } from "./units.ts";
import { labelOf } from "./label.ts";

/**
 * Moves the item at index `from` to index `to`, with the comments right in front of its heading and all up to the next item.
 * Numbers, blank lines, pages and gaps in the schedule stay at their places; the item keeps how long it is, and the times
 * between the two places are computed anew. References, attachments and the contents follow.
 */
export function moveItem(
  document: ReferatDocument,
  from: number,
  to: number,
  profile: Profile = defaultProfile,
): EditResult {
  const { items } = document;
  const places = items.map((_, index) => index);
  if (places[from] === undefined || places[to] === undefined) return refused({ why: "noItem" });
  if (from === to) return { edits: [], left: [], caret: null };
  const order = [...places];
  order.splice(from, 1);
  order.splice(to, 0, from);
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  const { times, left } = timesInOrder(document, order, low, high);
  const pauses = numberedItems(items)
    .filter(({ index, counts }) => !counts && index >= low && index <= high)
    .map(({ item }): Left => ({ what: "number", why: "pause", label: labelOf(item.heading) }));
  return arranged(document, {
    ...asItIs(document, profile),
    order,
    renumbering: { numbers: numbersInOrder(items, order) },
    times,
    ...textMoved(document, unitsOf(document), order, from, to),
    left: [...pauses, ...left],
  });
}

/** The item is taken out with one of the stretches of blank lines around it, and each stretch stays the same in its place. */
function textMoved(
  document: ReferatDocument,
  units: readonly Unit[],
  order: readonly number[],
  from: number,
  to: number,
): { changes: TextChange[]; carried: Carried } {
  const gapBehind = (place: number): string => {
    const unit = units[place];
    return unit ? document.getText({ start: unit.end, end: unit.next }) : "";
  };
  /** The gap at a place afterwards: a pause is one only where a blank line stands in front of it. */
  const newGap = (place: number): string => {
    const gap = gapBehind(place);
    const next = order[place + 1];
    const alone = next !== undefined && document.items[next]?.heading.number === null;
    return alone && !/(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)/.test(gap) ? gap + lineEndOf(gap) : gap;
  };
  const empty = { start: 0, end: 0, next: 0 };
  const own = units[from] ?? empty;
  const target = units[to] ?? empty;
  const down = from < to;
  const changes: TextChange[] = [];
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  for (let place = low - 1; place < high; place++) {
    const carriedAlong = place === (down ? high - 1 : low);
    const unit = units[place < low ? place : down ? place + 1 : place - 1];
    if (!unit || carriedAlong) continue;
    const text = newGap(place);
    if (text !== document.getText({ start: unit.end, end: unit.next }))
      changes.push({ start: unit.end, end: unit.next, text });
  }
  const last = units[from - 1] ?? empty;
  changes.push({ start: down ? own.start : last.end, end: down ? own.next : own.end, text: "" });
  const carried = {
    from: { start: own.start, end: own.end },
    to: down ? target.end : target.start,
    before: down ? newGap(to - 1) : "",
    behind: down ? "" : newGap(to),
  };
  return { changes, carried };
}

/**
 * The clock times of the places from `low` to `high` with the items in another order: all that comes behind is as it was. Where
 * one of them is not sound, all are left.
 */
function timesInOrder(
  document: ReferatDocument,
  order: readonly number[],
  low: number,
  high: number,
): { times: Map<number, NewTime>; left: Left[] } {
  const laps = lapsOf(document);
  const times = new Map<number, NewTime>();
  const range = laps.slice(low, high + 1);
  if (!range.some((lap) => lap.clocked)) return { times, left: [] };
  const unsound = range.find((lap, place) => lap.length === null || (place > 0 && lap.gap < 0));
  if (unsound) return { times, left: [unsoundTime(unsound)] };
  const firstClock = range.findIndex((lap) => lap.clocked);
  const before = range.slice(0, firstClock).reduce((sum, lap) => sum + (lap.length ?? 0), 0);
  const clocked = range[firstClock];
  let at = range[0]?.from ?? (clocked?.start ?? 0) - (clocked?.gap ?? 0) - before;
  let gap = 0;
  for (let place = low; place <= high; place++) {
    const lap = laps[order[place] ?? -1];
    if (!lap) continue;
    if (place > low) gap += laps[place]?.gap ?? 0;
    if (lap.clocked) {
      at += gap;
      gap = 0;
      const alone = slotOf(lap.item)?.end === null;
      times.set(lap.index, { start: at, end: alone ? null : at + (lap.length ?? 0) });
    }
    at += lap.length ?? 0;
  }
  return { times, left: [] };
}
