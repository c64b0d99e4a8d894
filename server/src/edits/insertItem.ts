import type { ItemKind } from "../model/itemKind.ts";
import { defaultProfile, type Profile } from "../model/profile.ts";
import { type TimeWriting, writtenDuration } from "../model/timeStyle.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { arranged, asItIs } from "./arrange.ts";
import type { NewItem } from "./arrangement.ts";
import { writtenSlot } from "./headingChanges.ts";
import { headingLine } from "./newHeading.ts";
import { lapsOf } from "./laps.ts";
import { numberAt, numbersShifted } from "./numbering.ts";
import type { Left } from "./left.ts";
import { type EditResult, refused } from "./result.ts";
import { timesShifted } from "./shiftTimes.ts";
import { prefixOf } from "./titlePrefix.ts";
import { unitsOf } from "./units.ts";
import { labelOf } from "./label.ts";

export interface NewItemWish {
  readonly kind: ItemKind;
  readonly title: string;
  /** How long it is to take; what follows is shifted by as much. Null or left out for no time. */
  readonly minutes?: number | null;
}

/** Puts a new item in front of index `at`, or behind the last; its title bears the prefix of its kind as the others do. */
export function insertItem(
  document: ReferatDocument,
  at: number,
  wish: NewItemWish,
  profile: Profile = defaultProfile,
): EditResult {
  const title = `${prefixOf(document.items, wish.kind)}${wish.title.replace(/\s+/g, " ").trim()}`;
  return inserted(document, at, title, numberAt(document.items, at), wish.minutes ?? null, profile);
}

/** Puts a pause in front of index `at`: it takes no number. */
export function insertPause(
  document: ReferatDocument,
  at: number,
  { title = "PAUSE", minutes = null }: { readonly title?: string; readonly minutes?: number | null } = {},
  profile: Profile = defaultProfile,
): EditResult {
  return inserted(document, at, title, null, minutes, profile);
}

function inserted(
  document: ReferatDocument,
  at: number,
  title: string,
  number: number | null,
  minutes: number | null,
  profile: Profile,
): EditResult {
  const { items } = document;
  if (!(at >= 0 && at <= items.length)) return refused({ why: "noItem" });
  const arrangement = asItIs(document, profile);
  const time = minutes === null ? { written: "", by: 0 } : timeAt(document, at, minutes, arrangement.writing);
  const shifted = time && timesShifted(document, at, time.by);
  if (!shifted) return refused({ why: "midnight" });
  const { numbers, stopped } =
    number === null
      ? { numbers: new Map<number, number>(), stopped: null }
      : numbersShifted(items, at, number, 1);
  const item: NewItem = { number, title, time: time.written };
  const order: (number | NewItem)[] = items.map((_, index) => index);
  order.splice(at, 0, item);
  return arranged(document, {
    ...arrangement,
    order,
    renumbering: { numbers },
    times: shifted.times,
    changes: [insertion(document, at, headingLine(document, at, item))],
    left: [...numbersLeft(document, stopped), ...shifted.left],
    caretAt: item,
  });
}

/** That the numbers are left as they are from an item on (its index in the document as it was); nothing for null. */
export function numbersLeft(document: ReferatDocument, stopped: number | null): Left[] {
  const heading = stopped === null ? undefined : document.items[stopped]?.heading;
  return heading ? [{ what: "number", why: "row", label: labelOf(heading) }] : [];
}

/** The heading with a blank line on either side, in front of the comments that belong to the next one. */
function insertion(
  document: ReferatDocument,
  at: number,
  heading: string,
): { start: number; end: number; text: string } {
  const units = unitsOf(document);
  const { lineEnd } = document;
  const start = units[at]?.start ?? document.length;
  const before = document.getText({ start: Math.max(0, start - 8), end: start });
  const blank = before === "" || /(?:^|\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:\r\n|\r|\n)$/.test(before);
  const lead = blank ? "" : /[\r\n]$/.test(before) ? lineEnd : lineEnd + lineEnd;
  return { start, end: start, text: `${lead}${heading}${lineEnd}${units[at] ? lineEnd : ""}` };
}

/** The time of a new item in front of index `at`, as the document gives times, and by how much what follows is later. */
function timeAt(
  document: ReferatDocument,
  at: number,
  minutes: number,
  writing: TimeWriting,
): { written: string; by: number } | null {
  const laps = lapsOf(document);
  if (writing.usual === null) return { written: "", by: 0 };
  const next = laps.slice(at).find((lap) => lap.clocked && lap.start !== null);
  const before = laps[at - 1];
  const end = before?.from == null || before.length === null ? null : before.from + before.length;
  const start = end ?? next?.start ?? null;
  const duration = writing.usual === "duration" ? writtenDuration(minutes, writing) : null;
  if (start === null) return { written: duration ?? "", by: 0 };
  const written = duration ?? writtenSlot(start, start + minutes, writing.slot);
  // What lies free in front of the next one is taken first.
  const free = next?.start == null ? 0 : Math.max(0, next.start - start);
  return written === null ? null : { written, by: Math.max(0, minutes - free) };
}
