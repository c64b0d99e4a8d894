import { resolveDate } from "../calendar/dateText.ts";
import { slice } from "../text/span.ts";
import { meetingTimeOf } from "../model/meeting.ts";
import { headings } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly written: string;
  /** A date is written, but there is no such day. */
  readonly nonexistent: boolean;
}

export const meetingDate = documentRule<State>({
  id: "meeting-date",
  severity: "error",
  reads: headings,
  heeds: noParagraph,
  *detect({ document }) {
    for (const [chunk, preamble] of document.preambles.entries()) {
      const time = meetingTimeOf(preamble);
      if (!time) continue;
      const { date, field } = time;
      if (date) {
        if (date.year === null || resolveDate(date, null)) continue;
        const start = dateStart(slice(preamble.masked, date), date.start);
        yield {
          chunk,
          span: { start, end: date.end },
          state: { written: preamble.masked.slice(start, date.end), nonexistent: true },
        };
      } else if (field.valueSpan.end > field.valueSpan.start) {
        yield {
          chunk,
          span: field.valueSpan,
          state: { written: slice(preamble.masked, field.valueSpan), nonexistent: false },
        };
      }
    }
  },
  message: {
    da: ({ written, nonexistent }) =>
      nonexistent
        ? `Datoen »${written}« findes ikke. Ret den, så mødet står på den rigtige dag.`
        : `Mødedatoen »${written}« kan ikke læses. Skriv den som »Onsdag d. 4. marts 2026 kl. 13:00«.`,
    en: ({ written, nonexistent }) =>
      nonexistent
        ? `There is no such day as “${written}”. Correct it, so that the meeting stands on the right day.`
        : `The meeting date “${written}” cannot be read. Write it as “Onsdag d. 4. marts 2026 kl. 13:00”.`,
  },
});

/** The date itself, behind its weekday and `d.`. */
export function dateStart(mention: string, offset: number): number {
  return offset + Math.max(0, mention.search(/\d/));
}
