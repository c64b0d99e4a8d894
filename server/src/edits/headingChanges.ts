import { clockAt, minutesOf } from "../calendar/clock.ts";
import type { SlotTime } from "../syntax/itemTime.ts";
import type { Item } from "../syntax/nodes.ts";
import { type Span, slice } from "../text/span.ts";
import { clockLike, slotOf } from "./slots.ts";
import { timeInStyle, type WholeTimeStyle } from "../model/timeStyle.ts";

/** What an item's time becomes: other clocks in the form that it has, or another text with its lead (empty for none). */
export type NewTime = { readonly start: number; readonly end: number | null } | { readonly written: string };

/** A part of the title, counted from the title's start, that becomes another. */
export interface TitleChange extends Span {
  readonly newText: string;
}

export interface PartChange {
  readonly span: Span;
  readonly newText: string;
}

/** The changes of a heading's time; null where a comment is in the way, or there is no such time of the day. */
export function timeChanges(item: Item, time: NewTime, usual: WholeTimeStyle): PartChange[] | null {
  if ("written" in time) {
    const start = item.heading.titleSpan.end;
    const end = item.heading.time?.span.end ?? start;
    const at = { start, end };
    if (slice(item.text, at) !== slice(item.masked, at)) return null;
    return slice(item.text, at) === time.written ? [] : [{ span: at, newText: time.written }];
  }
  const slot = slotOf(item);
  return slot && clockChanges(slot, time, usual);
}

/** The changes of a slot whose clocks are others. A time that stays is not rewritten in another form. */
export function clockChanges(
  slot: SlotTime,
  { start, end }: { readonly start: number; readonly end: number | null },
  usual: WholeTimeStyle,
): PartChange[] | null {
  const changes: PartChange[] = [];
  const parts = [
    { minutes: start, was: slot.start, span: slot.startSpan },
    { minutes: end, was: slot.end, span: slot.endSpan },
  ];
  for (const { minutes, was, span } of parts) {
    if (minutes === null || !was || !span || minutesOf(was) === minutes) continue;
    const newText = clockLike(minutes, slot, usual.shortHour);
    if (newText === null) return null;
    changes.push({ span, newText });
  }
  return changes;
}

/** A time with its lead, as the document writes its times; null where there is no such time of the day. */
export function writtenSlot(start: number, end: number, style: WholeTimeStyle): string | null {
  const from = clockAt(start);
  const to = clockAt(end);
  return from && to && style.lead + timeInStyle(style, from, to);
}

/** The text with the changes made, which are told in their order. */
export function withChanges(text: string, changes: readonly PartChange[]): string {
  return changes.reduceRight(
    (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
    text,
  );
}
