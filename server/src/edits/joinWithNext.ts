import { attachmentsOf } from "../model/attachments.ts";
import { kindOf } from "../model/itemKind.ts";
import { timeWritingOf, writtenDuration } from "../model/timeStyle.ts";
import { defaultProfile, type Profile } from "../model/profile.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import { arranged, asItIs } from "./arrange.ts";
import { nextNumber } from "./attachmentEdits.ts";
import type { NewTime } from "./headingChanges.ts";
import type { Left } from "./left.ts";
import { numbersLeft } from "./insertItem.ts";
import { lapsOf } from "./laps.ts";
import { numbersShifted } from "./numbering.ts";
import { numberedItems } from "./renumber.ts";
import { type EditResult, refused } from "./result.ts";
import { slotOf } from "./slots.ts";
import { labelOf } from "./label.ts";
import { lineStartIn } from "../syntax/lineStart.ts";

/**
 * The item behind `index` becomes a part of the one at `index`: its title stays as a line of the text, its time is added, its
 * attachments are numbered behind the others, and what refers to it refers to the two.
 */
export function joinWithNext(
  document: ReferatDocument,
  index: number,
  profile: Profile = defaultProfile,
): EditResult {
  const { items } = document;
  const item = items[index];
  const next = items[index + 1];
  if (!item || !next) return refused({ why: "noItem" });
  for (const each of [item, next])
    if (kindOf(each).kind === "pause") return refused({ why: "pause", label: labelOf(each.heading) });
  const own = item.heading.number;
  const taken = numberedItems(items).find((each) => each.index === index + 1);
  const shifted = taken
    ? numbersShifted(items, index + 2, taken.number + 1, -1)
    : { numbers: new Map<number, number>(), stopped: null };
  const numbers = new Map(shifted.numbers);
  if (own !== null && next.heading.number !== own) numbers.set(index + 1, own);
  const times = timeOfBoth(document, index, profile);
  const chunk = document.firstItemIndex + index + 1;
  const base = document.offsetOf(chunk);
  const { span, titleSpan, title } = next.heading;
  // A title stays; a heading without one goes with the blank lines behind it.
  const end = title === "" ? behindHeading(next) : titleSpan.start;
  const rest = title === "" ? [] : [{ start: base + titleSpan.end, end: base + span.end, text: "" }];
  return arranged(document, {
    ...asItIs(document, profile),
    order: items.flatMap((_, each) => (each === index + 1 ? [] : [each])),
    renumbering: {
      numbers,
      gone: new Set([index + 1]),
      attachments: new Map([[index + 1, attachmentNumbers(item, next)]]),
    },
    times,
    changes: [
      { start: base + span.start, end: base + end, text: "" },
      ...rest.filter((each) => each.end > each.start),
    ],
    left: [...numbersLeft(document, shifted.stopped), ...timeLost(document, index + 1, times)],
  });
}

function behindHeading(item: Item): number {
  let line = 1;
  const start = (at: number): number => lineStartIn(item, at);
  while (line < item.lineStarts.length && item.text.slice(start(line), start(line + 1)).trim() === "") line++;
  return start(line);
}

/** A time that goes with its heading and is not added to the first. */
function timeLost(document: ReferatDocument, index: number, times: ReadonlyMap<number, NewTime>): Left[] {
  const heading = document.items[index]?.heading;
  if (!heading?.time || times.size > 0) return [];
  return [{ what: "time", label: labelOf(heading), why: "unknown" }];
}

/** `4.1` becomes `3.1`, or `3.3` where the first item has 3.1 and 3.2. */
function attachmentNumbers(item: Item, next: Item): Map<string, string> {
  const own = item.heading.number;
  const first = nextNumber(item);
  const numbers = new Map<string, string>();
  if (own === null || first === null) return numbers;
  const taken = new Set(attachmentsOf(item).map(({ number }) => number));
  const added = attachmentsOf(next).flatMap(({ number }) => {
    const [part, count, ...rest] = number?.split(".") ?? [];
    return number !== null && Number(part) === next.heading.number && count !== undefined
      ? [{ number, count: Number(count), rest }]
      : [];
  });
  const clash = added.some(({ count, rest }) => taken.has([own, count, ...rest].join(".")));
  const before = clash ? Number(first.split(".")[1]) - 1 : 0;
  for (const { number, count, rest } of added) numbers.set(number, [own, before + count, ...rest].join("."));
  return numbers;
}

/** From the start of the first to the end of the second, or both durations together. */
function timeOfBoth(document: ReferatDocument, index: number, profile: Profile): Map<number, NewTime> {
  const laps = lapsOf(document);
  const [first, second] = [laps[index], laps[index + 1]];
  const times = new Map<number, NewTime>();
  if (!first || !second?.timed) return times;
  const slot = slotOf(first.item);
  if (slot?.endSpan && first.start !== null && second.clocked && second.end !== null && second.gap >= 0)
    times.set(index, { start: first.start, end: second.end });
  const time = first.item.heading.time;
  if (time?.type === "duration" && !second.clocked && first.length !== null && second.minutes !== null)
    times.set(index, {
      written: writtenDuration(first.length + second.minutes, timeWritingOf(document.items, profile.slots)),
    });
  return times;
}
