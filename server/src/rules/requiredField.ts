import { danishDate, weekdayName } from "../calendar/date.ts";
import { resolveDate } from "../calendar/dateText.ts";
import { labelOfThosePresent, saysWhoTookPart } from "../model/attendance.ts";
import { headOf } from "../model/meeting.ts";
import { withCapital } from "../text/spelling.ts";
import { newField } from "./insertField.ts";
import { paragraphsWith } from "./heeds.ts";
import { type DocumentContext, documentRule } from "./rule.ts";

interface State {
  readonly field: string;
  /** The label is there, with nothing behind it. */
  readonly empty: boolean;
  /** The profile asks for it, or it is one of the two that every document needs. */
  readonly required: boolean;
}

const usual = ["mødedato", "mødested"];

export const requiredField = documentRule<State>({
  id: "required-field",
  severity: ({ required }) => (required ? "warning" : "info"),
  heeds: paragraphsWith(labelOfThosePresent),
  *detect({ document, meeting, profile }) {
    const title = headOf(document)?.titleLine;
    // Without a title line the head is not begun: that is another rule's finding.
    if (!title) return;
    const wanted = profile.requiredFields?.map((name) => name.toLowerCase()) ?? usual;
    const listed = [...new Set(wanted)].map((field) => ({ field, required: true }));
    // Before the meeting nobody has taken part.
    if (profile.requiredFields === null && meeting.kind === "referat" && !saysWhoTookPart(document)) {
      listed.push({ field: "mødedeltagere", required: false });
    }
    for (const { field, required } of listed) {
      const found = document.preambles.flatMap((preamble, chunk) =>
        preamble.fields.filter(({ name }) => name === field).map((each) => ({ chunk, ...each })),
      );
      const [first] = found;
      if (!first) yield { chunk: 0, span: title.span, state: { field, empty: false, required } };
      else if (found.every(({ valueSpan }) => valueSpan.end === valueSpan.start)) {
        yield { chunk: first.chunk, span: first.labelSpan, state: { field, empty: true, required } };
      }
    }
  },
  message: {
    da: ({ field, empty, required }) =>
      empty
        ? `Feltet »${withCapital(field)}« er tomt. ${why[field] ?? "Det hører med i hovedet"}: udfyld det.`
        : required
          ? `Feltet »${withCapital(field)}« mangler. ${why[field] ?? "Det hører med i hovedet"}: skriv det under titellinjen.`
          : "Referatet siger ikke, hvem der deltog. Det kan få betydning, når nogen senere spørger, hvem der var med til beslutningerne: tilføj feltet »Mødedeltagere«.",
    en: ({ field, empty, required }) =>
      empty
        ? `The field “${withCapital(field)}” is empty: fill it in.`
        : required
          ? `The field “${withCapital(field)}” is missing: write it below the title line.`
          : "The minutes do not say who took part: add the field “Mødedeltagere”.",
  },
  fixes: [
    {
      title: {
        da: ({ field }) => `Tilføj feltet »${withCapital(field)}«`,
        en: ({ field }) => `Add the field “${withCapital(field)}”`,
      },
      edits: ({ state }, context) =>
        state.empty ? null : newField(state.field, valueOf(state.field, context), context),
    },
  ],
});

const why: Readonly<Record<string, string>> = {
  mødedato: "Uden det kan ingen se, hvornår mødet var",
  mødested: "Uden det kan ingen se, hvor mødet blev holdt",
  mødedeltagere: "Uden det kan ingen se, hvem der var med til beslutningerne",
};

/** What is known already: the title line's date, the profile's persons. */
function valueOf(field: string, { document, profile }: DocumentContext): string {
  if (field === "mødedeltagere") {
    return profile.people
      .map(({ name, affiliation }) => (affiliation === null ? name : `${name}, ${affiliation}`))
      .join(", ");
  }
  const written = field === "mødedato" ? headOf(document)?.titleLine?.date : null;
  const date = written ? resolveDate(written, null) : null;
  if (!date) return "";
  const weekday = weekdayName(date);
  return `${withCapital(weekday)} d. ${danishDate(date)}`;
}
