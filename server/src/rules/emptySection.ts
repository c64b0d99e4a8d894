import { hasWords, headingWords } from "../model/sections.ts";
import { noParagraph } from "./heeds.ts";
import { itemRule } from "./rule.ts";

interface State {
  readonly words: string;
}

export const emptySection = itemRule<State>({
  id: "empty-section",
  severity: "warning",
  yieldsTo: ["decision-in-agenda"],
  heeds: noParagraph,
  *detect({ item }) {
    for (const section of item.sections) {
      if (section.heading.names || hasWords(section.blocks)) continue;
      yield { span: section.heading.wordsSpan, state: { words: headingWords(item, section) } };
    }
  },
  message: {
    da: ({ words }) => `Der står intet under »${words}«. Skriv afsnittet, eller slet overskriften.`,
    en: ({ words }) => `There is nothing under “${words}”. Write the section, or delete the heading.`,
  },
  fixes: [
    {
      title: {
        da: ({ words }) => `Slet overskriften »${words}«`,
        en: ({ words }) => `Delete the heading “${words}”`,
      },
      edits({ chunk, span }, { document }) {
        const item = document.chunks[chunk];
        const section =
          item?.kind === "item"
            ? item.sections.find((each) => each.heading.wordsSpan.start === span.start)
            : undefined;
        // A comment under the heading is somebody's note: then the heading is not ours to delete.
        if (!item || !section || /\S/.test(item.text.slice(span.end, section.end).replace(/^\s*:/, "")))
          return null;
        return [{ chunk, span: { start: section.start, end: section.end }, newText: "" }];
      },
    },
  ],
});
