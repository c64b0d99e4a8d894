import { lineStartsOf } from "../text/lines.ts";
import { firstEndingBehind, isBlankCode, type Span } from "../text/span.ts";
import { maskComments } from "./comments.ts";

/** The lines of a chunk while it is read, or of the text that chunks are cut from. */
export class ChunkLines {
  readonly masked: string;
  readonly comments: readonly Span[];
  readonly unclosedComment: boolean;
  readonly starts: readonly number[];
  readonly count: number;
  /** The words of the lines that were asked for: every reader of a line asks, most of them several times. */
  private readonly words: (Span | undefined)[];

  /** `starts`, where each line starts, can be given by who knows it. */
  constructor(
    readonly text: string,
    readonly last: boolean,
    starts: readonly number[] = lineStartsOf(text, last),
  ) {
    const masked = maskComments(text);
    this.masked = masked.text;
    this.comments = masked.comments;
    this.unclosedComment = masked.unclosed;
    this.starts = starts;
    this.count = this.starts.length;
    this.words = new Array<Span | undefined>(this.count).fill(undefined);
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
    return this.wordsOf(line)?.end ?? this.text.length;
  }

  /** The first sign of the line that is not blank; its end where there is none. */
  contentStart(line: number): number {
    return this.wordsOf(line)?.start ?? this.text.length;
  }

  private wordsOf(line: number): Span | undefined {
    const start = this.starts[line];
    if (start === undefined) return undefined;
    return (this.words[line] ??= wordsBetween(this.masked, start, this.next(line)));
  }

  /** Nothing, or nothing but a comment; so are the lines before the first and after the last. */
  isBlank(line: number): boolean {
    return this.contentStart(line) === this.end(line);
  }

  /** A blank line that holds a comment, or a part of one. */
  isComment(line: number): boolean {
    if (this.comments.length === 0 || !this.isBlank(line)) return false;
    const comment = this.comments[firstEndingBehind(this.comments, this.start(line))];
    return comment !== undefined && comment.start < this.next(line);
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

/** A line without words is an empty stretch at its start. */
function wordsBetween(text: string, lineStart: number, next: number): Span {
  let end = next;
  while (end > lineStart && isBlankCode(text.charCodeAt(end - 1))) end--;
  let start = lineStart;
  while (start < end && isBlankCode(text.charCodeAt(start))) start++;
  return { start, end };
}
