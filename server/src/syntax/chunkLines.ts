import { contentEnd, lineStartsOf } from "../text/lines.ts";
import { isBlankCode, type Span } from "../text/span.ts";
import { maskComments } from "./comments.ts";

/** The lines of one chunk while it is read. */
export class ChunkLines {
  readonly masked: string;
  readonly comments: readonly Span[];
  readonly unclosedComment: boolean;
  readonly starts: readonly number[];
  readonly count: number;

  constructor(
    readonly text: string,
    readonly last: boolean,
  ) {
    const masked = maskComments(text);
    this.masked = masked.text;
    this.comments = masked.comments;
    this.unclosedComment = masked.unclosed;
    this.starts = lineStartsOf(text, last);
    this.count = this.starts.length;
  }

  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Where the next line starts. */
  next(line: number): number {
    return this.starts[line + 1] ?? this.text.length;
  }

  /** The end of the line without its line end, blanks and comments behind. */
  end(line: number): number {
    const start = this.start(line);
    let end = contentEnd(this.masked, start, this.next(line));
    while (end > start && isBlankCode(this.masked.charCodeAt(end - 1))) end--;
    return end;
  }

  /** The first sign of the line that is not blank; its end where there is none. */
  contentStart(line: number): number {
    const end = this.end(line);
    let start = this.start(line);
    while (start < end && isBlankCode(this.masked.charCodeAt(start))) start++;
    return start;
  }

  /** Nothing, or nothing but a comment; so are the lines before the first and after the last. */
  isBlank(line: number): boolean {
    return line < 0 || line >= this.count || this.end(line) === this.start(line);
  }

  /** A blank line that holds a comment, or a part of one. */
  isComment(line: number): boolean {
    if (this.comments.length === 0 || !this.isBlank(line)) return false;
    const start = this.start(line);
    const next = this.next(line);
    return this.comments.some((comment) => comment.start < next && comment.end > start);
  }

  /** From the first word of `line` to the last of `lineEnd - 1`. */
  textSpan(line: number, lineEnd: number): Span {
    return { start: this.contentStart(line), end: this.end(lineEnd - 1) };
  }

  /** What every block says of its place. */
  place(line: number, lineEnd: number): { line: number; lineCount: number; start: number; end: number } {
    return { line, lineCount: lineEnd - line, start: this.start(line), end: this.start(lineEnd) };
  }
}
