import { rowsOf, type TableRow as SourceRow } from "../model/tableRows.ts";
import type { Chunk, TableBlock } from "../syntax/nodes.ts";
import { slice } from "../text/span.ts";
import { readInline } from "./inline.ts";
import type { Places } from "./places.ts";
import type { Inline, Table, TableRow } from "./renderModel.ts";

/** A table with rows of one width. `firstLine` is the line of the document at which the chunk begins. */
export function readTable(places: Places, chunkIndex: number, block: TableBlock, firstLine: number): Table {
  const chunk = places.document.chunks[chunkIndex];
  const source = chunk ? rowsOf(chunk, block) : [];
  const rows = source.flatMap((row, index) => (row.delimiter ? [] : [{ row, line: block.line + index }]));
  const width = rows.reduce((most, { row }) => Math.max(most, row.filled), 1);
  const read = ({ row, line }: (typeof rows)[number]): TableRow => ({
    line: firstLine + line,
    cells: Array.from({ length: width }, (_, index): readonly Inline[] => {
      const cell = row.cells[index];
      const content = cell ? readInline(places, chunkIndex, cell) : [];
      return row.bars ? content.map(withoutEscape) : content;
    }),
  });
  const texts = chunk ? rows.map(({ row }) => textsOf(chunk, row, width)) : [];
  const marked = source[1]?.delimiter === true && !source[0]?.delimiter;
  const hasHeader = rows.length > 1 && (marked || isHeader(texts));
  const [first, ...rest] = rows;
  const body = hasHeader ? texts.slice(1) : texts;
  return {
    type: "table",
    line: firstLine + block.line,
    width,
    header: hasHeader && first ? read(first) : null,
    rowHeaders: hasHeader && width > 1 && namesRows(body),
    rows: (hasHeader ? rest : rows).map(read),
  };
}

function textsOf(chunk: Chunk, row: SourceRow, width: number): string[] {
  return Array.from({ length: width }, (_, index) => {
    const cell = row.cells[index];
    return cell ? slice(chunk.masked, cell) : "";
  });
}

const longestHeader = 80;
const number =
  /^[-–+]?\(?\d[\d.,\s]*(?:\)\s*)?(?:%|(?:(?:mio|mia|t)\.?\s*)?(?:kr\.?|kroner)|dkk|stk\.?|timer|min\.?)?$/i;
const year = /^(?:19|20)\d{2}$/;

/**
 * Whether the first of several rows of a table with tabs heads the others: it holds words (or years) where they hold
 * numbers, or its corner is empty. Where all is words nobody can know, and no row is made a header.
 */
function isHeader(texts: readonly (readonly string[])[]): boolean {
  const [first = [], ...body] = texts;
  if (first.length < 2 || first.some((text) => text.length > longestHeader)) return false;
  if (first.slice(1).some((text) => text === "" || (number.test(text) && !year.test(text)))) return false;
  if (first[0] === "") return body.some((row) => row[0] !== "");
  if (number.test(first[0] ?? "")) return false;
  return first.some((_, column) => {
    const below = body.map((row) => row[column] ?? "").filter((text) => text !== "" && !/^[-–]$/.test(text));
    return below.length > 0 && below.every((text) => number.test(text) && !year.test(text));
  });
}

/** Whether the first cell of each row is words of its own. */
function namesRows(body: readonly (readonly string[])[]): boolean {
  const names = body.map(([first = ""]) => first);
  return new Set(names).size === names.length && names.every((name) => name !== "" && !number.test(name));
}

/** `\|` within a cell of a pipe table is a bar. */
function withoutEscape(inline: Inline): Inline {
  switch (inline.type) {
    case "text":
      return { type: "text", text: inline.text.replaceAll("\\|", "|") };
    case "break":
    case "footnoteMark":
      return inline;
    default:
      return { ...inline, content: inline.content.map(withoutEscape) };
  }
}
