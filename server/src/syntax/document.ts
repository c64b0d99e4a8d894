import { lastNotAbove, lineEndOf } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { allAtOnce, type Steps } from "../text/steps.ts";
import { cutIntoChunks, type Cut } from "./chunks.ts";
import { commentClose, commentOpen, maskComments } from "./comments.ts";
import { areStillContents, type Earlier, readContentsAgain } from "./contentsAgain.ts";
import { hasPage } from "./contentsEntry.ts";
import { readItem } from "./item.ts";
import type { Chunk, Item, Preamble } from "./nodes.ts";
import { readPreamble } from "./preamble.ts";
import { cutIntoStretches, editedStretches, type Stretch } from "./stretches.ts";
import { defaultVocabulary, type Vocabulary } from "./vocabulary.ts";
import { lineStartIn } from "./lineStart.ts";

/** Zero-based line, and a character counted in UTF-16 units, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** One edit: the text between two offsets of the document becomes `text`. */
export interface TextChange extends Span {
  readonly text: string;
}

/** What an edit had to read again: the measure of how incremental it was. */
export interface ScanCount {
  readonly chunks: number;
  readonly lines: number;
}

/**
 * A document at one moment: immutable, whole, and never in error. The text is the chunks' texts in order, to the letter.
 */
export class ReferatDocument {
  /** The offset and the line at which each chunk starts. */
  readonly offsets: readonly number[];
  readonly lines: readonly number[];
  readonly length: number;
  readonly lineCount: number;
  /** The index in `chunks` of the first item; `chunks.length` where there is none. */
  readonly firstItemIndex: number;
  /** What stands before the first item: the head, and the contents where there are any. */
  readonly preambles: readonly Preamble[];
  readonly items: readonly Item[];

  private constructor(
    readonly chunks: readonly Chunk[],
    readonly vocabulary: Vocabulary,
    readonly scanned: ScanCount,
    /** The chunks in order, some and some together. */
    readonly stretches: readonly Stretch[],
  ) {
    const offsets = new Array<number>(chunks.length);
    const lines = new Array<number>(chunks.length);
    let [offset, line, index] = [0, 0, 0];
    for (const stretch of stretches) {
      for (let at = 0; at < stretch.offsets.length; at++) {
        offsets[index] = offset + (stretch.offsets[at] ?? 0);
        lines[index++] = line + (stretch.lines[at] ?? 0);
      }
      offset += stretch.length;
      line += stretch.lineCount;
    }
    this.offsets = offsets;
    this.lines = lines;
    this.length = offset;
    this.lineCount = line;
    const first = chunks.findIndex((chunk) => chunk.kind === "item");
    this.firstItemIndex = first === -1 ? chunks.length : first;
    this.preambles = chunks.slice(0, this.firstItemIndex) as Preamble[];
    this.items = chunks.slice(this.firstItemIndex) as Item[];
  }

  /** The offset at which the chunk of an index starts; 0 where there is none. */
  offsetOf(chunk: number): number {
    return this.offsets[chunk] ?? 0;
  }

  /** The line at which the chunk of an index starts; 0 where there is none. */
  lineOf(chunk: number): number {
    return this.lines[chunk] ?? 0;
  }

  static parse(text: string, vocabulary: Vocabulary = defaultVocabulary): ReferatDocument {
    return allAtOnce(ReferatDocument.parsing(text, vocabulary));
  }

  /** The same, an item a step: a long text is read while others wait for no more than one of its items. */
  static *parsing(text: string, vocabulary: Vocabulary): Steps<ReferatDocument> {
    const chunks = yield* readCuts(text, cutIntoChunks(text, "head", false), true, vocabulary, []);
    return new ReferatDocument(chunks.all, vocabulary, chunks.scanned, cutIntoStretches(chunks.all));
  }

  /** The text, or a stretch of it. */
  getText(range?: Span): string {
    if (!range) return this.chunks.map((chunk) => chunk.text).join("");
    const first = this.chunkIndexAt(range.start);
    let text = "";
    for (let i = first; i < this.chunks.length; i++) {
      const offset = this.offsetOf(i);
      if (offset >= range.end) break;
      text += this.chunks[i]?.text.slice(Math.max(0, range.start - offset), range.end - offset) ?? "";
    }
    return text;
  }

  /** The line end that the document uses first; LF where it has none. */
  get lineEnd(): "\n" | "\r\n" | "\r" {
    return lineEndOf(this.chunks.find(({ text }) => /[\r\n]/.test(text))?.text ?? "");
  }

  /** The index of the chunk that holds `offset`; the end of the document belongs to the last. */
  chunkIndexAt(offset: number): number {
    return lastNotAbove(this.offsets, offset);
  }

  chunkIndexAtLine(line: number): number {
    return lastNotAbove(this.lines, line);
  }

  /** An offset beyond the document's end is its end; one before its start is its start. */
  positionAt(offset: number): Position {
    const bounded = Math.max(0, Math.min(offset, this.length));
    const index = this.chunkIndexAt(bounded);
    const chunk = this.chunks[index];
    if (!chunk) return { line: 0, character: 0 };
    const inChunk = bounded - this.offsetOf(index);
    const line = lastNotAbove(chunk.lineStarts, inChunk);
    return {
      line: this.lineOf(index) + line,
      character: inChunk - (chunk.lineStarts[line] ?? 0),
    };
  }

  /** A character beyond the end of its line is the end of the line, before its line end, as LSP asks. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.length;
    const index = this.chunkIndexAtLine(line);
    const chunk = this.chunks[index];
    if (!chunk) return 0;
    const inChunk = line - this.lineOf(index);
    const start = lineStartIn(chunk, inChunk);
    let end = lineStartIn(chunk, inChunk + 1);
    if (end > start && chunk.text[end - 1] === "\n") end--;
    if (end > start && chunk.text[end - 1] === "\r") end--;
    return this.offsetOf(index) + Math.min(start + Math.max(0, character), end);
  }

  /** The document after one edit. Chunks that the edit does not reach are the same objects as before. */
  edit(change: TextChange): ReferatDocument {
    const start = Math.max(0, Math.min(change.start, this.length));
    const end = Math.max(start, Math.min(change.end, this.length));
    let { from, to } = this.reach(start, end);
    let text = this.editedText(from, to, start, end, change.text);
    const opener = this.unclosedComment();
    if (opener !== -1 && opener < from && text.includes(commentClose)) {
      from = this.leftOf(opener);
      text = this.editedText(from, to, start, end, change.text);
    }
    while (from > 0 && !this.beginsAsBefore(from, text)) {
      from = this.leftOf(from - 1);
      text = this.editedText(from, to, start, end, change.text);
    }
    const earlier = this.earlier(from, to, start, end);
    const isWhole = earlier !== null && areStillContents(text, earlier);
    let cuts: readonly Cut[] = isWhole ? [{ kind: "contents", start: 0, end: text.length }] : [];
    while (cuts.length === 0) {
      const found = cutIntoChunks(text, this.kindBefore(from), to < this.chunks.length);
      const further = this.furtherReach(to, text, found);
      if (further === to) {
        cuts = found;
      } else {
        to = further;
        text = this.editedText(from, to, start, end, change.text);
      }
    }
    const last = to >= this.chunks.length;
    const before = this.chunks.slice(from, to);
    const known = before.length === 1 ? earlier : null;
    const read = allAtOnce(readCuts(text, cuts, last, this.vocabulary, before, known));
    const chunks = [...this.chunks.slice(0, from), ...read.all, ...this.chunks.slice(to)];
    const stretches = editedStretches(this.stretches, from, to, read.all);
    return new ReferatDocument(chunks, this.vocabulary, read.scanned, stretches);
  }

  /** The document with another text altogether: chunks at the start and the end that stay the same are kept. */
  replace(text: string): ReferatDocument {
    let start = 0;
    let from = 0;
    while (from < this.chunks.length && text.startsWith(this.chunks[from]?.text ?? "", start)) {
      start += this.chunks[from]?.text.length ?? 0;
      from++;
    }
    let end = this.length;
    let newEnd = text.length;
    for (let i = this.chunks.length - 1; i > from; i--) {
      const chunk = this.chunks[i]?.text ?? "";
      if (newEnd - chunk.length < start || !text.endsWith(chunk, newEnd)) break;
      end -= chunk.length;
      newEnd -= chunk.length;
    }
    if (start > end) return ReferatDocument.parse(text, this.vocabulary);
    return this.edit({ start, end, text: text.slice(start, newEnd) });
  }

  /**
   * The chunks that must be looked at again after an edit between two offsets. An edit in a chunk's first line can unmake
   * its heading, so that it joins the one before; whether a pause is one depends on its neighbours.
   */
  private reach(start: number, end: number): { from: number; to: number } {
    let from = this.chunkIndexAt(start);
    const first = this.chunks[from];
    const inChunk = start - this.offsetOf(from);
    if (from > 0 && first && inChunk <= lineStartIn(first, 1)) from--;
    return { from: this.leftOf(from), to: this.rightOf(this.chunkIndexAt(end) + 1) };
  }

  /**
   * Whether the first line of a chunk says what it said before in `text`, which begins with it: a comment that begins there can be
   * closed, or be closed no longer, far below.
   */
  private beginsAsBefore(index: number, text: string): boolean {
    const chunk = this.chunks[index];
    if (!chunk || !text.includes(commentOpen)) return true;
    return maskComments(text).text.startsWith(chunk.masked.slice(0, lineStartIn(chunk, 1)));
  }

  /** What is left of the contents after an edit of theirs, if no other chunk is reached. */
  private earlier(from: number, to: number, start: number, end: number): Earlier | null {
    const chunk = this.chunks[from];
    if (to - from !== 1 || chunk?.kind !== "contents") return null;
    const offset = this.offsetOf(from);
    return { chunk, start: start - offset, end: offset + chunk.text.length - end };
  }

  /** How far to the right the new cuts change what follows them; `to` when they don't. */
  private furtherReach(to: number, text: string, cuts: readonly Cut[]): number {
    const next = this.chunks[to];
    if (!next) return to;
    // A comment that is now open is closed by the next `-->` there is, in whatever chunk.
    if (maskComments(text).unclosed) {
      const closer = this.chunks.findIndex((chunk, i) => i >= to && chunk.text.includes(commentClose));
      if (closer !== -1) return this.rightOf(closer + 1);
    }
    // Contents behind an item are text of that item, and `Punkt 1: … 3` in the contents is an entry of theirs.
    const last = cuts.at(-1)?.kind;
    if (next.kind === "contents" && last === "item") return to + 1;
    if (next.kind === "item" && last === "contents" && isContentsEntryOf(next)) return this.rightOf(to + 1);
    return to;
  }

  /** The index of the first chunk with a comment that nothing closes; -1 where there is none. */
  private unclosedComment(): number {
    let first = 0;
    for (const { chunks, unclosedComment } of this.stretches) {
      if (unclosedComment) return first + chunks.findIndex((chunk) => chunk.unclosedComment);
      first += chunks.length;
    }
    return -1;
  }

  private leftOf(index: number): number {
    let from = index;
    while (from > 0 && this.isUnnumbered(from)) from--;
    return from;
  }

  private rightOf(index: number): number {
    let to = index;
    while (to < this.chunks.length && this.isUnnumbered(to)) to++;
    return to;
  }

  private isUnnumbered(index: number): boolean {
    const chunk = this.chunks[index];
    return chunk?.kind === "item" && chunk.heading.number === null;
  }

  private kindBefore(from: number): Cut["kind"] {
    return from === 0 ? "head" : (this.chunks[from]?.kind ?? "item");
  }

  private editedText(from: number, to: number, start: number, end: number, inserted: string): string {
    const regionStart = this.offsets[from] ?? this.length;
    const regionEnd = this.offsets[to] ?? this.length;
    return (
      this.getText({ start: regionStart, end: start }) +
      inserted +
      this.getText({ start: end, end: regionEnd })
    );
  }
}

function isContentsEntryOf(item: Item): boolean {
  return hasPage(item.masked, item.heading.span.start, item.heading.span.end);
}

/** Reads the cuts, or keeps the chunk that was there where text, kind and place are the same. */
function* readCuts(
  text: string,
  cuts: readonly Cut[],
  last: boolean,
  vocabulary: Vocabulary,
  before: readonly Chunk[],
  earlier: Earlier | null = null,
): Steps<{ all: Chunk[]; scanned: ScanCount }> {
  let byText: Map<string, Chunk> | undefined;
  const unused = (): Map<string, Chunk> => (byText ??= new Map(before.map((chunk) => [chunk.text, chunk])));
  const [only] = before;
  const isOne = before.length === 1 && cuts.length === 1;
  const all: Chunk[] = [];
  let chunkCount = 0;
  let lineCount = 0;
  for (const [index, cut] of cuts.entries()) {
    if (index > 0) yield;
    const content = text.slice(cut.start, cut.end);
    const isLast = last && index === cuts.length - 1;
    // To look a text up is to go through all of it: not where its length says enough.
    const kept = isOne && only?.text.length !== content.length ? undefined : unused().get(content);
    if (kept?.kind === cut.kind && kept.last === isLast) {
      // Once only: two items with the same text are two chunks.
      unused().delete(content);
      all.push(kept);
      continue;
    }
    chunkCount++;
    const again =
      earlier && cut.kind === "contents" && isOne
        ? readContentsAgain(content, isLast, vocabulary, earlier)
        : null;
    const chunk = again?.chunk ?? readCut(content, cut.kind, isLast, vocabulary);
    lineCount += again?.lines ?? chunk.lineStarts.length;
    all.push(chunk);
  }
  return { all, scanned: { chunks: chunkCount, lines: lineCount } };
}

function readCut(text: string, kind: Cut["kind"], last: boolean, vocabulary: Vocabulary): Chunk {
  return kind === "item" ? readItem(text, last, vocabulary) : readPreamble(text, kind, last, vocabulary);
}
