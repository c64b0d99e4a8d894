import { bodyKeyOf } from "../archive/bodyWords.ts";
import { formatClock } from "../calendar/clock.ts";
import { isoDate } from "../calendar/date.ts";
import { headOf } from "../model/meeting.ts";
import { slice } from "../text/span.ts";
import { fileNameIn } from "../text/uri.ts";
import { dateStart } from "./meetingDate.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly kind: "referat" | "dagsorden";
  /** The name of the other document's file. */
  readonly file: string;
  readonly more: number;
}

export const meetingTwice = documentRule<State>({
  id: "meeting-twice",
  severity: "info",
  archive: "needed",
  reads: (chunk) => (chunk.kind === "item" ? "" : chunk.text),
  heeds: noParagraph,
  *detect({ document, meeting, around }) {
    const head = headOf(document);
    const title = head?.titleLine;
    const { body, date, kind } = meeting;
    if (!around || !head || !title || body === null || date === null) return;
    const key = bodyKeyOf(body);
    const start = meeting.start && formatClock(meeting.start);
    const others = around.archive
      .on(isoDate(date))
      .filter(
        ({ uri, record }) =>
          uri !== around.uri &&
          record.kind === kind &&
          record.body !== null &&
          bodyKeyOf(record.body) === key &&
          // In the morning and in the afternoon: two meetings.
          (start === null || record.start === null || record.start === start),
      )
      .map(({ uri }) => uri)
      .sort();
    const [first] = others;
    if (first === undefined) return;
    yield {
      chunk: 0,
      span: title.date
        ? { start: dateStart(slice(head.masked, title.date), title.date.start), end: title.date.end }
        : (title.bodySpan ?? title.span),
      state: { kind, file: fileNameIn(first), more: others.length - 1 },
    };
  },
  message: {
    da: ({ kind, file, more }) =>
      `Også »${file}«${more > 0 ? ` (og ${more} til)` : ""} er ${kind === "referat" ? "referatet" : "dagsordenen"} fra dette møde, så henvisninger hertil har to mål. Ret datoen, eller slet det ene dokument.`,
    en: ({ kind, file, more }) =>
      `“${file}”${more > 0 ? ` (and ${more} more)` : ""} is the ${kind === "referat" ? "minutes" : "agenda"} of this meeting too. Correct the date, or delete one of the documents.`,
  },
});
