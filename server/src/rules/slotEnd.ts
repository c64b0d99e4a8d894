import { formatClock, isClockTime, minutesOf, type ClockTime } from "../calendar/clock.ts";
import { scheduleOf } from "../model/schedule.ts";
import { times } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";
import { slotOf } from "../edits/slots.ts";

interface State {
  /** Minutes past the meeting's end. */
  readonly over: number;
  readonly end: ClockTime;
  readonly summed: boolean;
}

export const slotEnd = documentRule<State>({
  id: "slot-end",
  severity: "warning",
  ...times,
  heeds: noParagraph,
  *detect({ meeting, items, chunkOf }) {
    const { start, end } = meeting;
    if (!end || !isClockTime(end)) return;
    const closes = minutesOf(end);
    const schedule = scheduleOf(items);
    const last = schedule.filter((scheduled) => scheduled.end !== null).at(-1);
    if (last?.end != null) {
      const span = slotOf(last.item)?.endSpan;
      if (last.end > closes && span) {
        yield { chunk: chunkOf(last.index), span, state: { over: last.end - closes, end, summed: false } };
      }
      return;
    }
    // No clock times: the durations are summed from the meeting's start.
    if (!start || !isClockTime(start) || schedule.some(({ item }) => slotOf(item) !== null)) return;
    const durations = schedule.filter(({ minutes }) => minutes !== null);
    const over = minutesOf(start) + durations.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) - closes;
    const longest = durations.at(-1);
    const time = longest?.item.heading.time;
    if (over > 0 && longest && time?.type === "duration") {
      yield { chunk: chunkOf(longest.index), span: time.wordsSpan, state: { over, end, summed: true } };
    }
  },
  message: {
    da: ({ over, end, summed }) =>
      summed
        ? `Punkternes varigheder løber tilsammen ${over} min ud over mødets slutning kl. ${formatClock(end, ".")}. Kort nogle af dem af, eller ret mødets sluttid.`
        : `Punktet slutter ${over} min efter mødet, som slutter kl. ${formatClock(end, ".")}. Kort punkterne af, eller ret mødets sluttid.`,
    en: ({ over, end, summed }) =>
      summed
        ? `The items' durations add up to ${over} min past the meeting's end at ${formatClock(end, ".")}. Shorten some, or change the meeting's end.`
        : `The item ends ${over} min after the meeting, which ends at ${formatClock(end, ".")}. Shorten the items, or change the meeting's end.`,
  },
});
