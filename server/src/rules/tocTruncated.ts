import { contentsIn, type ContentsLine, contentsOf } from "../model/contents.ts";
import { plainText } from "../model/plainText.ts";
import { isPlain, leaderLike, leaderOf, placeOf, wholeEntries } from "../edits/contentsLines.ts";
import { contentsAndHeadings } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly line: ContentsLine;
  readonly right: string;
  readonly title: string;
}

export const tocTruncated = documentRule<State>({
  id: "toc-truncated",
  severity: "warning",
  reads: contentsAndHeadings,
  heeds: noParagraph,
  *detect({ document, items, chunkOf }) {
    for (const line of contentsIn(document).deviating) {
      const item = line.item === null ? undefined : items[line.item];
      if (!item || line.item === null || line.difference !== "cut") continue;
      const span = item.heading.fullTitleSpan;
      yield {
        ...placeOf(line),
        state: { line, right: plainText(item, span), title: item.heading.title },
        related: { chunk: chunkOf(line.item), span },
      };
    }
  },
  message: {
    da: ({ right, title, line }) =>
      sameTitle(line.words, title)
        ? `Tiden mangler i linjen »${line.words}«. Læseren skal kunne se, hvornår punktet er på: skriv overskriften helt ud, »${right}«.`
        : `Linjen er klippet af. Læseren kan ikke se, hvad hele punktet handler om: skriv overskriften helt ud, »${right}«.`,
    en: ({ right, title, line }) =>
      sameTitle(line.words, title)
        ? `The entry lacks the time. Write the whole heading: “${right}”.`
        : `The entry is cut short. Write the whole heading: “${right}”.`,
  },
  relatedMessage: { da: () => "Hele overskriften", en: () => "The whole heading" },
  fixAll: true,
  fixes: [
    {
      title: { da: ({ right }) => `Skriv »${right}«`, en: ({ right }) => `Write “${right}”` },
      edits({ chunk, span, state: { line, right } }, { document }) {
        const { leader, textSpan } = line.entry;
        if (!isPlain(line, { start: textSpan.start, end: leader.end })) return null;
        const edit = { chunk, span, newText: right };
        // The dots were cut off with the words.
        const whole = wholeEntries(contentsOf(document));
        const usual = leaderLike(whole, undefined);
        if (line.entry.page === null || whole.length === 0 || leaderOf(line).includes("..")) return [edit];
        if (!usual.includes("..")) return [edit];
        return [{ chunk, span: { start: span.start, end: leader.end }, newText: right + usual }];
      },
    },
  ],
});

function sameTitle(words: string, title: string): boolean {
  return words === title && title !== "";
}
