import type { Position, Range, TextDocumentContentChangeEvent, TextEdit } from "vscode-languageserver";

/** A client's own idea of lines and characters: written from the protocol, not from the server. */

export type Encoding = "utf-16" | "utf-8";

/** The lines without their ends; LF, CRLF and a lone CR end one. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

export function offsetAt(text: string, position: Position, encoding: Encoding = "utf-16"): number {
  let start = 0;
  for (const end of [...text.matchAll(/\r\n|\n|\r/g)].slice(0, position.line))
    start = end.index + end[0].length;
  const line = linesOf(text)[position.line] ?? "";
  if (encoding === "utf-16") return start + Math.min(position.character, line.length);
  return start + Buffer.from(line).subarray(0, position.character).toString().length;
}

export function positionAt(text: string, offset: number, encoding: Encoding = "utf-16"): Position {
  const before = linesOf(text.slice(0, offset));
  const line = before.at(-1) ?? "";
  return {
    line: before.length - 1,
    character: encoding === "utf-16" ? line.length : Buffer.byteLength(line),
  };
}

/** What the client shows for a range. */
export function textIn(text: string, { start, end }: Range, encoding: Encoding = "utf-16"): string {
  return text.slice(offsetAt(text, start, encoding), offsetAt(text, end, encoding));
}

/** The range of the only place where `words` stand. */
export function rangeOf(text: string, words: string, encoding: Encoding = "utf-16"): Range {
  const start = text.indexOf(words);
  if (start === -1 || text.includes(words, start + 1)) throw new Error(`Not once in the text: ${words}`);
  return {
    start: positionAt(text, start, encoding),
    end: positionAt(text, start + words.length, encoding),
  };
}

/** The text after a client's own change, as `didChange` tells it. */
export function changed(
  text: string,
  change: TextDocumentContentChangeEvent,
  encoding: Encoding = "utf-16",
): string {
  if (!("range" in change)) return change.text;
  return (
    text.slice(0, offsetAt(text, change.range.start, encoding)) +
    change.text +
    text.slice(offsetAt(text, change.range.end, encoding))
  );
}

/** The text with a server's edits made. Their ranges all mean the text before; overlap is an error. */
export function edited(text: string, edits: readonly TextEdit[], encoding: Encoding = "utf-16"): string {
  const sorted = edits
    .map(({ range, newText }) => ({
      start: offsetAt(text, range.start, encoding),
      end: offsetAt(text, range.end, encoding),
      newText,
    }))
    .sort((a, b) => a.start - b.start);
  let result = "";
  let done = 0;
  for (const { start, end, newText } of sorted) {
    if (start < done || end < start) throw new Error(`Edits overlap at ${start}`);
    result += text.slice(done, start) + newText;
    done = end;
  }
  return result + text.slice(done);
}
