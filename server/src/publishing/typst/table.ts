import { numericColumns } from "../numericColumns.ts";
import { inlineText } from "../plain.ts";
import { words } from "../words.ts";
import type { Table, TableRow } from "../renderModel.ts";
import { array, call, literal } from "./code.ts";
import { type InlineWriter, lineCode } from "./inline.ts";

/**
 * A table; several below each other where a page is too narrow for its columns: each but the first then begins with the
 * column that names the rows. The header is repeated on each page.
 */
export function tableCode(table: Table, writer: InlineWriter, widthInMm: number): string[] {
  const numeric = numericColumns(table.rows, table.width);
  const signs = signsOf(table);
  const parts = partsOf(
    signs.map(({ word }) => widthOf(word, tight)),
    table.rowHeaders,
    widthInMm,
  );
  return parts.map((columns) => {
    const isTight = total(columns, (column) => widthOf(signs[column]?.word ?? 0, usual)) > widthInMm;
    const own = columns[table.rowHeaders && columns.length > 1 ? 1 : 0] ?? 0;
    const name = words.columns(own + 1, (columns.at(-1) ?? 0) + 1, table.width);
    const part = parts.length === 1 ? "none" : literal(name);
    return call(
      "grid-table",
      String(table.line),
      array(columnWidths(columns, signs, isTight ? tight : usual, widthInMm)),
      array(columns.map((column) => (numeric[column] ? "right" : "left"))),
      `tight: ${isTight}`,
      `part: ${part}`,
      `header: ${table.header ? rowCode(table.header, columns, (cell) => writer.contentWithoutNotes(cell)) : "none"}`,
      array(table.rows.map((row) => rowCode(row, columns, (cell) => writer.content(cell)))),
    );
  });
}

/** A row's line, its cells, and whether it may be divided between two pages: what is short is not. */
function rowCode(
  { line, cells }: TableRow,
  columns: readonly number[],
  content: (cell: TableRow["cells"][number]) => string,
): string {
  const isLong = columns.some((column) => inlineText(cells[column] ?? []).length > shortCell);
  return `(${lineCode(line, cells.flat())}, ${array(columns.map((column) => content(cells[column] ?? [])))}, ${isLong})`;
}

const shortCell = 300;

/** How the type of a table is set, in mm: what a sign takes, and what lies between two columns. */
interface Setting {
  readonly sign: number;
  readonly between: number;
}
const usual: Setting = { sign: 1.9, between: 4.4 };
const tight: Setting = { sign: 1.6, between: 2.4 };

function widthOf(signs: number, { sign, between }: Setting): number {
  return signs * sign + between;
}

/** Words are divided where they have more signs. */
const longestPiece = 11;
const longestNumber = 16;

/** How many signs a column needs room for. */
interface ColumnSigns {
  /** Its longest word. */
  readonly word: number;
  /** Its longest line. */
  readonly line: number;
}

function signsOf({ width, header, rows }: Table): ColumnSigns[] {
  return Array.from({ length: width }, (_, column) => {
    let word = 2;
    let line = 2;
    for (const { cells } of header ? [header, ...rows] : rows) {
      const text = inlineText(cells[column] ?? []);
      for (const each of text.split(/\s+/))
        word = Math.max(
          word,
          Math.min(each.length, /\d/.test(each) && !/\p{Alpha}/u.test(each) ? longestNumber : longestPiece),
        );
      for (const each of text.split("\n")) line = Math.max(line, each.length);
    }
    return { word, line };
  });
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
  signs: readonly ColumnSigns[],
  setting: Setting,
  width: number,
): string[] {
  const natural = (column: number): number => widthOf(signs[column]?.line ?? 0, setting);
  const need = (column: number): number => widthOf(signs[column]?.word ?? 0, setting);
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
