import { numericColumns } from "../numericColumns.ts";
import { inlineText } from "../plain.ts";
import { words } from "../words.ts";
import type { Table, TableRow } from "../renderModel.ts";
import { array, call, literal } from "./code.ts";
import type { InlineWriter } from "./inline.ts";

/**
 * A table; several below each other where a page is too narrow for its columns: each but the first then begins with the
 * column that names the rows. The header is repeated on each page.
 */
export function tableCode(table: Table, writer: InlineWriter, widthInMm: number): string[] {
  const numeric = numericColumns(table.rows, table.width);
  const { needs, naturals } = widthsOf(table);
  const parts = partsOf(needs, table.rowHeaders, widthInMm);
  return parts.map((columns) => {
    const isTight = total(columns, (column) => needs[column] ?? 0) * wide > widthInMm;
    const own = columns[table.rowHeaders && columns.length > 1 ? 1 : 0] ?? 0;
    const name = words.columns(own + 1, (columns.at(-1) ?? 0) + 1, table.width);
    const part = parts.length === 1 ? "none" : literal(name);
    return call(
      "grid-table",
      String(table.line),
      array(columnWidths(columns, needs, naturals, widthInMm)),
      array(columns.map((column) => (numeric[column] ? "right" : "left"))),
      `tight: ${isTight}`,
      `part: ${part}`,
      `header: ${table.header ? rowCode(table.header, columns, (cell) => writer.contentWithoutNotes(cell)) : "none"}`,
      array(table.rows.map((row) => rowCode(row, columns, (cell) => writer.content(cell)))),
    );
  });
}

function rowCode(
  { line, cells }: TableRow,
  columns: readonly number[],
  content: (cell: TableRow["cells"][number]) => string,
): string {
  return `(${line}, ${array(columns.map((column) => content(cells[column] ?? [])))})`;
}

/** mm that a sign takes, in small type and in type of the usual size beside it. */
const sign = 1.75;
const wide = 1.15;
/** mm between columns. */
const between = 4.2;
/** Words are divided where they have more signs. */
const longestPiece = 11;
const longestNumber = 16;

/** For each column, in mm: what it needs at least, which is its longest word, and what it takes without a break. */
function widthsOf({ width, header, rows }: Table): { needs: number[]; naturals: number[] } {
  const all = header ? [header, ...rows] : rows;
  const needs: number[] = [];
  const naturals: number[] = [];
  for (let column = 0; column < width; column++) {
    let word = 2;
    let line = 2;
    for (const { cells } of all) {
      const text = inlineText(cells[column] ?? []);
      for (const each of text.split(/\s+/))
        word = Math.max(word, Math.min(each.length, /\d/.test(each) ? longestNumber : longestPiece));
      for (const each of text.split("\n")) line = Math.max(line, each.length);
    }
    needs.push(word * sign + between);
    naturals.push(line * sign * wide + between);
  }
  return { needs, naturals };
}

/** The columns of each part. */
function partsOf(needs: readonly number[], rowHeaders: boolean, width: number): number[][] {
  const [first = 0] = needs;
  const parts: number[][] = [];
  let part: number[] = [];
  let used = 0;
  needs.forEach((need, column) => {
    if (part.length > (rowHeaders && parts.length > 0 ? 1 : 0) && used + need > width) {
      parts.push(part);
      part = rowHeaders ? [0] : [];
      used = rowHeaders ? first : 0;
    }
    part.push(column);
    used += need;
  });
  if (part.length > 0) parts.push(part);
  return parts;
}

/**
 * How wide each column of a part is. Where all find room each is as wide as its text; else those of running text share what
 * the others leave, each having what it needs.
 */
function columnWidths(
  columns: readonly number[],
  needs: readonly number[],
  naturals: readonly number[],
  width: number,
): string[] {
  const natural = (column: number): number => naturals[column] ?? 0;
  const need = (column: number): number => Math.min(needs[column] ?? 0, natural(column));
  if (total(columns, natural) <= width) return columns.map(() => "auto");
  const isShort = (column: number): boolean => natural(column) <= 1.3 * need(column);
  const rest = width - total(columns, (column) => (isShort(column) ? natural(column) : need(column)));
  // The root: a column of ten times the text is not to be ten times as wide.
  const share = (column: number): number => (isShort(column) ? 0 : Math.sqrt(natural(column) - need(column)));
  const shares = total(columns, share);
  if (rest < 0 || shares === 0) return columns.map((column) => fraction(need(column)));
  return columns.map((column) =>
    isShort(column) ? "auto" : fraction(need(column) + (rest * share(column)) / shares),
  );
}

function fraction(width: number): string {
  return `${width.toFixed(1)}fr`;
}

function total(columns: readonly number[], of: (column: number) => number): number {
  return columns.reduce((found, column) => found + of(column), 0);
}
