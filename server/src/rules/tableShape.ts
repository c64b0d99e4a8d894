import { rowsOf, type TableRow } from "../model/tableRows.ts";
import type { Chunk, TableBlock } from "../syntax/nodes.ts";
import { lastNotAbove } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { noParagraph } from "./heeds.ts";
import { type ChunkEdit, itemRule } from "./rule.ts";

type State =
  | { readonly defect: "delimiter" }
  | { readonly defect: "tags"; readonly tag: string; readonly row: Span }
  | {
      readonly defect: "length";
      readonly cells: number;
      readonly expected: number;
      readonly row: TableRow;
    };

const tagPattern =
  /<\/?(?:p|br|div|span|b|strong|i|em|u|font|o:p|h[1-6]|ul|ol|li|a|sup|sub|table|thead|tbody|tr|th|td)(?:\s[^<>\r\n]{0,300})?\s?\/?>/gi;
// Without these the words say the same; the others carry an address, a list, or a raised figure.
const plainTag = /^<\/?(?:p|br|div|span|b|strong|i|em|u|font|o:p|h[1-6])\b/i;
const innerTag = /^<\/?(?:span|b|strong|i|em|u|font)\b/i;

export const tableShape = itemRule<State>({
  id: "table-shape",
  severity: "info",
  heeds: noParagraph,
  *detect({ item }) {
    for (const block of item.blocks) {
      if (block.kind === "table") yield* defectsOf(item, block);
    }
  },
  message: {
    da(state) {
      switch (state.defect) {
        case "delimiter":
          return "Rækken består kun af streger: den er blevet tilbage, da tabellen blev flyttet hertil, og læseren vil se stregerne. Slet rækken.";
        case "tags":
          return `Her står koden ${state.tag} fra det system, tabellen kommer fra, og læseren vil se den. Slet rækkens koder, så kun teksten bliver stående.`;
        case "length":
          return state.cells < state.expected
            ? `Rækken har ${cellCount(state.cells)}, men tabellen har ${state.expected}. Så kan tallene komme til at stå under den forkerte overskrift: tilføj det, der mangler, eller en tom celle.`
            : `Rækken har ${cellCount(state.cells)}, men tabellen har ${state.expected}. Så har det sidste ingen overskrift: slet det, der er for meget, eller giv tabellen en kolonne mere.`;
      }
    },
    en(state) {
      switch (state.defect) {
        case "delimiter":
          return "This row holds nothing but hyphens, left over from where the table came from. Delete it.";
        case "tags":
          return `The tag ${state.tag} is left over from where the table came from, and readers will see it. Delete the row's tags.`;
        case "length":
          return `The row has ${state.cells === 1 ? "1 cell" : `${state.cells} cells`}, but the table has ${state.expected}, so figures may stand under the wrong heading. Add or delete what differs.`;
      }
    },
  },
  fixes: [
    {
      title: {
        da(state) {
          switch (state.defect) {
            case "delimiter":
              return "Slet rækken med streger";
            case "tags":
              return "Slet koderne i rækken";
            case "length":
              return state.cells < state.expected
                ? `Tilføj ${state.expected - state.cells === 1 ? "en tom celle" : `${state.expected - state.cells} tomme celler`} sidst i rækken`
                : "Slet de tomme celler sidst i rækken";
          }
        },
        en(state) {
          switch (state.defect) {
            case "delimiter":
              return "Delete the row of hyphens";
            case "tags":
              return "Delete the tags of the row";
            case "length":
              return state.cells < state.expected
                ? `Add ${state.expected - state.cells === 1 ? "an empty cell" : `${state.expected - state.cells} empty cells`} at the end of the row`
                : "Delete the empty cells at the end of the row";
          }
        },
      },
      edits({ chunk, span, state }, { document }) {
        const at = document.chunks[chunk];
        if (!at) return null;
        switch (state.defect) {
          case "delimiter":
            return withoutLine(chunk, at, span);
          case "tags":
            return withoutTags(chunk, at, state.row);
          case "length":
            return toLength(chunk, at, state.row, state.expected);
        }
      },
    },
  ],
});

function* defectsOf(item: Chunk, block: TableBlock): Generator<{ span: Span; state: State }> {
  const rows = rowsOf(item, block);
  const stray = (row: TableRow, index: number): boolean =>
    row.delimiter && !(row.bars && index === 1 && rows[0]?.bars === true && !rows[0].delimiter);
  const width = widthOf(rows.filter((row) => !row.delimiter));
  const mayHaveTags = item.masked.slice(block.start, block.end).includes("<");
  for (const [index, row] of rows.entries()) {
    const span = { start: row.start, end: row.end };
    if (row.delimiter) {
      if (stray(row, index)) yield { span, state: { defect: "delimiter" } };
      continue;
    }
    if (width !== null && (row.cells.length < width || row.filled > width)) {
      yield { span, state: { defect: "length", cells: row.cells.length, expected: width, row } };
    }
    if (!mayHaveTags) continue;
    // One row came over in one go: its first tag stands for all of them.
    for (const { 0: tag, index: at } of item.masked.slice(row.start, row.end).matchAll(tagPattern)) {
      const start = row.start + at;
      yield { span: { start, end: start + tag.length }, state: { defect: "tags", tag, row: span } };
      break;
    }
  }
}

/** The number of cells that fits the most rows; of several the first row's. */
function widthOf(rows: readonly TableRow[]): number | null {
  const first = rows[0]?.cells.length;
  if (first === undefined || rows.length < 2) return null;
  const counts = new Map<number, number>();
  for (const { cells, filled } of rows) {
    for (let width = filled; width <= cells.length; width++) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best = first;
  for (const [width, count] of counts) if (count > (counts.get(best) ?? 0)) best = width;
  return best;
}

function cellCount(cells: number): string {
  return cells === 1 ? "1 celle" : `${cells} celler`;
}

function withoutLine(chunk: number, { lineStarts, text }: Chunk, span: Span): ChunkEdit[] {
  const line = lastNotAbove(lineStarts, span.start);
  const start = lineStarts[line] ?? span.start;
  return [{ chunk, span: { start, end: lineStarts[line + 1] ?? text.length }, newText: "" }];
}

/** A run of tags becomes the blank that it was for the eye; at the edge of a cell it was none. */
function withoutTags(chunk: number, { text, masked }: Chunk, row: Span): ChunkEdit[] | null {
  const content = masked.slice(row.start, row.end);
  if (content !== text.slice(row.start, row.end)) return null;
  if ([...content.matchAll(tagPattern)].some(([tag]) => !plainTag.test(tag))) return null;
  const run = new RegExp(`(?:(?<![ \\u00a0])[ \\u00a0]*(?:${tagPattern.source}))+[ \\u00a0]*`, "gi");
  return [...content.matchAll(run)].map((match) => {
    const start = row.start + match.index;
    const end = start + match[0].length;
    const edge = (sign: string | undefined): boolean => sign === undefined || sign === "\t" || sign === "|";
    const before = match.index === 0 ? undefined : content[match.index - 1];
    const behind = content[match.index + match[0].length];
    const onlyInner = [...match[0].matchAll(tagPattern)].every(([tag]) => innerTag.test(tag));
    const blanks = /^[ \u00a0]|[ \u00a0]$/.test(match[0]);
    // The blank beside a bar is the table's own.
    const atEdge = edge(before) || edge(behind);
    const bar = before === "|" || behind === "|";
    const newText = atEdge ? (bar && blanks ? " " : "") : onlyInner && !blanks ? "" : " ";
    return { chunk, span: { start, end }, newText };
  });
}

function toLength(chunk: number, { masked }: Chunk, row: TableRow, expected: number): ChunkEdit[] | null {
  const missing = expected - row.cells.length;
  if (missing > 0) {
    const closed = masked[row.end - 1] === "|";
    const newText = row.bars ? " |".repeat(closed ? missing : missing + 1) : "\t".repeat(missing);
    // Behind the last tab: empty cells at the end of a row are cells.
    const last = row.cells.at(-1);
    const at = row.bars || !last ? row.end : Math.max(row.end, last.end);
    return [{ chunk, span: { start: at, end: at }, newText }];
  }
  const surplus = row.cells.slice(expected);
  const first = surplus[0];
  if (!row.bars || !first || surplus.some((cell) => cell.end > cell.start)) return null;
  const start = masked.lastIndexOf("|", first.start - 1) + 1;
  return [{ chunk, span: { start, end: row.end }, newText: "" }];
}
