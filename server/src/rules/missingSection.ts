import { hasWords } from "../model/sections.ts";
import { nameOf } from "../model/sectionStyle.ts";
import { kindOf } from "../model/itemKind.ts";
import { isWithheld, needsDecision } from "../model/progress.ts";
import type { SectionKind } from "../syntax/vocabulary.ts";
import { isEmptyItem } from "./emptyItem.ts";
import { newSection } from "../edits/insertSection.ts";
import { noParagraph } from "./heeds.ts";
import { itemRule } from "./rule.ts";

interface State {
  readonly section: SectionKind;
  /** As it is headed. */
  readonly name: string;
}

export const missingSection = itemRule<State>({
  id: "missing-section",
  severity: "warning",
  heeds: noParagraph,
  *detect({ item, kind, profile, vocabulary }) {
    // An item with nothing at all is one finding.
    if (isEmptyItem(item) || isWithheld(item)) return;
    for (const required of profile.requirements[kindOf(item).kind] ?? []) {
      // Before the meeting nothing is decided; after it a decision that is due is another rule's finding.
      if (required.section === "beslutning" && (kind === "dagsorden" || needsDecision(item))) continue;
      const there = item.sections.some(({ kind }) => kind === required.section || required.or.includes(kind));
      if (there || (required.orIntro && hasWords(item.intro))) continue;
      const state = { section: required.section, name: nameOf(required.section, vocabulary) };
      yield { span: item.heading.labelSpan, state };
    }
  },
  message: {
    da: ({ name }) =>
      `Punktet mangler afsnittet »${name}«. Læseren kan ikke se sagen igennem uden det: tilføj afsnittet.`,
    en: ({ name }) => `The item lacks the section “${name}”. Add it, so that the case can be followed.`,
  },
  fixes: [
    {
      title: {
        da: ({ name }) => `Tilføj afsnittet »${name}«`,
        en: ({ name }) => `Add the section “${name}”`,
      },
      edits: ({ chunk, state }, { document, profile }) =>
        newSection(state.section, chunk, document, [], profile),
    },
  ],
});
