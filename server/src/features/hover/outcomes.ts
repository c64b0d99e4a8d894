import { decisionOf } from "../../model/decision.ts";
import type { Outcome } from "../../model/outcomePhrases.ts";
import { recommendationsOf } from "../../model/recommendations.ts";
import type { Item } from "../../syntax/nodes.ts";
import { slice, type Span } from "../../text/span.ts";
import { enumerated, type InBoth, type Language } from "../language.ts";
import { outcomeNames } from "../../model/outcomeNames.ts";
import type { Hover } from "./hover.ts";

const meanings: Readonly<Record<Outcome, InBoth>> = {
  approved: {
    da: "Mødet sagde ja til det, der blev indstillet.",
    en: "The meeting said yes to what was recommended.",
  },
  recommended: {
    da: "Mødet anbefaler sagen; et andet organ har det sidste ord.",
    en: "The meeting recommends the case; another body has the last word.",
  },
  noted: {
    da: "Mødet er orienteret og har ikke taget stilling til andet.",
    en: "The meeting is informed, and has decided nothing besides.",
  },
  discussed: {
    da: "Mødet har talt om sagen, men ikke besluttet noget.",
    en: "The meeting has talked about the case, but decided nothing.",
  },
  agreed: { da: "Mødet er enigt om, hvad der skal ske.", en: "The meeting agrees on what is to happen." },
  postponed: {
    da: "Sagen tages op igen på et senere møde.",
    en: "The case comes up again at a later meeting.",
  },
  referred: {
    da: "Sagen er sendt til andre, som tager stilling.",
    en: "The case has been sent to others, who decide.",
  },
  rejected: {
    da: "Mødet sagde nej til det, der blev indstillet.",
    en: "The meeting said no to what was recommended.",
  },
  dropped: { da: "Sagen blev taget af dagsordenen.", en: "The case was taken off the agenda." },
  nothing: { da: "Der var intet at behandle under punktet.", en: "There was nothing to deal with." },
};

/** The outcome phrase at a place in an item: what it means, and which recommendations it answers. */
export function outcomeHover(item: Item, at: number, language: Language): Hover | null {
  const decision = decisionOf(item);
  const found = decision?.mentions.filter(({ start, end }) => start <= at && at <= end) ?? [];
  const mention = found.find(({ end }) => at < end) ?? found[0];
  if (!decision || !mention) return null;
  const name = outcomeNames[mention.outcome];
  const means = meanings[mention.outcome];
  const recommendations = recommendationsOf(item);
  const oneByOne = recommendations.length > 1 && decision.entries.length === recommendations.length;
  const own = oneByOne ? decision.entries.findIndex(({ span }) => holds(span, mention)) : -1;
  const answered = recommendations.flatMap(({ outcomes, text }, index) =>
    outcomes.includes(mention.outcome) && (own === -1 || own === index) ? [{ number: index + 1, text }] : [],
  );
  const written = slice(item.masked, mention).replace(/\s+/g, " ");
  return {
    span: mention,
    heading:
      name[language].toLowerCase() === written.toLowerCase()
        ? name[language]
        : `${name[language]}: ${language === "da" ? `»${written}«` : `“${written}”`}`,
    lines: [means[language], ...answersText(answered, recommendations.length, language)],
    quote: answered.length === 1 ? (answered[0]?.text ?? null) : null,
  };
}

function answersText(
  answered: readonly { readonly number: number }[],
  all: number,
  language: Language,
): string[] {
  if (all === 0) return [];
  const numbers = enumerated(
    answered.map(({ number }) => String(number)),
    language,
  );
  if (answered.length === 0)
    return [language === "da" ? "Svarer ikke på nogen indstilling." : "Answers no recommendation."];
  if (all === 1) return [language === "da" ? "Svarer på indstillingen:" : "Answers the recommendation:"];
  if (answered.length === all)
    return [language === "da" ? "Svarer på alle indstillinger." : "Answers all recommendations."];
  const colon = answered.length === 1 ? ":" : ".";
  return [
    language === "da"
      ? `Svarer på indstilling ${numbers}${colon}`
      : `Answers recommendation${answered.length === 1 ? "" : "s"} ${numbers}${colon}`,
  ];
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
