import type { Footnote, FootnoteMark, Inline } from "../renderModel.ts";
import { call, joined, literal } from "./code.ts";
import { wordPieces } from "./wordPieces.ts";

/** What running text leads to. */
export interface Targets {
  /** The anchors that the pages hold: a link to any other would be an error of Typst's. */
  readonly anchors: ReadonlySet<string>;
  /** The footnotes, by their anchors. */
  readonly notes: ReadonlyMap<string, Footnote>;
}

/** Writes running text. A footnote stands at the foot of the page where the first of its marks is. */
export class InlineWriter {
  private readonly written = new Set<string>();
  private readonly inText = new Set<string>();
  /** What cannot hold footnotes: they themselves, and what is repeated on each page. */
  private refusesNotes = false;

  constructor(private readonly targets: Targets) {}

  /** As one expression. */
  content(inlines: readonly Inline[]): string {
    return joined(this.pieces(inlines));
  }

  /** As one expression that holds no footnote: marks of notes are but numbers. */
  contentWithoutNotes(inlines: readonly Inline[]): string {
    const before = this.refusesNotes;
    this.refusesNotes = true;
    const content = this.content(inlines);
    this.refusesNotes = before;
    return content;
  }

  /** As expressions that follow each other. `depth` counts what the text lies in. */
  pieces(inlines: readonly Inline[], depth = 0): string[] {
    return inlines.flatMap((inline) => this.one(inline, depth));
  }

  /** Whether a footnote has been written at one of its marks. */
  hasWritten({ anchor }: Footnote): boolean {
    return this.written.has(anchor);
  }

  /** A footnote stands among the text: the marks that follow are but numbers that lead to it. */
  standsInText({ anchor }: Footnote): void {
    this.inText.add(anchor);
  }

  private one(inline: Inline, depth: number): string[] {
    switch (inline.type) {
      case "text":
        return wordPieces(inline.text);
      case "break":
        return [call("linebreak")];
      case "emphasis":
      case "strong": {
        const within = this.pieces(inline.content, depth + 1);
        if (depth >= deepest) return within;
        return [call(inline.type === "strong" ? "strong" : "emph", joined(within))];
      }
      case "inserted":
      case "deleted":
        return [call(inline.type, joined(this.pieces(inline.content, depth + 1)))];
      case "link":
        return [call("leads", literal(inline.address), joined(this.pieces(inline.content, depth + 1)))];
      case "reference": {
        const within = this.pieces(inline.content, depth + 1);
        if (!this.targets.anchors.has(inline.anchor)) return within;
        return [call("leads", call("label", literal(inline.anchor)), joined(within))];
      }
      case "footnoteMark":
        return [this.mark(inline)];
    }
  }

  private mark({ number, note: anchor }: FootnoteMark): string {
    const note = anchor === null ? undefined : this.targets.notes.get(anchor);
    if (!note) return literal(`[${number}]`);
    const digits = literal(number);
    const name = literal(note.anchor);
    if (this.inText.has(note.anchor)) return call("leads", call("label", name), call("super", digits));
    if (this.refusesNotes) return call("super", digits);
    if (this.written.has(note.anchor)) return call("again", call("label", name), digits);
    this.written.add(note.anchor);
    return call("note", name, digits, String(note.line), this.contentWithoutNotes(note.content));
  }
}

/**
 * The line at which something begins, as code: -1 for what is there no more, whose line is that of an earlier version.
 */
export function lineCode(line: number, content: readonly Inline[]): string {
  const isGone = content.length > 0 && content.every(({ type }) => type === "deleted");
  return String(isGone ? -1 : line);
}

/** What is emphasised within so much emphasis is not seen. */
const deepest = 12;
