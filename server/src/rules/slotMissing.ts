import { isClockTime, minutesOf } from "../calendar/clock.ts";
import { scheduleOf, type ScheduledItem } from "../model/schedule.ts";
import { times } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";
import { timeWritingOf } from "../model/timeStyle.ts";
import { writtenSlot } from "../edits/headingChanges.ts";
import { clock, slotOf } from "../edits/slots.ts";
import { labelOf } from "../edits/label.ts";

interface State {
  readonly label: string;
  /** The next item takes the time from the meeting's start on. */
  readonly nextOpens: boolean;
  /** The profile asks for a time for every item. */
  readonly always: boolean;
  /** The time between its neighbours, where there is some; minutes since midnight. */
  readonly room: { readonly from: number; readonly to: number } | null;
}

export const slotMissing = documentRule<State>({
  id: "slot-missing",
  severity: "info",
  ...times,
  heeds: noParagraph,
  *detect({ meeting, items, profile, chunkOf }) {
    if (profile.slots.use === "none" || profile.slots.use === "optional") return;
    const schedule = scheduleOf(items);
    const timed = schedule.filter((scheduled) => scheduled.timed);
    const first = timed[0];
    const last = timed.at(-1);
    const always = profile.slots.use === "required";
    if ((!first || !last) && !always) return;
    const opens = meeting.start && isClockTime(meeting.start) ? minutesOf(meeting.start) : null;
    for (const scheduled of schedule) {
      if (scheduled.timed || scheduled.kind === "pause" || scheduled.kind === "written") continue;
      const leading = first !== undefined && scheduled.index < first.index;
      const nextOpens =
        leading && opens !== null && first.start === opens && scheduled.index + 1 === first.index;
      const trailing = last === undefined || scheduled.index > last.index;
      if (!always && (leading ? !nextOpens && !durationsOnly(timed) : trailing)) continue;
      yield {
        chunk: chunkOf(scheduled.index),
        span: scheduled.item.heading.labelSpan,
        state: {
          label: labelOf(scheduled.item.heading),
          nextOpens,
          always,
          room: roomFor(scheduled, schedule),
        },
      };
    }
  },
  message: {
    da: ({ label, nextOpens, always }) =>
      always
        ? `${label} har ingen tid. Efter profilen i referat.json har alle punkter en tid: giv punktet en.`
        : nextOpens
          ? `${label} har ingen tid, og næste punkt begynder sammen med mødet. Giv punktet en tid, så tidsplanen holder.`
          : `${label} har ingen tid, men det har punkterne omkring det. Giv punktet en tid, så tidsplanen holder.`,
    en: ({ label, nextOpens, always }) =>
      always
        ? `${label} has no time. By the profile in referat.json every item has one: give it a time.`
        : nextOpens
          ? `${label} has no time, and the next item starts with the meeting. Give it a time, so that the schedule holds.`
          : `${label} has no time, though the items around it have. Give it a time, so that the schedule holds.`,
  },
  fixes: [
    {
      title: {
        da: ({ room }) => `Giv punktet tiden ${clock(room?.from ?? 0)}-${clock(room?.to ?? 0)}`,
        en: ({ room }) => `Give the item the time ${clock(room?.from ?? 0)}-${clock(room?.to ?? 0)}`,
      },
      edits({ chunk, state: { room } }, { document, items, profile }) {
        const item = document.chunks[chunk];
        const time = room && writtenSlot(room.from, room.to, timeWritingOf(items, profile.slots).slot);
        if (item?.kind !== "item" || time === null) return null;
        const at = item.heading.titleSpan.end;
        return [{ chunk, span: { start: at, end: at }, newText: time }];
      },
    },
  ],
});

/** Only between two neighbours that say when they end and begin is it certain what is left for an item. */
function roomFor({ index }: ScheduledItem, schedule: readonly ScheduledItem[]): State["room"] {
  const from = schedule[index - 1]?.end ?? null;
  const to = schedule[index + 1]?.start ?? null;
  return from !== null && to !== null && to > from ? { from, to } : null;
}

function durationsOnly(timed: readonly ScheduledItem[]): boolean {
  return timed.every(({ item }) => slotOf(item) === null);
}
