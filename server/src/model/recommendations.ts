import type { Item, Section } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";
import { decisionOf, outcomesWithin } from "./decision.ts";
import { joinedLines } from "./joinedLines.ts";
import { memo } from "./memo.ts";
import type { Outcome } from "./outcomePhrases.ts";
import { plainText } from "./plainText.ts";
import { sectionsOf, statementsOf } from "./sections.ts";

/** One entry of an indstilling. */
export interface Recommendation {
  readonly line: number;
  readonly span: Span;
  /** As it stands, without the list mark. */
  readonly text: string;
  readonly verbs: readonly Verb[];
  /** The outcomes of the decision that answer it. */
  readonly outcomes: readonly Outcome[];
}

/** What a recommendation asks the body to do. */
export type Verb = "approve" | "note" | "discuss" | "decide";

const verbForms: readonly (readonly [Verb, RegExp])[] = [
  ["approve", /^(?:at )?(?:godkender|tiltræder|vedtager|godkende|tiltræde|vedtage)(?!\p{Alpha})/iu],
  [
    "note",
    /^(?:at )?(?:orienteres|(?:tager|tage)(?=[^.]{0,300}til (?:efterretning|orientering)))(?!\p{Alpha})/iu,
  ],
  ["discuss", /^(?:at )?(?:drøfter|drøfte)(?!\p{Alpha})/iu],
  ["decide", /^(?:at )?(?:beslutter|beslutte|træffer beslutning)(?!\p{Alpha})/iu],
];

/** The recommendations of an item, with the outcomes that its decision gives each. */
export const recommendationsOf: (item: Item) => readonly Recommendation[] = memo((item) => {
  const found = sectionsOf(item, "indstilling").flatMap((section) => recommendationEntries(item, section));
  const decision = decisionOf(item);
  if (!decision) return found.map((entry) => ({ ...entry, outcomes: [] }));
  // A decision with one entry for each recommendation answers them one by one.
  const oneByOne = decision.entries.length === found.length && found.length > 1;
  const asRecommended = approvesRecommendation.test(decision.text);
  return found.map((entry, index) => {
    const own = oneByOne ? decision.entries[index] : undefined;
    return {
      ...entry,
      outcomes: own
        ? outcomesWithin(decision, own.span)
        : decision.outcomes.filter(
            (outcome) => answers(outcome, entry.verbs) || (outcome === "approved" && asRecommended),
          ),
    };
  });
});

/** *Indstillingen blev godkendt* answers whatever was recommended. */
const approvesRecommendation =
  /(?<![\p{Alpha}-])indstillinge(?:n|rne)\s+(?:(?:blev|er|enstemmigt)\s+){0,2}(?:godkendt|tiltrådt|vedtaget|fulgt|godkendes|tiltrædes|vedtages|følges)(?!\s+ikke|\p{Alpha})|(?<![\p{Alpha}-])(?:godkendte|tiltrådte|vedtog|fulgte|godkender|tiltræder|følger|tilslutte(?:de|r) sig)\s+indstillinge(?:n|rne)(?!\p{Alpha})/iu;

export interface Entry {
  readonly line: number;
  readonly span: Span;
  readonly text: string;
  readonly verbs: readonly Verb[];
}

/** The recommendations of one section Indstilling. */
export function recommendationEntries(item: Item, section: Section): readonly Entry[] {
  return entriesBySection(item).get(section) ?? [];
}

const entriesBySection: (item: Item) => ReadonlyMap<Section, readonly Entry[]> = memo(
  (item) => new Map(sectionsOf(item, "indstilling").map((section) => [section, readEntries(item, section)])),
);

function readEntries(item: Item, section: Section): Entry[] {
  const statements = statementsOf(item, section.blocks);
  const listed = statements.filter((statement) => statement.entry !== null && statement.entry.level === 0);
  // Without a list, the lines under the lead-in that begin with the verb of a recommendation.
  const chosen =
    listed.length > 0
      ? listed
      : statements.slice(1).filter((statement) => verbsIn(plainText(item, statement.span)).length > 0);
  return chosen.map(({ line, span }) => {
    const text = joinedLines(plainText(item, span));
    return { line, span, text, verbs: verbsIn(text) };
  });
}

/** *Drøfter og beslutter …* asks for both; so does *Orienteres om … og tager … til efterretning*. */
export function verbsIn(text: string): Verb[] {
  const verbs = new Set<Verb>();
  let rest: string | null = text.trim();
  while (rest !== null) {
    const known = verbForms.find(([, form]) => form.test(rest ?? ""));
    if (known) verbs.add(known[0]);
    else if (verbs.size === 0) break;
    const next: RegExpExecArray | null = /(?:,| og| samt)\s+(?=\p{Alpha}+(?:er|es)(?!\p{Alpha}))/iu.exec(
      rest,
    );
    rest = next ? rest.slice(next.index + next[0].length) : null;
  }
  return [...verbs];
}

/** Whether an outcome meets one of the verbs; FORMAT.md section 4. */
export function answers(outcome: Outcome, verbs: readonly Verb[]): boolean {
  if (outcome === "postponed" || outcome === "referred" || outcome === "dropped" || outcome === "nothing")
    return true;
  if (verbs.length === 0) return true;
  return verbs.some((verb) => {
    switch (verb) {
      case "approve":
        return outcome === "approved" || outcome === "rejected" || outcome === "recommended";
      case "note":
        return outcome === "noted";
      case "decide":
        return outcome === "approved" || outcome === "rejected" || outcome === "agreed";
      case "discuss":
        return true;
    }
  });
}
