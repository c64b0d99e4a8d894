/** Tables: runs of lines with tabs between the cells, or Markdown's pipe tables. */

/** Whether the trimmed-at-the-end line is a row of a table. */
export function isTableRow(text: string, start: number, end: number): boolean {
  // The line alone: a search in the whole text goes on behind its end.
  const line = text.slice(start, end);
  if (isPipeRow(line)) return true;
  // A tab in front alone is an indentation; with another one behind some text it is an empty first cell.
  let words = 0;
  while (line.charAt(words) === "\t") words++;
  return line.includes("\t", words);
}

function isPipeRow(line: string): boolean {
  return line.length > 2 && line.startsWith("|") && line.lastIndexOf("|") > 0;
}

/** `|---|:---:|`: the line under the head of a pipe table. */
export function isDelimiterRow(text: string, start: number, end: number): boolean {
  return /^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$/.test(
    text.slice(start, Math.min(end, start + 400)),
  );
}
