import { scheduleOf } from "../model/schedule.ts";
import { clock, clockLike, slotOf } from "../edits/slots.ts";
import { times } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";
import { labelOf } from "../edits/label.ts";

interface State {
  readonly start: number;
  /** When the item before ends. */
  readonly end: number;
  readonly before: string;
  readonly beforeIndex: number;
}

export const slotOverlap = documentRule<State>({
  id: "slot-overlap",
  severity: "error",
  ...times,
  heeds: noParagraph,
  *detect({ items, chunkOf }) {
    let before: { index: number; start: number; end: number } | null = null;
    for (const { index, item, start, end } of scheduleOf(items)) {
      const slot = slotOf(item);
      // A start alone ends nowhere, but what comes before it has begun.
      if (start === null || !slot || (slot.end !== null && end === null)) continue;
      if (before && start < before.end) {
        const other = items[before.index];
        const otherSlot = other && slotOf(other);
        yield {
          chunk: chunkOf(index),
          span: slot.startSpan,
          state: {
            start,
            end: before.end,
            before: other ? labelOf(other.heading) : "",
            beforeIndex: before.index,
          },
          ...(otherSlot
            ? { related: { chunk: chunkOf(before.index), span: otherSlot.endSpan ?? otherSlot.startSpan } }
            : {}),
        };
      }
      before = { index, start, end: end ?? start };
    }
  },
  message: {
    da: ({ start, end, before }) =>
      `Punktet begynder ${clock(start)}, men ${before} slutter først ${clock(end)}. To punkter kan ikke behandles samtidig: flyt det ene.`,
    en: ({ start, end, before }) =>
      `The item starts at ${clock(start)}, but ${before} does not end until ${clock(end)}. Move one of them.`,
  },
  relatedMessage: {
    da: ({ before, end }) => `${before} slutter ${clock(end)}`,
    en: ({ before, end }) => `${before} ends at ${clock(end)}`,
  },
  fixes: [
    {
      title: {
        da: ({ end }) => `Lad punktet begynde ${clock(end)}`,
        en: ({ end }) => `Let the item start at ${clock(end)}`,
      },
      edits({ chunk, span, state }, { document }) {
        const item = document.chunks[chunk];
        const slot = item?.kind === "item" ? slotOf(item) : null;
        const end = slot?.end ? slot.end.hour * 60 + slot.end.minute : null;
        if (!slot || (end !== null && end <= state.end)) return null;
        const newText = clockLike(state.end, slot);
        return newText === null ? null : [{ chunk, span, newText }];
      },
    },
    {
      title: {
        da: ({ before, start }) => `Lad ${before} slutte ${clock(start)}`,
        en: ({ before, start }) => `Let ${before} end at ${clock(start)}`,
      },
      edits({ state }, { items, chunkOf }) {
        const item = items[state.beforeIndex];
        const slot = item ? slotOf(item) : null;
        if (!slot?.endSpan || slot.start.hour * 60 + slot.start.minute >= state.start) return null;
        const newText = clockLike(state.start, slot);
        return newText === null ? null : [{ chunk: chunkOf(state.beforeIndex), span: slot.endSpan, newText }];
      },
    },
    {
      title: {
        da: ({ start, end }) => `Ryk dette punkt og alle tider efter det ${end - start} min frem`,
        en: ({ start, end }) => `Shift this item and all times after it by ${end - start} min`,
      },
      edits({ chunk, state }, { items, chunkOf }) {
        const edits = [];
        for (const [index, item] of items.entries()) {
          if (chunkOf(index) < chunk) continue;
          const slot = slotOf(item);
          if (!slot) continue;
          for (const [time, span] of [
            [slot.start, slot.startSpan] as const,
            [slot.end, slot.endSpan] as const,
          ]) {
            if (!time || !span) continue;
            const newText = clockLike(time.hour * 60 + time.minute + state.end - state.start, slot);
            // Over midnight, or a time that was none: then it is not for us to say.
            if (newText === null) return null;
            edits.push({ chunk: chunkOf(index), span, newText });
          }
        }
        return edits;
      },
    },
  ],
});
