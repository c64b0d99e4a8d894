import type { Position, Range } from "vscode-languageserver";
import type { ReferatDocument } from "../syntax/document.ts";
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
    const chunk = document.chunks[index];
    const base = document.offsetOf(index);
    // LSP knows no place in the middle of a line end.
    const inLineEnd = chunk?.text[offset - base] === "\n" && chunk.text[offset - base - 1] === "\r";
    const position = document.positionAt(inLineEnd ? offset - 1 : offset);
    if (this.encoding === "utf-16" || !chunk) return position;
    const lineStart = document.offsetAt({ line: position.line, character: 0 }) - base;
    const bytes = bytesBefore(chunk, lineStart + position.character) - bytesBefore(chunk, lineStart);
    return { line: position.line, character: bytes };
  }

  range(document: ReferatDocument, { start, end }: Span): Range {
    return { start: this.position(document, start), end: this.position(document, end) };
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
