import { headOf } from "../model/meeting.ts";
import { newContents } from "../edits/contentsLines.ts";
import { contentsAndHeadings } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly items: number;
  /** The heading is there, but nothing under it. */
  readonly empty: boolean;
}

export const tocMissing = documentRule<State>({
  id: "toc-missing",
  severity: "info",
  reads: contentsAndHeadings,
  heeds: noParagraph,
  *detect({ document, items }) {
    const { preambles } = document;
    if (preambles.some((chunk) => chunk.entries.length > 0)) return;
    const state = { items: items.length, empty: true };
    for (const [chunk, { contentsHeading }] of preambles.entries()) {
      if (!contentsHeading) continue;
      if (items.length > 0) yield { chunk, span: contentsHeading.wordsSpan, state };
      return;
    }
    const title = headOf(document)?.titleLine;
    if (title && items.length >= 3) yield { chunk: 0, span: title.span, state: { ...state, empty: false } };
  },
  message: {
    da: ({ items, empty }) =>
      empty
        ? "Indholdsfortegnelsen er tom. Skriv en linje for hvert punkt, så læseren kan finde rundt."
        : `Dokumentet har ${items} punkter, men ingen indholdsfortegnelse. Med en kan læseren se dagsordenen med ét blik og finde sin sag: tilføj »Indholdsfortegnelse«.`,
    en: ({ items, empty }) =>
      empty
        ? "The contents are empty. Write a line for each item, so that readers find their way."
        : `The document has ${items} items, but no contents (“Indholdsfortegnelse”) to find them by: add one.`,
  },
  fixes: [
    {
      title: {
        da: ({ items, empty }) =>
          empty
            ? `Skriv en linje for hvert af de ${items} punkter`
            : `Tilføj en indholdsfortegnelse med ${items} punkter`,
        en: ({ items, empty }) =>
          empty ? `Write a line for each of the ${items} items` : `Add contents with ${items} items`,
      },
      edits(_, { document }) {
        const edit = newContents(document);
        return edit && [edit];
      },
    },
  ],
});
