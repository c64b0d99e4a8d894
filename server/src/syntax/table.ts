/** Tables: runs of lines with tabs between the cells, or Markdown's pipe tables. */

/** Whether the trimmed-at-the-end line is a row of a table. */
export function isTableRow(text: string, start: number, end: number): boolean {
  if (isPipeRow(text, start, end)) return true;
  const tab = text.indexOf("\t", start);
  if (tab === -1 || tab >= end) return false;
  if (tab > start) return true;
  // A tab in front alone is an indentation; with another one behind some text it is an empty first cell.
  let at = start;
  while (at < end && text[at] === "\t") at++;
  const next = text.indexOf("\t", at);
  return next !== -1 && next < end;
}

function isPipeRow(text: string, start: number, end: number): boolean {
  return text[start] === "|" && end - start > 2 && text.lastIndexOf("|", end - 1) > start;
}

/** `|---|:---:|`: the line under the head of a pipe table. */
export function isDelimiterRow(text: string, start: number, end: number): boolean {
  return /^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$/.test(
    text.slice(start, Math.min(end, start + 400)),
  );
}
