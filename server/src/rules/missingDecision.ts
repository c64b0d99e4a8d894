import { kindOf } from "../model/itemKind.ts";
import { isEmptyItem } from "./emptyItem.ts";
import { newSection } from "../edits/insertSection.ts";
import { itemRule } from "./rule.ts";
import { labelOf } from "../edits/words.ts";

interface State {
  readonly label: string;
}

export const missingDecision = itemRule<State>({
  id: "missing-decision",
  severity: "warning",
  *detect({ item, kind: documentKind }) {
    if (documentKind !== "referat" || isEmptyItem(item)) return;
    const { kind } = kindOf(item);
    if (kind === "standing" || kind === "pause" || kind === "written") return;
    const has = (section: string): boolean => item.sections.some((each) => each.kind === section);
    if (has("beslutning")) return;
    if (kind === "decision" || kind === "case" || has("indstilling")) {
      yield { span: item.heading.labelSpan, state: { label: labelOf(item.heading) } };
    }
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
      edits: ({ chunk }, { document }) => newSection("beslutning", chunk, document),
    },
  ],
});
