import type { Position, Range } from "vscode-languageserver";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";

/** How the client counts the characters of a line. UTF-16 is LSP's default and is chosen wherever it is offered. */
export type PositionEncoding = "utf-16" | "utf-8";

export function chooseEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (!offered || offered.length === 0 || offered.includes("utf-16")) return "utf-16";
  return offered.includes("utf-8") ? "utf-8" : "utf-16";
}

/** Between the offsets of the core, in UTF-16 units, and the client's positions. Nothing else counts characters. */
export class Positions {
  constructor(private readonly encoding: PositionEncoding) {}

  position(document: ReferatDocument, offset: number): Position {
    const position = document.positionAt(offset);
    if (this.encoding === "utf-16") return position;
    const lineStart = offset - position.character;
    return {
      line: position.line,
      character: utf8Length(document.getText({ start: lineStart, end: offset })),
    };
  }

  range(document: ReferatDocument, { start, end }: Span): Range {
    return { start: this.position(document, start), end: this.position(document, end) };
  }

  offset(document: ReferatDocument, position: Position): number {
    if (this.encoding === "utf-16") return document.offsetAt(position);
    const lineStart = document.offsetAt({ line: position.line, character: 0 });
    const lineEnd = document.offsetAt({ line: position.line, character: Number.MAX_SAFE_INTEGER });
    return lineStart + utf16Length(document.getText({ start: lineStart, end: lineEnd }), position.character);
  }

  span(document: ReferatDocument, { start, end }: Range): Span {
    const from = this.offset(document, start);
    return { start: from, end: Math.max(from, this.offset(document, end)) };
  }
}

function utf8Length(text: string): number {
  let length = 0;
  for (const sign of text) length += bytesOf(sign.codePointAt(0) ?? 0);
  return length;
}

/** The UTF-16 units of the longest start of `text` that takes no more than `bytes` in UTF-8. */
function utf16Length(text: string, bytes: number): number {
  let length = 0;
  let taken = 0;
  for (const sign of text) {
    taken += bytesOf(sign.codePointAt(0) ?? 0);
    if (taken > bytes) break;
    length += sign.length;
  }
  return length;
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
