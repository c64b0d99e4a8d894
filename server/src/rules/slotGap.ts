import { type ScheduledItem, scheduleOf } from "../model/schedule.ts";
import { kindOf } from "../model/itemKind.ts";
import { times } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";
import { clock, clockLike, slotOf } from "../edits/slots.ts";
import { labelOf } from "../edits/label.ts";

interface State {
  readonly from: number;
  readonly to: number;
  readonly before: string;
  /** A pause stands on either side: another one helps nobody, it is the times that are wrong. */
  readonly besidePause: boolean;
}

export const slotGap = documentRule<State>({
  id: "slot-gap",
  severity: "info",
  ...times,
  heeds: noParagraph,
  *detect({ items, chunkOf }) {
    // The end of what came before; null where that is not known, or an item without a time may have taken it.
    let before: { index: number; end: number } | null = null;
    const schedule = scheduleOf(items);
    for (const { index, item, kind, start, end, minutes } of schedule) {
      const slot = slotOf(item);
      if (slot && start !== null) {
        if (before && start > before.end && !covered(before.end, start, schedule)) {
          const other = items[before.index];
          yield {
            chunk: chunkOf(index),
            span: slot.startSpan,
            state: {
              from: before.end,
              to: start,
              before: other ? labelOf(other.heading) : "",
              besidePause: [other, item].some((each) => each && kindOf(each).kind === "pause"),
            },
          };
        }
        before = end === null ? null : { index, end };
      } else if (minutes !== null && before) {
        before = { index, end: before.end + minutes };
      } else if (kind !== "written") {
        before = null;
      }
    }
  },
  message: {
    da: ({ from, to, before, besidePause }) =>
      `Mellem ${before} og dette punkt er der ${to - from} min (${clock(from)}-${clock(to)}), som intet punkt og ingen pause dækker. Ret tiderne${besidePause ? "" : ", eller indsæt en pause"}.`,
    en: ({ from, to, before, besidePause }) =>
      `Between ${before} and this item there are ${to - from} min (${clock(from)}-${clock(to)}) that no item and no pause accounts for. Correct the times${besidePause ? "" : ", or insert a pause"}.`,
  },
  fixes: [
    {
      title: {
        da: ({ from, to }) => `Indsæt en pause ${clock(from)}-${clock(to)}`,
        en: ({ from, to }) => `Insert a pause ${clock(from)}-${clock(to)}`,
      },
      edits({ chunk, state }, { document }) {
        const item = document.chunks[chunk];
        const slot = item?.kind === "item" ? slotOf(item) : null;
        if (item?.kind !== "item" || !slot?.endSpan || state.besidePause) return null;
        const from = clockLike(state.from, slot);
        const to = clockLike(state.to, slot);
        if (from === null || to === null) return null;
        // The pause is written as the item's own time is, with its lead and its parentheses.
        const lead = slot.form.lead + item.masked.slice(slot.span.start, slot.startSpan.start);
        const dash = item.masked.slice(slot.startSpan.end, slot.endSpan.start);
        const tail = item.masked.slice(slot.endSpan.end, slot.span.end);
        const { lineEnd } = document;
        // A pause is one only where it stands alone.
        const before = document.chunks[chunk - 1]?.masked ?? "";
        // Behind a lone CR an LF would be a part of the same line end.
        const ownEnd = before.endsWith("\r") ? "\r" : lineEnd;
        const blank = /(?:^|\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)$/.test(before.slice(-80)) ? "" : ownEnd;
        return [
          {
            chunk,
            span: { start: 0, end: 0 },
            newText: `${blank}PAUSE${lead}${from}${dash}${to}${tail}${lineEnd}${lineEnd}`,
          },
        ];
      },
    },
    {
      title: {
        da: ({ from }) => `Lad punktet begynde ${clock(from)}`,
        en: ({ from }) => `Let the item start at ${clock(from)}`,
      },
      edits({ chunk, span, state }, { document }) {
        const item = document.chunks[chunk];
        const slot = item?.kind === "item" ? slotOf(item) : null;
        const newText = slot ? clockLike(state.from, slot) : null;
        return newText === null ? null : [{ chunk, span, newText }];
      },
    },
  ],
});

/** Whether items elsewhere in the document take all of the time: it is their place that is wrong then. */
function covered(from: number, to: number, schedule: readonly ScheduledItem[]): boolean {
  let at = from;
  const slots = schedule
    .flatMap(({ start, end }) =>
      start !== null && end !== null && end > from && start < to ? [{ start, end }] : [],
    )
    .sort((a, b) => a.start - b.start);
  for (const { start, end } of slots) {
    if (start > at) return false;
    at = Math.max(at, end);
  }
  return at >= to;
}
