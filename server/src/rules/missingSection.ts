import { hasWords } from "../model/sections.ts";
import { kindOf } from "../model/itemKind.ts";
import { isWithheld, needsDecision } from "../model/progress.ts";
import type { SectionKind } from "../syntax/vocabulary.ts";
import { isEmptyItem } from "./emptyItem.ts";
import { newSection } from "../edits/insertSection.ts";
import { itemRule } from "./rule.ts";
import { sectionName } from "../edits/words.ts";

interface State {
  readonly section: SectionKind;
}

export const missingSection = itemRule<State>({
  id: "missing-section",
  severity: "warning",
  *detect({ item, kind, profile }) {
    // An item with nothing at all is one finding.
    if (isEmptyItem(item) || isWithheld(item)) return;
    for (const required of profile.requirements[kindOf(item).kind] ?? []) {
      // Before the meeting nothing is decided; after it a decision that is due is another rule's finding.
      if (required.section === "beslutning" && (kind === "dagsorden" || needsDecision(item))) continue;
      const there = item.sections.some(({ kind }) => kind === required.section || required.or.includes(kind));
      if (there || (required.orIntro && hasWords(item.intro))) continue;
      yield { span: item.heading.labelSpan, state: { section: required.section } };
    }
  },
  message: {
    da: ({ section }) =>
      `Punktet mangler afsnittet »${sectionName(section)}«. Læseren kan ikke se sagen igennem uden det: tilføj afsnittet.`,
    en: ({ section }) =>
      `The item lacks the section “${sectionName(section)}”. Add it, so that the case can be followed.`,
  },
  fixes: [
    {
      title: {
        da: ({ section }) => `Tilføj afsnittet »${sectionName(section)}«`,
        en: ({ section }) => `Add the section “${sectionName(section)}”`,
      },
      edits: ({ chunk, state }, { document, profile }) =>
        newSection(state.section, chunk, document, [], profile),
    },
  ],
});
