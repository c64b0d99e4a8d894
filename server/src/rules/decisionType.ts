import { decisionOf } from "../model/decision.ts";
import { kindOf } from "../model/itemKind.ts";
import { recommendationsOf } from "../model/recommendations.ts";
import type { Span } from "../text/span.ts";
import { oneLine } from "./oneLine.ts";
import { paragraphsOf } from "./heeds.ts";
import { itemRule } from "./rule.ts";

interface State {
  readonly asks: boolean;
}

export const decisionType = itemRule<State>({
  id: "decision-type",
  severity: "warning",
  heeds: paragraphsOf("indstilling", "beslutning"),
  *detect({ item, kind: documentKind }) {
    const { kind } = kindOf(item);
    if (kind !== "orientation" && kind !== "written") return;
    const asking = recommendationsOf(item).filter(
      ({ verbs }) => verbs.includes("approve") || verbs.includes("decide"),
    );
    for (const { span } of asking) yield { span: oneLine(item, span), state: { asks: true } };
    // A decision that answers what was asked is no second finding.
    if (asking.length > 0 || documentKind !== "referat") return;
    const approval = decisionOf(item)?.mentions.find(
      (mention) => mention.outcome === "approved" && !isOfRecommendation(item.masked, mention),
    );
    if (approval) yield { span: oneLine(item, approval), state: { asks: false } };
  },
  message: {
    da: ({ asks }) =>
      asks
        ? "Punktet er en orientering, men her bedes mødet om at tage stilling. Medlemmerne forbereder sig efter titlen: kald det en beslutningssag, eller skriv fx »Tager orienteringen til efterretning«."
        : "Punktet er en orientering, men her bliver der godkendt eller besluttet noget. Læseren venter det ikke under den titel: kald det en beslutningssag, eller skriv fx »Taget til efterretning«.",
    en: ({ asks }) =>
      asks
        ? "The item is titled as orientation, but asks for a decision. Members prepare by the title: call it a decision, or write “Tager orienteringen til efterretning”."
        : "The item is titled as orientation, but something is approved or decided. Call it a decision, or write “Taget til efterretning”.",
  },
});

/** *Indstillingen blev godkendt* and *Udvalget fulgte indstillingen* approve what was recommended: to take note. */
function isOfRecommendation(text: string, { start, end }: Span): boolean {
  return (
    /indstilling(?:en|erne|ens\s[^.]{0,60})?\s[^.\r\n]{0,60}$/iu.test(
      text.slice(Math.max(0, start - 120), start),
    ) || /^[^.,;\r\n]{0,80}indstilling(?:en|erne)?(?!\p{Alpha})/iu.test(text.slice(start, end + 60))
  );
}
