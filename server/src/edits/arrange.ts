import { defaultProfile, type Profile } from "../model/profile.ts";
import { timeWritingOf } from "../model/timeStyle.ts";
import type { ReferatDocument, TextChange } from "../syntax/document.ts";
import { append } from "../text/many.ts";
import { slice, type Span } from "../text/span.ts";
import type { Arrangement } from "./arrangement.ts";
import { applyEdits } from "./applyEdits.ts";
import { contentsChanges } from "./contentsFollow.ts";
import { timeChanges, withChanges } from "./headingChanges.ts";
import type { Left, LeftReference } from "./left.ts";
import { renumbered } from "./renumber.ts";
import { type EditResult, refused } from "./result.ts";
import { changedText, chunkEdits, inOrder, textChange } from "./textChanges.ts";
import { labelOf } from "./label.ts";

/** The arrangement of a document as it is: no item moves. New times are written as the profile has it. */
export function asItIs(document: ReferatDocument, profile: Profile = defaultProfile): Arrangement {
  return {
    order: document.items.map((_, index) => index),
    renumbering: { numbers: new Map() },
    times: new Map(),
    titles: new Map(),
    writing: timeWritingOf(document.items, profile.slots),
    changes: [],
  };
}

/**
 * The edits of an arrangement. The document that they make is read before they are given away: where its items are not
 * those that were meant, nothing is done.
 */
export function arranged(document: ReferatDocument, arrangement: Arrangement): EditResult {
  const headings = headingEdits(document, arrangement);
  if (!headings) return refused({ why: "comment" });
  const numbers = renumbered(document, arrangement.renumbering);
  const contents = contentsChanges(document, arrangement);
  const inPlace = [...headings, ...numbers.edits.map((edit) => textChange(document, edit))];
  const left = [...(arrangement.left ?? []), ...numbers.left.filter((each) => !isRemoved(each))];
  const attempt = (more: readonly TextChange[], moreLeft: readonly Left[]): EditResult | null => {
    const edits = chunkEdits(document, together(document, arrangement, [...inPlace, ...more]));
    const after = applyEdits(document, edits);
    if (unexpected(document, after, arrangement) !== null) return null;
    if (after.preambles.length !== document.preambles.length) return null;
    return { edits, left: [...left, ...moreLeft], caret: caretIn(after, arrangement) };
  };
  const whole = attempt(contents.changes, contents.left);
  if (whole) return whole;
  if (contents.changes.length > 0) {
    const without = attempt([], [{ what: "entry", words: "Indholdsfortegnelse", why: "reading" }]);
    if (without) return without;
  }
  const after = applyEdits(document, chunkEdits(document, together(document, arrangement, inPlace)));
  return refused({ why: "reads", label: unexpected(document, after, arrangement) ?? "" });

  /** What is left in text that goes is not left; text that moves is there still. */
  function isRemoved({ place }: LeftReference): boolean {
    const start = document.offsetOf(place.chunk) + place.span.start;
    const holds = (at: Span): boolean => at.start <= start && start < at.end;
    return arrangement.changes.some(holds) && !(arrangement.carried && holds(arrangement.carried.from));
  }
}

function headingEdits(
  document: ReferatDocument,
  { times, titles, writing }: Arrangement,
): TextChange[] | null {
  const changes: TextChange[] = [];
  for (const [index, item] of document.items.entries()) {
    const chunk = document.firstItemIndex + index;
    const time = times.get(index);
    const title = titles.get(index);
    const parts = time ? timeChanges(item, time, writing.slot) : [];
    if (!parts) return null;
    if (title) {
      const { titleSpan } = item.heading;
      if (slice(item.text, titleSpan) !== slice(item.masked, titleSpan)) return null;
      const span = { start: titleSpan.start + title.start, end: titleSpan.start + title.end };
      parts.push({ span, newText: title.newText });
    }
    append(
      changes,
      parts.map((part) => textChange(document, { chunk, ...part })),
    );
  }
  return changes;
}

/** All changes as one list: what lies in text that moves moves with it, what lies in text that goes goes with it. */
function together(
  document: ReferatDocument,
  { changes, carried }: Arrangement,
  inPlace: readonly TextChange[],
): TextChange[] {
  const within = (change: TextChange, { start, end }: Span): boolean =>
    change.start >= start && change.end <= end;
  const gone = changes.filter(({ start, end }) => end > start);
  const staying = inPlace.filter((change) => !gone.some((each) => within(change, each)));
  if (!carried) return inOrder([...changes, ...staying]);
  const { from, to, before, behind } = carried;
  const taken = inPlace.filter((change) => within(change, from));
  const text = before + changedText(document, taken, from.start, from.end) + behind;
  return inOrder([...changes, ...staying, { start: to, end: to, text }]);
}

/** The label of the first item that is not read as it was meant; null where all are. */
function unexpected(
  document: ReferatDocument,
  after: ReferatDocument,
  { order, renumbering, titles }: Arrangement,
): string | null {
  for (const [place, each] of order.entries()) {
    const is = after.items[place]?.heading;
    if (typeof each !== "number") {
      if (is?.title !== each.title || is.number !== each.number)
        return each.title || `Punkt ${each.number ?? ""}`;
      continue;
    }
    const was = document.items[each]?.heading;
    if (!was) return "";
    const change = titles.get(each);
    const title = change ? withChanges(was.title, [{ span: change, newText: change.newText }]) : was.title;
    const number = renumbering.numbers.get(each) ?? was.number;
    if (is?.title !== title || is.number !== number) return labelOf(was);
  }
  const extra = after.items[order.length];
  return extra ? labelOf(extra.heading) : null;
}

function caretIn(after: ReferatDocument, { order, caretAt }: Arrangement): number | null {
  const place = caretAt ? order.indexOf(caretAt) : -1;
  const item = after.items[place];
  if (!item) return null;
  const { start, end } = item.heading.titleSpan;
  // A title that is still to be written goes behind the blank that stands there for it, in front of a time.
  const lead = item.text.slice(0, end).replace(/(?<![ \t])[ \t]+$/, "").length;
  const blank = /[ \t]/.test(item.text.charAt(lead)) ? 1 : 0;
  return after.offsetOf(after.firstItemIndex + place) + (start === end ? lead + blank : end);
}
