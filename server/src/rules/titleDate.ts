import { type CalendarDate, danishDate, sameDate, dashedDate } from "../calendar/date.ts";
import { resolveDate } from "../calendar/dateText.ts";
import { headOf, meetingTimeOf } from "../model/meeting.ts";
import { slice, type Span } from "../text/span.ts";
import { dateStart } from "./meetingDate.ts";
import { headings } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly title: CalendarDate;
  readonly meeting: CalendarDate;
  /** The date as the title line writes it. */
  readonly titleSpan: Span;
}

export const titleDate = documentRule<State>({
  id: "title-date",
  severity: "warning",
  reads: headings,
  heeds: noParagraph,
  *detect({ document }) {
    const head = headOf(document);
    const written = head?.titleLine?.date;
    const title = written && resolveDate(written, null);
    if (!head || !written || !title) return;
    for (const [chunk, preamble] of document.preambles.entries()) {
      const mention = meetingTimeOf(preamble)?.date;
      const meeting = mention && resolveDate(mention, title);
      if (!mention || !meeting || sameDate(title, meeting)) continue;
      const titleSpan = { start: dateStart(slice(head.masked, written), written.start), end: written.end };
      yield {
        chunk,
        span: { start: dateStart(slice(preamble.masked, mention), mention.start), end: mention.end },
        state: { title, meeting, titleSpan },
        related: { chunk: 0, span: titleSpan },
      };
    }
  },
  message: {
    da: ({ title, meeting }) =>
      `Mødedatoen er ${danishDate(meeting)}, men titellinjen siger ${danishDate(title)}. Kun den ene kan være rigtig: ret den anden.`,
    en: ({ title, meeting }) =>
      `The meeting date is ${danishDate(meeting)}, but the title line says ${danishDate(title)}. Correct one of them.`,
  },
  relatedMessage: { da: () => "Datoen i titellinjen", en: () => "The date of the title line" },
  fixes: [
    {
      title: {
        da: ({ meeting }) => `Ret titellinjens dato til ${dashedDate(meeting)}`,
        en: ({ meeting }) => `Change the title line's date to ${dashedDate(meeting)}`,
      },
      edits: ({ state }) => [{ chunk: 0, span: state.titleSpan, newText: dashedDate(state.meeting) }],
    },
    {
      title: {
        da: ({ title }) => `Ret mødedatoen til ${danishDate(title)}`,
        en: ({ title }) => `Change the meeting date to ${danishDate(title)}`,
      },
      edits: ({ chunk, span, state }) => [{ chunk, span, newText: danishDate(state.title) }],
    },
  ],
});
