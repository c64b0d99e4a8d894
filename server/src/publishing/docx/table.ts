import {
  AlignmentType,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import { escaped } from "../html/escape.ts";
import { numericColumns } from "../numericColumns.ts";
import { inlineText } from "../plain.ts";
import type { Inline, Table, TableRow as Row } from "../renderModel.ts";
import type { Child, InlineWriter } from "./inline.ts";
import { runs } from "./runs.ts";

/** So many columns can be read on a page. Word itself has no more than 63. */
const mostColumns = 12;
/** So many find room for text of the usual size. */
const fewColumns = 7;

/**
 * A table of Word, `width` twips wide, with a header that comes again on each page. One that is too wide for a page becomes
 * several, and a first column that names the rows stands in each.
 */
export function tables(table: Table, width: number, writer: InlineWriter): TablePart[] {
  const numeric = numericColumns(table.rows, table.width);
  return rangesOf(table).map((columns, index) => ({
    table: part(table, columns, width, numeric, (content, column) =>
      // What stands in the first part already is words alone in the others: a mark bears its note once.
      index > 0 && column === 0 && table.rowHeaders ? runs(inlineText(content)) : writer.children(content),
    ),
    from: (columns[table.rowHeaders ? 1 : 0] ?? 0) + 1,
    to: (columns.at(-1) ?? 0) + 1,
  }));
}

/** Some columns of a table, counted from 1; one that names the rows of all parts does not count. */
export interface TablePart {
  readonly table: WordTable;
  readonly from: number;
  readonly to: number;
}

/** The columns of each part. */
function rangesOf({ width, rowHeaders }: Table): number[][] {
  const all = Array.from({ length: width }, (_, column) => column);
  if (width <= mostColumns) return [all];
  const first = rowHeaders ? [0] : [];
  const others = all.slice(first.length);
  const count = Math.ceil(others.length / (mostColumns - first.length));
  const each = Math.ceil(others.length / count);
  return Array.from({ length: count }, (_, index) => [
    ...first,
    ...others.slice(index * each, (index + 1) * each),
  ]);
}

function part(
  { header, rows, rowHeaders }: Table,
  columns: readonly number[],
  width: number,
  numeric: readonly boolean[],
  written: (content: readonly Inline[], column: number) => Child[],
): WordTable {
  const style = columns.length > fewColumns ? "Tabeltekstlille" : "Tabeltekst";
  const widths = columnWidths(header ? [header, ...rows] : rows, columns, width);
  const row = (source: Row, tableHeader: boolean): TableRow =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: columns.map((column, index) => {
        const content = source.cells[column] ?? [];
        return new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          children: [
            new Paragraph({
              style,
              ...(numeric[column] ? { alignment: AlignmentType.RIGHT } : {}),
              ...(tableHeader ? { keepNext: true } : {}),
              children: written(content, column),
            }),
          ],
        });
      }),
    });
  return new WordTable({
    style: "Referattabel",
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    tableLook: {
      firstRow: header !== null,
      firstColumn: rowHeaders,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: [...(header ? [row(header, true)] : []), ...rows.map((each) => row(each, false))],
  });
}

/** The body with the name of each table, in order, for whoever cannot see it. The library has no word for it. */
export function withTableNames(xml: string, names: readonly string[]): string {
  let index = 0;
  return xml.replaceAll("</w:tblPr>", (end) => {
    const name = names[index++];
    return name === undefined ? end : `<w:tblCaption w:val="${escaped(name)}"/>${end}`;
  });
}

/** What is left for text in a cell, and what its margins take, in twips. */
const sign = 110;
const margins = 200;

/** Widths that let the longest words stand whole, and give the rest to the columns with most text. */
function columnWidths(rows: readonly Row[], columns: readonly number[], width: number): number[] {
  const wanted = columns.map((column) => {
    let word = 1;
    let text = 1;
    for (const { cells } of rows) {
      const words = inlineText(cells[column] ?? []);
      text = Math.max(text, Math.min(words.length, mostSigns));
      for (const each of words.split(/[\s-]+/)) word = Math.max(word, Math.min(each.length, longestWord));
    }
    return { least: word * sign + margins, most: text * sign + margins };
  });
  const least = sum(wanted.map((each) => each.least));
  const most = sum(wanted.map((each) => each.most));
  const shares = wanted.map((each) => {
    if (least >= width) return (each.least / least) * width;
    if (most <= width) return (each.most / most) * width;
    return each.least + ((each.most - each.least) / (most - least)) * (width - least);
  });
  const whole = shares.map(Math.floor);
  // What the roundings left is the last column's.
  return whole.map((each, index) => (index === whole.length - 1 ? width - sum(whole.slice(0, -1)) : each));
}

const mostSigns = 160;
const longestWord = 22;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
