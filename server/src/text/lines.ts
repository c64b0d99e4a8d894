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
  let at = 0;
  // Each sign is sought from where it was found last: what is built in is faster than any loop over the signs.
  let feed = text.indexOf("\n");
  let carriageReturn = text.indexOf("\r");
  while (feed !== -1 || carriageReturn !== -1) {
    if (carriageReturn === -1 || (feed !== -1 && feed < carriageReturn)) at = feed + 1;
    else at = feed === carriageReturn + 1 ? feed + 1 : carriageReturn + 1;
    starts.push(at);
    if (feed !== -1 && feed < at) feed = text.indexOf("\n", at);
    if (carriageReturn !== -1 && carriageReturn < at) carriageReturn = text.indexOf("\r", at);
  }
  if (!last && at === text.length) starts.pop();
  return starts;
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
