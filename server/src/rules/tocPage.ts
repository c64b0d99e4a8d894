import { contentsIn, type ContentsLine, contentsOf } from "../model/contents.ts";
import { leaderLike, leaderOf, pagesInUse, placeOf } from "../edits/contentsLines.ts";
import { contentsAndHeadings } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly line: ContentsLine;
  /** The only page that fits between the neighbours; null where more than one does. */
  readonly page: number | null;
}

export const tocPage = documentRule<State>({
  id: "toc-page",
  severity: "info",
  yieldsTo: ["toc-item"],
  reads: contentsAndHeadings,
  heeds: noParagraph,
  *detect({ document }) {
    const contents = contentsIn(document);
    if (!pagesInUse(contents)) return;
    const { pages } = contents;
    for (let index = pages.indexOf(null); index !== -1; index = pages.indexOf(null, index + 1)) {
      const line = contents.line(index);
      if (!line) continue;
      const before = pages[index - 1] ?? null;
      const after = pages[index + 1] ?? null;
      yield { ...placeOf(line), state: { line, page: before === after ? before : null } };
    }
  },
  message: {
    da: ({ line }) =>
      `»${line.words}« har ikke noget sidetal, som de andre linjer har. Læseren kan ikke slå punktet op: tilføj sidetallet.`,
    en: ({ line }) => `“${line.words}” has no page, as the other entries have. Add the page.`,
  },
  fixes: [
    {
      title: {
        da: ({ page }) => `Tilføj side ${page ?? ""}`,
        en: ({ page }) => `Add page ${page ?? ""}`,
      },
      edits({ chunk, state: { line, page } }, { document }) {
        if (page === null) return null;
        const own = leaderOf(line);
        const usual = leaderLike(contentsOf(document), undefined);
        return [
          {
            chunk,
            span: line.entry.leader,
            newText: `${own.trim() === "" ? usual : ownWith(own, usual)}${page}`,
          },
        ];
      },
    },
  ],
});

/** The dots that are there, and the tab or blank that the others have behind theirs. */
function ownWith(own: string, usual: string): string {
  return own.trimEnd() + usual.slice(usual.trimEnd().length);
}
