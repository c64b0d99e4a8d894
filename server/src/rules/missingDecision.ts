import { needsDecision } from "../model/progress.ts";
import { sectionsOf } from "../model/sections.ts";
import { isEmptyItem } from "./emptyItem.ts";
import { newSection } from "../edits/insertSection.ts";
import { noParagraph } from "./heeds.ts";
import { itemRule } from "./rule.ts";
import { labelOf } from "../edits/label.ts";

interface State {
  readonly label: string;
}

export const missingDecision = itemRule<State>({
  id: "missing-decision",
  severity: "warning",
  heeds: noParagraph,
  *detect({ item, kind }) {
    if (kind !== "referat" || isEmptyItem(item)) return;
    if (!needsDecision(item) || sectionsOf(item, "beslutning").length > 0) return;
    yield { span: item.heading.labelSpan, state: { label: labelOf(item.heading) } };
  },
  message: {
    da: ({ label }) =>
      `${label} har ingen beslutning. Et referat uden beslutning siger ikke, hvad mødet endte med: tilføj afsnittet »Beslutning«.`,
    en: ({ label }) =>
      `${label} has no decision, so the minutes do not say how it ended: add the section “Beslutning”.`,
  },
  fixes: [
    {
      title: { da: () => "Tilføj afsnittet »Beslutning«", en: () => "Add the section “Beslutning”" },
      edits: ({ chunk }, { document, profile }) => newSection("beslutning", chunk, document, [], profile),
    },
  ],
});
