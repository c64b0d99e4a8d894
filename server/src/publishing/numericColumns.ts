import { inlineText } from "./plain.ts";
import type { TableRow } from "./renderModel.ts";

/** The columns of numbers, which stand below each other at their ends. */
export function numericColumns(rows: readonly TableRow[], width: number): boolean[] {
  return Array.from({ length: width }, (_, column) => {
    const texts = rows.map(({ cells }) => inlineText(cells[column] ?? [])).filter((text) => text !== "");
    return texts.length > 0 && texts.every((text) => numberCell.test(text.slice(0, 40)));
  });
}

const numberCell = /^(?:[-–+]?\d[\d.,\s]*(?:%|(?:mio\.?|mia\.?|t\.)?\s?(?:kr\.?)?)|[-–])$/;
