import type { Chunk } from "../../syntax/nodes.ts";
import { contentEnd, lastNotAbove } from "../../text/lines.ts";
import { isBlankCode, type Span } from "../../text/span.ts";

const byteOrderMark = 0xfeff;

/**
 * A chunk's lines as formatting sees them: to the letter, with the comments where they are. All offsets count from the
 * chunk's start; a byte order mark stands before the first line.
 */
export class FormattedLines {
  readonly count: number;
  private readonly first: number;
  private readonly commentStarts: readonly number[];

  constructor(
    readonly chunk: Chunk,
    firstOfDocument: boolean,
  ) {
    this.count = chunk.lineStarts.length;
    this.first = firstOfDocument && chunk.text.charCodeAt(0) === byteOrderMark ? 1 : 0;
    this.commentStarts = chunk.comments.map((comment) => comment.start);
  }

  get hasByteOrderMark(): boolean {
    return this.first === 1;
  }

  start(line: number): number {
    return line <= 0 ? this.first : (this.chunk.lineStarts[line] ?? this.chunk.text.length);
  }

  /** The end of the line before its line end. */
  end(line: number): number {
    return contentEnd(this.chunk.text, this.start(line), this.next(line));
  }

  next(line: number): number {
    return this.chunk.lineStarts[line + 1] ?? this.chunk.text.length;
  }

  lineEnd(line: number): string {
    return this.chunk.text.slice(this.end(line), this.next(line));
  }

  /** A line of nothing but blanks that can go: it holds no comment, no page break. */
  isBlank(line: number): boolean {
    const start = this.start(line);
    const end = this.end(line);
    return this.blanksFrom(start, end) === end && !this.meetsComment(start, this.next(line));
  }

  /** Neither words nor a blank line: a comment, or a sign that only a machine sees. */
  isSilent(line: number): boolean {
    const end = this.end(line);
    for (let at = this.start(line); at < end; at++) {
      if (!isBlankCode(this.chunk.masked.charCodeAt(at))) return false;
    }
    return !this.isBlank(line);
  }

  hasWords(line: number): boolean {
    return line >= 0 && line < this.count && !this.isBlank(line) && !this.isSilent(line);
  }

  /** The blanks that the line begins with. */
  leading(line: number): Span {
    const start = this.start(line);
    return { start, end: this.blanksFrom(start, this.end(line)) };
  }

  /** The blanks that the line ends with, all of them for a blank line. */
  trailing(line: number): Span {
    const start = this.start(line);
    const end = this.end(line);
    let at = end;
    while (at > start && isFormattedBlank(this.chunk.text.charCodeAt(at - 1))) at--;
    return { start: at, end };
  }

  /** Whether a part of the stretch lies in a comment. */
  meetsComment(start: number, end: number): boolean {
    const { comments } = this.chunk;
    if (comments.length === 0 || start >= end) return false;
    const comment = comments[lastNotAbove(this.commentStarts, end - 1)];
    return comment !== undefined && comment.start < end && comment.end > start;
  }

  private blanksFrom(start: number, end: number): number {
    let at = start;
    while (at < end && isFormattedBlank(this.chunk.text.charCodeAt(at))) at++;
    return at;
  }
}

/** The blanks that formatting may change. Page breaks, line separators and the byte order mark are not its business. */
function isFormattedBlank(code: number): boolean {
  return (
    isBlankCode(code) &&
    !(code >= 0x0a && code <= 0x0d) &&
    code !== 0x2028 &&
    code !== 0x2029 &&
    code !== byteOrderMark
  );
}

/** How far in blanks bring a line; a tab goes to the next multiple of four, as in the mark of an entry. */
export function widthOf(blanks: string): number {
  let width = 0;
  for (const sign of blanks) width = sign === "\t" ? (Math.floor(width / 4) + 1) * 4 : width + 1;
  return width;
}
