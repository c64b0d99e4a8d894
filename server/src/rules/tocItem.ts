import { type ContentsLine, contentsOf } from "../model/contents.ts";
import { withoutNumber } from "../model/contentsText.ts";
import { kindOf } from "../model/itemKind.ts";
import { plainText } from "../model/plainText.ts";
import { lineEndOf } from "../text/lines.ts";
import { applyEdits } from "../edits/applyEdits.ts";
import { isPlain, leaderLike, pagesInUse, placeOf, wholeLine } from "../edits/contentsLines.ts";
import { headings } from "./reads.ts";
import { type ChunkEdit, type DocumentContext, documentRule } from "./rule.ts";
import { labelOf } from "../edits/words.ts";

type State =
  | { readonly lacks: "entry"; readonly item: number; readonly label: string; readonly title: string }
  | { readonly lacks: "item"; readonly line: ContentsLine };

export const tocItem = documentRule<State>({
  id: "toc-item",
  severity: "warning",
  reads: headings,
  *detect({ document, items, chunkOf }) {
    const lines = contentsOf(document);
    // Without any entry the contents are missing: that is another rule's finding.
    if (lines.length === 0) return;
    for (const line of lines) {
      // A list mark alone is half a line.
      if (line.item === null && line.words !== "") yield { ...placeOf(line), state: { lacks: "item", line } };
    }
    const listed = new Set(lines.map((line) => line.item));
    for (const [index, item] of items.entries()) {
      if (listed.has(index) || kindOf(item).kind === "pause") continue;
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

/**
 * A line behind that of the nearest item before it, or else before that of the nearest one after it; null where the line
 * would be read as something else than an entry, as a title that begins like a field is.
 */
function newLine(item: number, title: string, context: DocumentContext): ChunkEdit[] | null {
  const edit = newLineEdit(item, title, context);
  // `Punkt 6` as a title would be read as the number that some contents repeat.
  if (!edit || (/^p/i.test(title) && withoutNumber(title).number !== null)) return null;
  const { document } = context;
  const mended = applyEdits(document, [edit]);
  const added =
    mended.chunks.length === document.chunks.length &&
    mended.preambles[edit.chunk]?.entries.length ===
      (document.preambles[edit.chunk]?.entries.length ?? 0) + 1;
  return added ? [edit] : null;
}

function newLineEdit(item: number, title: string, { document, items }: DocumentContext): ChunkEdit | null {
  const lines = contentsOf(document);
  const before = lines
    .filter((line) => line.item !== null && line.item < item)
    .reduce<ContentsLine | null>((best, line) => ((line.item ?? 0) > (best?.item ?? -1) ? line : best), null);
  const next = lines[before ? lines.indexOf(before) + 1 : 0];
  const near = before ?? next;
  if (!near) return null;
  const lineEnd = lineEndOf(document.getText());
  const page = pagesInUse(lines) ? pageBetween(before?.entry.page ?? null, next?.entry.page ?? null) : null;
  const number = items[item]?.heading.number ?? null;
  // Without a page `Punkt 4: …` would be an item's heading.
  const prefix = page === null ? "" : numberLike(near, number);
  const words = `${prefix}${title}${page === null ? "" : leaderLike(lines, near) + String(page)}`;
  const line = wholeLine(near);
  const at = before ? line.end : line.start;
  // A last line without its line end gets one.
  const ended = !before || /[\r\n]$/.test(near.chunk.text.slice(line.start, line.end));
  return {
    chunk: near.index,
    span: { start: at, end: at },
    newText: ended ? words + lineEnd : lineEnd + words,
  };
}

/** The page before it plus one, but not beyond the next one's. */
function pageBetween(before: number | null, next: number | null): number | null {
  if (before === null) return next === null ? 1 : Math.max(1, next - 1);
  return next === null || next < before ? before + 1 : Math.min(before + 1, next);
}

/** `Punkt 4: `, as the neighbour repeats its own number; mostly nothing. */
function numberLike(near: ContentsLine, number: number | null): string {
  if (near.number === null || number === null) return "";
  const prefix = near.chunk.masked.slice(near.entry.textSpan.start, near.wordsSpan.start);
  return prefix.replace(/\d+/, String(number));
}
