import { contentsIn, type ContentsLine, contentsOf } from "../model/contents.ts";
import { kindOf } from "../model/itemKind.ts";
import { plainText } from "../model/plainText.ts";
import { isPlain, lineBefore, placeOf, readableEntry, wholeLine } from "../edits/contentsLines.ts";
import { contentsAndHeadings } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { type ChunkEdit, type DocumentContext, documentRule } from "./rule.ts";
import { labelOf } from "../edits/label.ts";

type State =
  | { readonly lacks: "entry"; readonly item: number; readonly label: string; readonly title: string }
  | { readonly lacks: "item"; readonly line: ContentsLine };

export const tocItem = documentRule<State>({
  id: "toc-item",
  severity: "warning",
  reads: contentsAndHeadings,
  heeds: noParagraph,
  *detect({ document, items, chunkOf }) {
    const contents = contentsIn(document);
    // Without any entry the contents are missing: that is another rule's finding.
    if (contents.entries.length === 0) return;
    for (const line of contents.deviating) {
      // A list mark alone is half a line.
      if (line.item === null && line.words !== "") yield { ...placeOf(line), state: { lacks: "item", line } };
    }
    const listed = new Array<boolean>(items.length).fill(false);
    for (const item of contents.alignment) if (item !== null) listed[item] = true;
    for (let index = 0; index < items.length; index++) {
      const item = listed[index] ? undefined : items[index];
      if (!item || kindOf(item).kind === "pause") continue;
      const title = plainText(item, item.heading.fullTitleSpan);
      if (title === "") continue;
      yield {
        chunk: chunkOf(index),
        span: item.heading.labelSpan,
        state: { lacks: "entry", item: index, label: labelOf(item.heading), title },
      };
    }
  },
  message: {
    da: (state) =>
      state.lacks === "entry"
        ? `${state.label} står ikke i indholdsfortegnelsen, så læseren kan ikke finde punktet dér. Tilføj en linje med »${state.title}«.`
        : `Indholdsfortegnelsen nævner »${state.line.words}«, men dokumentet har ikke noget punkt med den overskrift. Slet linjen, eller ret den.`,
    en: (state) =>
      state.lacks === "entry"
        ? `${state.label} is not in the contents, so readers cannot find it there. Add a line with “${state.title}”.`
        : `The contents list “${state.line.words}”, but the document has no such item. Delete the line, or correct it.`,
  },
  fixAll: true,
  fixes: [
    {
      title: {
        da: (state) =>
          state.lacks === "entry"
            ? `Tilføj »${state.title}« i indholdsfortegnelsen`
            : `Slet »${state.line.words}« i indholdsfortegnelsen`,
        en: (state) =>
          state.lacks === "entry"
            ? `Add “${state.title}” to the contents`
            : `Delete “${state.line.words}” from the contents`,
      },
      edits: ({ state }, context) =>
        state.lacks === "entry" ? newLine(state.item, state.title, context) : withoutLine(state.line),
    },
  ],
});

function withoutLine(line: ContentsLine): ChunkEdit[] | null {
  const span = wholeLine(line);
  return isPlain(line, span) ? [{ chunk: line.index, span, newText: "" }] : null;
}

/** A line behind that of the nearest item before it, or else in front of all others. */
function newLine(item: number, title: string, { document, items }: DocumentContext): ChunkEdit[] | null {
  const before = lineBefore(contentsOf(document), item);
  const edit = readableEntry(document, before, title, items[item]?.heading.number ?? null);
  return edit && [edit];
}
