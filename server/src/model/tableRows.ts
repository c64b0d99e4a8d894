import { isDelimiterRow, isTableRow } from "../syntax/table.ts";
import type { Chunk, TableBlock } from "../syntax/nodes.ts";
import { contentEnd } from "../text/lines.ts";
import { slice, type Span, span, trimmed } from "../text/span.ts";
import { lineStartIn } from "../syntax/lineStart.ts";

export interface TableRow extends Span {
  /** Markdown's bars between the cells, else tabs. */
  readonly bars: boolean;
  /** The cells, trimmed; an empty one is an empty stretch. */
  readonly cells: readonly Span[];
  /** `|---|---|`: every cell is a line of hyphens. */
  readonly delimiter: boolean;
  /** The cells without the empty ones at the end: tabs at the end of a line are seen by nobody. */
  readonly filled: number;
}

const known = new WeakMap<TableBlock, readonly TableRow[]>();

/** The rows of a table, in order; each one is its line, trimmed. */
export function rowsOf(chunk: Chunk, table: TableBlock): readonly TableRow[] {
  const before = known.get(table);
  if (before) return before;
  const rows: TableRow[] = [];
  known.set(table, rows);
  for (let line = table.line; line < table.line + table.lineCount; line++) {
    const start = lineStartIn(chunk, line);
    const end = contentEnd(chunk.masked, start, lineStartIn(chunk, line + 1));
    rows.push(readRow(chunk.masked, start, end));
  }
  return rows;
}

function readRow(text: string, start: number, end: number): TableRow {
  const content = trimmed(text, span(start, end));
  const bars = text[start] === "|" && isTableRow(text, start, content.end);
  const cells = bars ? barCells(text, content) : cellsBetween(text, start, end, "\t");
  const filled = cells.findLastIndex((cell) => cell.end > cell.start) + 1;
  const delimiter =
    slice(text, content).includes("--") &&
    (isDelimiterRow(text, content.start, content.end) ||
      (filled > 1 && cells.slice(0, filled).every((cell) => /^:?-{2,}:?$/.test(slice(text, cell)))));
  return {
    start: content.start,
    end: content.end,
    bars,
    cells,
    delimiter,
    filled: bars ? cells.length : filled,
  };
}

/** The bars at the two ends of the row are its frame. */
function barCells(text: string, { start, end }: Span): Span[] {
  return cellsBetween(text, start + 1, text[end - 1] === "|" ? end - 1 : end, "|");
}

function cellsBetween(text: string, start: number, end: number, separator: string): Span[] {
  const row = text.slice(start, end);
  const cells: Span[] = [];
  let from = 0;
  for (let at = row.indexOf(separator); at !== -1; at = row.indexOf(separator, at + 1)) {
    if (separator === "|" && row[at - 1] === "\\") continue;
    cells.push(trimmed(text, span(start + from, start + at)));
    from = at + 1;
  }
  return [...cells, trimmed(text, span(start + from, end))];
}
