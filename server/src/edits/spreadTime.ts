import { isClockTime, minutesOf } from "../calendar/clock.ts";
import { meetingOf } from "../model/meeting.ts";
import { defaultProfile, type Profile } from "../model/profile.ts";
import { type TimeWriting, writtenDuration } from "../model/timeStyle.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { arranged, asItIs } from "./arrange.ts";
import { type NewTime, writtenSlot } from "./headingChanges.ts";
import { type Lap, lapsOf, untimed } from "./laps.ts";
import type { Left } from "./left.ts";
import { type EditResult, refused } from "./result.ts";
import { slotOf } from "./slots.ts";

const step = 5;

/**
 * "Fordel tiden": the meeting, from its start to its stated end, is spread over the items by weight, in whole 5 minutes and at
 * least 5 for each. Pauses keep what they have, written items take nothing. Without weights an item weighs what it has now,
 * where all of them have something; else a case weighs more than an orientation, and that more than a standing item. `weights` are told by the items' indices.
 */
export function spreadTime(
  document: ReferatDocument,
  weights: readonly number[] | null = null,
  profile: Profile = defaultProfile,
): EditResult {
  const { start, end } = meetingOf(document);
  if (!start || !isClockTime(start)) return refused({ why: "noMeetingTime", part: "start" });
  if (!end || !isClockTime(end)) return refused({ why: "noMeetingTime", part: "end" });
  const laps = lapsOf(document);
  const items = laps.filter((lap) => lap.kind !== "pause" && lap.kind !== "written");
  if (items.length === 0) return refused({ why: "noItem" });
  const pauses = laps.filter((lap) => lap.kind === "pause");
  const opens = minutesOf(start);
  const room = minutesOf(end) - opens - pauses.reduce((sum, lap) => sum + (lap.length ?? 0), 0);
  const parts = Math.floor(room / step);
  if (parts < items.length)
    return refused({ why: "tooShort", minutes: Math.max(0, room), items: items.length });
  const weighed = weights ? items.map(({ index }) => weights[index] ?? 0) : usualWeights(items);
  if (
    !weighed.every((weight) => weight >= 0 && Number.isFinite(weight)) ||
    !weighed.some((weight) => weight > 0)
  )
    return refused({ why: "weights" });
  const shares = apportioned(parts, weighed);
  const minutesOfItem = new Map(items.map(({ index }, place) => [index, (shares[place] ?? 0) * step]));
  const times = new Map<number, NewTime>();
  const left: Left[] = [];
  const arrangement = asItIs(document, profile);
  let at = opens;
  for (const lap of laps) {
    const minutes = minutesOfItem.get(lap.index) ?? (lap.kind === "pause" ? lap.length : 0);
    if (lap.kind === "written") {
      if (lap.timed) times.set(lap.index, { written: "" });
    } else if (minutes === null || minutes === 0) left.push(untimed(lap));
    else times.set(lap.index, timeLike(arrangement.writing, lap, at, minutes));
    at += minutes ?? 0;
  }
  return arranged(document, { ...arrangement, times, left });
}

/** In the item's own form, or else in that of the document. */
function timeLike(writing: TimeWriting, { item }: Lap, at: number, minutes: number): NewTime {
  const slot = slotOf(item);
  if (slot) return { start: at, end: slot.end ? at + minutes : null };
  if (writing.usual === "duration") return { written: writtenDuration(minutes, writing) };
  return { written: writtenSlot(at, at + minutes, writing.slot) ?? "" };
}

function usualWeights(items: readonly Lap[]): number[] {
  const lengths = items.map((lap) => lap.length ?? 0);
  if (lengths.every((length) => length > 0)) return lengths;
  return items.map(({ kind }) => (kind === "standing" ? 1 : kind === "orientation" ? 2 : 3));
}

/** So many parts by weight, one for each at least: first what is whole, then the largest remainders (Hamilton's method). */
function apportioned(parts: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const free = parts - weights.length;
  const ideal = weights.map((weight) => Math.max(0, (parts * weight) / sum - 1));
  const idealSum = ideal.reduce((total, each) => total + each, 0);
  const exact = ideal.map((each) => (idealSum === 0 ? 0 : (free * each) / idealSum));
  const shares = exact.map((each) => 1 + Math.floor(each));
  // Of equal ones the first: sorting leaves them in their order.
  const byRemainder = [...exact.keys()].sort((a, b) => ((exact[b] ?? 0) % 1) - ((exact[a] ?? 0) % 1));
  let rest = parts - shares.reduce((total, each) => total + each, 0);
  for (let place = 0; rest > 0; place = (place + 1) % byRemainder.length, rest--) {
    const index = byRemainder[place] ?? 0;
    shares[index] = (shares[index] ?? 0) + 1;
  }
  return shares;
}
