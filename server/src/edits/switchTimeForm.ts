import { isClockTime, minutesOf } from "../calendar/clock.ts";
import { meetingOf } from "../model/meeting.ts";
import { defaultProfile, type Profile } from "../model/profile.ts";
import { writtenDuration } from "../model/timeStyle.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { arranged, asItIs } from "./arrange.ts";
import type { Arrangement } from "./arrangement.ts";
import { type NewTime, writtenSlot } from "./headingChanges.ts";
import { type Lap, lapsOf, unsoundTime, untimed } from "./laps.ts";
import type { Left } from "./left.ts";
import { type EditResult, refused } from "./result.ts";
import { endsPast } from "./shiftTimes.ts";
import { labelOf } from "./label.ts";

/** "Skift mellem klokkeslæt og varighed": the form that most times do not have is what all of them get. */
export function switchTimeForm(document: ReferatDocument, profile: Profile = defaultProfile): EditResult {
  const laps = lapsOf(document);
  const clocked = laps.filter((lap) => lap.clocked).length;
  const timed = laps.filter((lap) => lap.timed).length;
  if (timed === 0) return refused({ why: "noTimes" });
  const arrangement = asItIs(document, profile);
  return 2 * clocked >= timed
    ? toDurations(document, laps, arrangement)
    : toClocks(document, laps, arrangement);
}

function toDurations(document: ReferatDocument, laps: readonly Lap[], arrangement: Arrangement): EditResult {
  const times = new Map<number, NewTime>();
  const left: Left[] = [];
  for (const lap of laps) {
    const { index, item, length, gap } = lap;
    if (!lap.timed && (length ?? 0) > 0) left.push(untimed(lap));
    if (!lap.clocked) continue;
    if (length === null) left.push(unsoundTime(lap));
    else times.set(index, { written: writtenDuration(length, arrangement.writing) });
    // What is not an item's goes with the clock times.
    if (gap > 0) left.push({ what: "gap", label: labelOf(item.heading), minutes: gap });
    else if (gap < 0 && length !== null) left.push(unsoundTime(lap));
  }
  return arranged(document, { ...arrangement, times, left });
}

function toClocks(document: ReferatDocument, laps: readonly Lap[], arrangement: Arrangement): EditResult {
  const { start } = meetingOf(document);
  if (!start || !isClockTime(start)) return refused({ why: "noMeetingTime", part: "start" });
  const times = new Map<number, NewTime>();
  const left: Left[] = [];
  let at = minutesOf(start);
  for (const lap of laps) {
    if (lap.clocked) {
      if (lap.start === null || lap.start < at || lap.length === null) left.push(unsoundTime(lap));
      at = Math.max(at, (lap.start ?? at) + (lap.length ?? 0));
    } else if (lap.minutes !== null) {
      const written = writtenSlot(at, at + lap.minutes, arrangement.writing.slot);
      if (written === null) return refused({ why: "midnight" });
      times.set(lap.index, { written });
      at += lap.minutes;
    } else if (lap.timed) left.push(unsoundTime(lap));
    else if (lap.kind !== "written") left.push(untimed(lap));
  }
  const over = endsPast(document, at);
  if (over) return refused({ why: "pastEnd", ...over });
  return arranged(document, { ...arrangement, times, left });
}
