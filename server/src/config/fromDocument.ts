import { kindOf } from "../model/itemKind.ts";
import { majorityOf } from "../model/majority.ts";
import { headOf } from "../model/meeting.ts";
import { participantsOf } from "../model/participants.ts";
import { slotStyleText } from "../model/slotStyle.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { sectionKinds } from "../syntax/vocabulary.ts";
import type { ConfigFile, ProfileFile } from "./schema.ts";

/** The text of a referat.json that describes the body of a document as the document itself is written. */
export function configFromDocument(document: ReferatDocument): string {
  const body = headOf(document)?.titleLine?.body ?? null;
  const file: ConfigFile = { profiles: [profileFrom(document, body)], rules: {} };
  const comment =
    "// Hvordan organerne i denne mappe skriver deres referater. Skrevet efter det dokument, der var åbent: ret det, der ikke passer.\n";
  return `${comment}${JSON.stringify(file, null, 2)}\n`;
}

function profileFrom(document: ReferatDocument, body: string | null): ProfileFile {
  const { items } = document;
  const sections = items.flatMap((item) => item.sections.map((section) => ({ item, section })));
  const upper = majorityOf(
    sections
      .filter(({ section }) => section.heading.canonical !== null)
      .map(({ item, section: { heading } }) => {
        const words = item.masked.slice(heading.wordsSpan.start, heading.wordsSpan.end);
        return words === words.toUpperCase();
      }),
  );
  const used = sectionKinds.filter((kind) => sections.some(({ section }) => section.kind === kind));
  const cases = items.filter((item) =>
    ["case", "decision", "discussion", "orientation"].includes(kindOf(item).kind),
  );
  const always = used.filter(
    (kind) =>
      cases.length > 0 && cases.every((item) => item.sections.some((section) => section.kind === kind)),
  );
  const timed = items.filter((item) => item.heading.time !== null).length;
  const style = slotStyleText(
    items.flatMap((item) =>
      item.heading.time && item.heading.time.type !== "duration" ? [item.heading.time.form] : [],
    ),
  );
  const people = participantsOf(document.preambles).map(({ name, affiliation }) => ({
    name,
    ...(affiliation === null ? {} : { affiliation }),
  }));
  const fields = [...new Set(document.preambles.flatMap((chunk) => chunk.fields.map((field) => field.name)))];
  return {
    ...(body === null ? {} : { name: body, match: [body] }),
    ...(fields.length > 0 ? { fields: { required: fields } } : {}),
    sections: {
      ...(always.length > 0 ? { required: { case: always } } : {}),
      ...(used.length > 0 ? { order: used } : {}),
      ...(upper === null ? {} : { headingStyle: upper ? "UPPERCASE" : "Capitalised" }),
    },
    slots: { use: timed === 0 ? "none" : "optional", ...(style === null ? {} : { style }) },
    ...(cases.length > 0 && cases.every((item) => item.journalNumber !== null)
      ? { journalNumber: "required" as const }
      : {}),
    ...(people.length > 0 ? { people } : {}),
  };
}
