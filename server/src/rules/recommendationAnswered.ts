import type { Verb } from "../model/recommendations.ts";
import { unansweredIn } from "../model/unanswered.ts";
import { oneLine } from "./oneLine.ts";
import { paragraphsOf } from "./heeds.ts";
import { itemRule } from "./rule.ts";

interface State {
  readonly verb: Verb;
}

export const recommendationAnswered = itemRule<State>({
  id: "recommendation-answered",
  severity: "warning",
  // An orientation that asks for an approval is mended in its title or its recommendation, not in the decision.
  yieldsTo: ["decision-type"],
  heeds: paragraphsOf("indstilling", "beslutning"),
  *detect({ item, kind }) {
    if (kind !== "referat") return;
    for (const { recommendation, verb } of unansweredIn(item)) {
      yield { span: oneLine(item, recommendation.span), state: { verb } };
    }
  },
  message: {
    da: ({ verb }) =>
      `Beslutningen svarer ikke på denne indstilling: den siger ikke, ${wanted[verb].da}. Læseren kan ikke se, hvordan sagen endte: skriv det under beslutningen, fx »${wanted[verb].example}«`,
    en: ({ verb }) =>
      `The decision does not answer this recommendation: it does not say ${wanted[verb].en}. Write in the decision how it ended, as in “${wanted[verb].example}”`,
  },
});

const wanted: Readonly<Record<Verb, { da: string; en: string; example: string }>> = {
  approve: {
    da: "om forslaget blev godkendt",
    en: "whether the proposal was approved",
    example: "Godkendt.",
  },
  note: {
    da: "om sagen blev taget til efterretning",
    en: "whether the matter was noted",
    example: "Taget til efterretning.",
  },
  decide: {
    da: "hvad der blev besluttet",
    en: "what was decided",
    example: "Det blev besluttet, at …",
  },
  discuss: {
    da: "om sagen blev drøftet",
    en: "whether the matter was discussed",
    example: "Drøftet.",
  },
};
