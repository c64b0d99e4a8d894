/**
 * Lines as the Language Server Protocol has them: LF, CRLF and a lone CR end a line.
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocuments
 */

const LF = 0x0a;
const CR = 0x0d;

/**
 * The offset at which each line starts. A text that ends with a line end has an empty line behind it; where `text` is
 * followed by more text (`last` false) that line belongs to what follows and is left out.
 */
export function lineStartsOf(text: string, last: boolean): number[] {
  const starts = [0];
  for (let at = nextLineStart(text, 0); at !== -1; at = nextLineStart(text, at)) starts.push(at);
  if (!last && starts.at(-1) === text.length) starts.pop();
  return starts;
}

/** Where the line after the one at `from` starts, or -1 when that line is not ended. */
export function nextLineStart(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF) return i + 1;
    if (code === CR) return text.charCodeAt(i + 1) === LF ? i + 2 : i + 1;
  }
  return -1;
}

/** The end of the line's content, before its line end. `next` is the start of the following line, or the text's length. */
export function contentEnd(text: string, start: number, next: number): number {
  let end = next;
  if (end > start && text.charCodeAt(end - 1) === LF) end--;
  if (end > start && text.charCodeAt(end - 1) === CR) end--;
  return end;
}

/** The line end that the text uses first; LF where it has none. */
export function lineEndOf(text: string): "\n" | "\r\n" | "\r" {
  const at = text.search(/[\r\n]/);
  if (at === -1 || text[at] === "\n") return "\n";
  return text[at + 1] === "\n" ? "\r\n" : "\r";
}

/** The index of the last element of an ascending list that is not above `value`; 0 for an empty list. */
export function lastNotAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? Infinity) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
