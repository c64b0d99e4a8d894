import { namedDecisions, quotesEarlier } from "../model/decisionHeading.ts";
import { sectionsOf } from "../model/sections.ts";
import { sectionHeadings } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly words: string;
}

export const decisionInAgenda = documentRule<State>({
  id: "decision-in-agenda",
  severity: "warning",
  ...sectionHeadings,
  heeds: noParagraph,
  *detect({ meeting, items, profile, chunkOf }) {
    if (meeting.kind !== "dagsorden") return;
    for (const [index, item] of items.entries()) {
      const named = namedDecisions(item, meeting.date);
      for (const section of sectionsOf(item, "beslutning")) {
        // An agenda may quote what was decided before: at an earlier meeting, or by another body.
        const names = named.find((each) => each.section === section);
        if (names && quotesEarlier(names, meeting, profile.aliases)) continue;
        const span = section.heading.wordsSpan;
        yield { chunk: chunkOf(index), span, state: { words: item.masked.slice(span.start, span.end) } };
      }
    }
  },
  message: {
    da: ({ words }) =>
      `»${words}« står i en dagsorden, men mødet er ikke holdt endnu. Slet afsnittet, eller ret titellinjen til »REFERAT«, hvis dette er referatet.`,
    en: ({ words }) =>
      `“${words}” stands in an agenda, before the meeting. Delete the section, or begin the title line with “REFERAT” if these are the minutes.`,
  },
});
