import { headingTitles } from "../model/contents.ts";
import { headOf } from "../model/meeting.ts";
import { lineEndOf } from "../text/lines.ts";
import { usualLeader } from "../edits/contentsLines.ts";
import { headings } from "./reads.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly items: number;
  /** The heading is there, but nothing under it. */
  readonly empty: boolean;
}

export const tocMissing = documentRule<State>({
  id: "toc-missing",
  severity: "info",
  reads: headings,
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
      edits({ chunk, state }, { document }) {
        // Behind all that stands before the first item.
        const index = state.empty ? chunk : document.preambles.length - 1;
        const preamble = document.preambles[index];
        if (!preamble) return null;
        const heading = state.empty ? preamble.contentsHeading : null;
        const end = heading?.wordsSpan.end ?? preamble.text.trimEnd().length;
        const lineEnd = lineEndOf(document.getText());
        const entries = headingTitles(document)
          .map(({ full }) => full)
          .filter((title) => title !== "")
          .map((title, position) => `${title}${usualLeader}${position + 1}`);
        if (entries.length === 0) return null;
        const gap = lineEnd + lineEnd;
        const rest = preamble.text.slice(end);
        const behind = /^[^\S\r\n]*(?:\r\n?|\n){2}/.test(rest) || /\S/.test(rest) ? "" : lineEnd;
        const text = `${heading ? "" : `${gap}Indholdsfortegnelse`}${gap}${entries.join(lineEnd)}${behind}`;
        return [{ chunk: index, span: { start: end, end }, newText: text }];
      },
    },
  ],
});
