import type { Position, Range } from "vscode-languageserver";
import type { ReferatDocument } from "../syntax/document.ts";
import { lastNotAbove } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { isList, isText } from "./unknown.ts";
import { bytesBefore, offsetBehind } from "./utf8.ts";

/** How the client counts the characters of a line. UTF-16 is LSP's default and is chosen wherever it is offered. */
export type PositionEncoding = "utf-16" | "utf-8";

export function chooseEncoding(offered: unknown): PositionEncoding {
  return isList(offered, isText) && offered.includes("utf-8") && !offered.includes("utf-16")
    ? "utf-8"
    : "utf-16";
}

/** Between the offsets of the core, in UTF-16 units, and the client's positions. Nothing else counts characters. */
export class Positions {
  constructor(private readonly encoding: PositionEncoding) {}

  position(document: ReferatDocument, offset: number): Position {
    const index = document.chunkIndexAt(offset);
    return this.positionIn(document, index, offset - document.offsetOf(index));
  }

  range(document: ReferatDocument, { start, end }: Span): Range {
    return { start: this.position(document, start), end: this.position(document, end) };
  }

  /** The range of a span that counts from the start of the chunk of an index. */
  rangeIn(document: ReferatDocument, index: number, { start, end }: Span): Range {
    const length = document.chunks[index]?.text.length ?? 0;
    // A chunk's end is the start of the next.
    const position = (at: number): Position =>
      at < length
        ? this.positionIn(document, index, at)
        : this.position(document, document.offsetOf(index) + at);
    return { start: position(start), end: position(end) };
  }

  private positionIn(document: ReferatDocument, index: number, offset: number): Position {
    const chunk = document.chunks[index];
    if (!chunk) return document.positionAt(offset);
    const at = Math.max(0, Math.min(offset, chunk.text.length));
    // LSP knows no place in the middle of a line end.
    const inChunk = chunk.text[at] === "\n" && chunk.text[at - 1] === "\r" ? at - 1 : at;
    const line = lastNotAbove(chunk.lineStarts, inChunk);
    const lineStart = chunk.lineStarts[line] ?? 0;
    const character =
      this.encoding === "utf-16"
        ? inChunk - lineStart
        : bytesBefore(chunk, inChunk) - bytesBefore(chunk, lineStart);
    return { line: document.lineOf(index) + line, character };
  }

  offset(document: ReferatDocument, position: Position): number {
    if (this.encoding === "utf-16") return document.offsetAt(position);
    const { line, character } = position;
    const start = document.offsetAt({ line, character: 0 });
    const end = document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
    const index = document.chunkIndexAt(start);
    const chunk = document.chunks[index];
    const base = document.offsetOf(index);
    return chunk ? base + offsetBehind(chunk, start - base, character, end - base) : start;
  }

  span(document: ReferatDocument, { start, end }: Range): Span {
    const from = this.offset(document, start);
    return { start: from, end: Math.max(from, this.offset(document, end)) };
  }
}
