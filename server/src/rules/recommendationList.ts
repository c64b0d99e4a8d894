import { recommendsNothing } from "../model/leadIn.ts";
import { sectionsOf } from "../model/sections.ts";
import { paragraphsOf } from "./heeds.ts";
import { itemRule } from "./rule.ts";

interface State {
  readonly words: string;
}

export const recommendationList = itemRule<State>({
  id: "recommendation-list",
  severity: "warning",
  heeds: paragraphsOf("indstilling"),
  *detect({ item }) {
    for (const section of sectionsOf(item, "indstilling")) {
      if (!recommendsNothing(item, section)) continue;
      const { wordsSpan } = section.heading;
      yield { span: wordsSpan, state: { words: item.masked.slice(wordsSpan.start, wordsSpan.end) } };
    }
  },
  message: {
    da: ({ words }) =>
      `Der står ingen indstilling under »${words}«. Mødet skal vide, hvad det bedes gøre: skriv det i en liste, fx »- Godkender budgettet«.`,
    en: ({ words }) =>
      `Nothing is recommended under “${words}”. Say in a list what the meeting is asked to do, as in “- Godkender budgettet”.`,
  },
});
