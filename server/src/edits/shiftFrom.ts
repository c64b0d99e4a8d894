import { defaultProfile, type Profile } from "../model/profile.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { greatest } from "../text/many.ts";
import { arranged, asItIs } from "./arrange.ts";
import { type Lap, lapsOf, unsoundTime, untimed } from "./laps.ts";
import type { Left } from "./left.ts";
import { type EditResult, refused } from "./result.ts";
import { endsPast, later, pastEnd } from "./shiftTimes.ts";
import { labelOf } from "./label.ts";

/**
 * "Ret tiderne fra her": each item behind the one at `index` starts when the one before it ends, and lasts as long as it did.
 * The entry of the item itself takes the time of its heading, which mostly has just been changed by hand.
 * Refused where that would take the meeting past its stated end (further past it than it is, should it be so already),
 * or past midnight.
 */
export function shiftFrom(
  document: ReferatDocument,
  index: number,
  profile: Profile = defaultProfile,
): EditResult {
  const laps = lapsOf(document);
  const first = laps[index];
  if (!first) return refused({ why: "noItem" });
  const label = labelOf(first.item.heading);
  if (first.from === null || first.length === null) return refused({ why: "unknownTime", label });
  const times = new Map<number, { start: number; end: number | null }>();
  const left: Left[] = [];
  let at = first.from + first.length;
  for (const lap of laps.slice(index + 1)) {
    if (lap.clocked) {
      const time = later(lap, at - (lap.start ?? 0));
      if (time) times.set(lap.index, time);
      // Behind an item of unknown length nothing more is known.
      if (lap.length === null) {
        if (!time || lap.index + 1 < laps.length) left.push(unsoundTime(lap));
        break;
      }
    } else if (!lap.timed && lap.kind !== "written") left.push(untimed(lap));
    at += lap.length ?? 0;
  }
  const over = pastEnd(document, times);
  if (over && over.over > overNow(document, laps)) return refused({ why: "pastEnd", ...over });
  if (over) left.push({ what: "end", over: over.over });
  if (greatest([0, ...[...times.values()].map(({ start, end }) => end ?? start)]) >= 24 * 60)
    return refused({ why: "midnight" });
  return arranged(document, { ...asItIs(document, profile), times, left, timedByHand: index });
}

/** By how many minutes the clock times pass the stated end as they stand: a pause too many, and they do. */
function overNow(document: ReferatDocument, laps: readonly Lap[]): number {
  const ends = laps.map(({ clocked, start, length }) => (clocked ? (start ?? 0) + (length ?? 0) : 0));
  return endsPast(document, greatest([0, ...ends]))?.over ?? 0;
}
