import { clockAt, formatClock, isClockTime, minutesOf } from "../calendar/clock.ts";
import { scheduleOf } from "../model/schedule.ts";
import { meetingTimeOf } from "../model/meeting.ts";
import { times } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";
import { clock, clockLike, slotOf } from "../edits/slots.ts";

interface State {
  readonly first: number;
  readonly meeting: number;
}

export const slotStart = documentRule<State>({
  id: "slot-start",
  severity: "warning",
  ...times,
  heeds: noParagraph,
  *detect({ document, meeting, items, chunkOf }) {
    if (!meeting.start || !isClockTime(meeting.start)) return;
    const opens = minutesOf(meeting.start);
    const schedule = scheduleOf(items);
    const first = schedule.find(({ item }) => slotOf(item) !== null);
    if (first?.start == null || first.start === opens) return;
    // What has no clock time of its own may have taken the first minutes.
    if (first.start > opens && schedule.slice(0, first.index).some(({ kind }) => kind !== "written")) return;
    const slot = slotOf(first.item);
    const field = document.preambles.findIndex((preamble) => meetingTimeOf(preamble)?.start);
    const preamble = document.preambles[field];
    const start = preamble ? meetingTimeOf(preamble)?.start : null;
    if (!slot) return;
    yield {
      chunk: chunkOf(first.index),
      span: slot.startSpan,
      state: { first: first.start, meeting: opens },
      ...(start ? { related: { chunk: field, span: start.span } } : {}),
    };
  },
  message: {
    da: ({ first, meeting }) =>
      `Første punkt begynder ${clock(first)}, men mødet begynder ${clock(meeting)}. Deltagerne møder op på det ene eller det andet tidspunkt: ret det forkerte.`,
    en: ({ first, meeting }) =>
      `The first item starts at ${clock(first)}, but the meeting starts at ${clock(meeting)}. Correct the one that is wrong.`,
  },
  relatedMessage: { da: () => "Mødets start", en: () => "The meeting's start" },
  fixes: [
    {
      title: {
        da: ({ meeting }) => `Lad første punkt begynde ${clock(meeting)}`,
        en: ({ meeting }) => `Let the first item start at ${clock(meeting)}`,
      },
      edits({ chunk, span, state }, { document }) {
        const item = document.chunks[chunk];
        const slot = item?.kind === "item" ? slotOf(item) : null;
        if (!slot || (slot.end && minutesOf(slot.end) <= state.meeting)) return null;
        const newText = clockLike(state.meeting, slot);
        return newText === null ? null : [{ chunk, span, newText }];
      },
    },
    {
      title: {
        da: ({ first }) => `Lad mødet begynde ${clock(first)}`,
        en: ({ first }) => `Let the meeting start at ${clock(first)}`,
      },
      edits({ state }, { document }) {
        for (const [chunk, preamble] of document.preambles.entries()) {
          const start = meetingTimeOf(preamble)?.start;
          const time = clockAt(state.first);
          if (!start || !time) continue;
          const separator = preamble.masked.slice(start.span.start, start.span.end).includes(".") ? "." : ":";
          return [{ chunk, span: start.span, newText: formatClock(time, separator) }];
        }
        return null;
      },
    },
  ],
});
