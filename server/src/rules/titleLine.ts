import { isDate, dashedDate } from "../calendar/date.ts";
import { resolveDate } from "../calendar/dateText.ts";
import { headOf, meetingTimeOf } from "../model/meeting.ts";
import { trimmed } from "../text/span.ts";
import { headings } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly lacks: "line" | "capitals" | "body" | "date";
}

export const titleLine = documentRule<State>({
  id: "title-line",
  severity: "error",
  reads: headings,
  heeds: noParagraph,
  *detect({ document }) {
    const head = headOf(document);
    const line = head?.titleLine;
    if (line) {
      const date = line.date && resolveDate(line.date, null);
      const lacks = line.kindMiswritten ? "capitals" : line.body === null ? "body" : date ? null : "date";
      if (lacks) yield { chunk: 0, span: line.span, state: { lacks } };
      return;
    }
    // The first line with words is where the title line should have been.
    for (const [chunk, { masked, lineStarts }] of document.chunks.entries()) {
      for (const [index, start] of lineStarts.entries()) {
        const span = trimmed(masked, { start, end: lineStarts[index + 1] ?? masked.length });
        if (span.end > span.start) {
          yield { chunk, span, state: { lacks: "line" } };
          return;
        }
      }
    }
  },
  message: {
    da: ({ lacks }) =>
      ({
        line: "Dokumentet mangler en titellinje. Uden den kan ingen se, hvilket organ der mødtes, og hvornår: skriv fx »REFERAT Kulturudvalget i Havneby d. 04-03-2026« øverst.",
        capitals:
          "Titellinjens første ord skal stå med store bogstaver, så det ses, hvad dokumentet er: skriv REFERAT eller DAGSORDEN.",
        body: "Titellinjen nævner ikke organet. Skriv det mellem REFERAT og »d.«, fx »REFERAT Kulturudvalget i Havneby d. 04-03-2026«.",
        date: "Datoen i titellinjen mangler eller kan ikke læses. Skriv den til sidst som »d. dd-mm-åååå«, fx »d. 04-03-2026«.",
      })[lacks],
    en: ({ lacks }) =>
      ({
        line: "The document has no title line, so nobody can see which body met and when: write for instance “REFERAT Kulturudvalget i Havneby d. 04-03-2026” at the top.",
        capitals:
          "The first word of the title line must be in capitals, to show what the document is: write REFERAT or DAGSORDEN.",
        body: "The title line does not name the body. Write it between REFERAT and “d.”.",
        date: "The date of the title line is missing or cannot be read. Write it last, as “d. dd-mm-yyyy”.",
      })[lacks],
  },
  fixes: [
    {
      title: {
        da: ({ lacks }) =>
          lacks === "capitals" ? "Skriv ordet med store bogstaver" : "Sæt mødedatoen ind i titellinjen",
        en: ({ lacks }) =>
          lacks === "capitals" ? "Write the word in capitals" : "Put the meeting's date into the title line",
      },
      edits({ state }, { document }) {
        const head = headOf(document);
        const line = head?.titleLine;
        if (!head || !line) return null;
        if (state.lacks === "capitals") {
          return [{ chunk: 0, span: line.kindSpan, newText: line.kind.toUpperCase() }];
        }
        const written = meetingTimeOf(head)?.date;
        const date = written ? resolveDate(written, null) : null;
        if (state.lacks !== "date" || !date || !isDate(date) || !line.bodySpan) return null;
        return [
          {
            chunk: 0,
            span: { start: line.bodySpan.end, end: line.span.end },
            newText: ` d. ${dashedDate(date)}`,
          },
        ];
      },
    },
  ],
});
