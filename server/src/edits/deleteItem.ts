import { defaultProfile, type Profile } from "../model/profile.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { arranged, asItIs } from "./arrange.ts";
import { numbersLeft } from "./insertItem.ts";
import { lapsOf } from "./laps.ts";
import { numbersShifted } from "./numbering.ts";
import { numberedItems } from "./renumber.ts";
import { type EditResult, refused } from "./result.ts";
import { timesShifted } from "./shiftTimes.ts";
import { unitsOf } from "./units.ts";

/** Takes an item out, with its line in the contents. What follows moves up; what refers to it is left, and named. */
export function deleteItem(
  document: ReferatDocument,
  index: number,
  profile: Profile = defaultProfile,
): EditResult {
  const { items } = document;
  const units = unitsOf(document);
  const unit = units[index];
  if (!unit) return refused({ why: "noItem" });
  const own = numberedItems(items).find((each) => each.index === index);
  const { numbers, stopped } = own?.counts
    ? numbersShifted(items, index + 1, own.number + 1, -1)
    : { numbers: new Map<number, number>(), stopped: null };
  const lap = lapsOf(document)[index];
  const next = lapsOf(document)
    .slice(index + 1)
    .find((each) => each.clocked);
  // Behind an overlap it is not known what the item took.
  const certain = lap?.clocked === true && lap.gap >= 0 && (next?.gap ?? 0) >= 0;
  const shifted = timesShifted(document, index + 1, certain ? -(lap.length ?? 0) : 0);
  if (!shifted) return refused({ why: "midnight" });
  const before = units[index - 1];
  const last = index === items.length - 1;
  // Of the blank lines around it those in front go; the last item leaves the document's end as it is.
  const start = last && before ? before.end : unit.start;
  return arranged(document, {
    ...asItIs(document, profile),
    order: items.flatMap((_, each) => (each === index ? [] : [each])),
    renumbering: { numbers, gone: new Set([index]) },
    times: shifted.times,
    changes: [{ start, end: last ? unit.end : unit.next, text: "" }],
    left: [...numbersLeft(document, stopped), ...shifted.left],
  });
}
