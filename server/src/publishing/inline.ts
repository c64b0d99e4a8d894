import { uncommented } from "../model/plainText.ts";
import { findEmphasis } from "../syntax/emphasis.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { append } from "../text/many.ts";
import { liesInOne, type Span, span } from "../text/span.ts";
import { cleanText } from "./cleanText.ts";
import type { Atom, Places } from "./places.ts";
import type { Inline } from "./renderModel.ts";

/** What becomes of the ends of lines: each is one, or a line that was wrapped goes on with the one before it. */
export type LineEnds = "kept" | "wrapped";

/** Reads a stretch of a chunk as running text. */
export function readInline(
  places: Places,
  chunkIndex: number,
  range: Span,
  lineEnds: LineEnds = "wrapped",
): Inline[] {
  const chunk = places.document.chunks[chunkIndex];
  if (!chunk) return [];
  return tidied(new InlineReader(places, chunk, chunkIndex, lineEnds).read(range));
}

/** What opens, closes or stands at a place. */
interface Event {
  readonly span: Span;
  readonly does: "open" | "close" | Atom;
  readonly strong?: boolean;
}

class InlineReader {
  constructor(
    private readonly places: Places,
    private readonly chunk: Chunk,
    private readonly chunkIndex: number,
    private readonly lineEnds: LineEnds,
  ) {}

  read(range: Span): Inline[] {
    const atoms = this.places.atomsIn(this.chunkIndex, range);
    return this.between(range, atoms);
  }

  private between(range: Span, atoms: readonly Atom[]): Inline[] {
    const events: Event[] = [
      ...atoms.map((atom): Event => ({ span: atom.span, does: atom })),
      ...this.emphasis(range, atoms),
    ].sort((a, b) => a.span.start - b.span.start);
    const around: Inline[][] = [];
    let here: Inline[] = [];
    let at = range.start;
    for (const event of events) {
      append(here, this.text(span(at, event.span.start)));
      at = event.span.end;
      if (event.does === "open") {
        around.push(here);
        here = [];
      } else if (event.does === "close") {
        const content = here;
        here = around.pop() ?? [];
        here.push({ type: event.strong ? "strong" : "emphasis", content });
      } else append(here, this.atom(event.does));
    }
    append(here, this.text(span(at, range.end)));
    return here;
  }

  /** An atom counts as a letter: the stars within it are its own. */
  private emphasis({ start, end }: Span, atoms: readonly Atom[]): Event[] {
    let text = "";
    let at = start;
    for (const atom of atoms) {
      text += this.chunk.masked.slice(at, atom.span.start) + "x".repeat(atom.span.end - atom.span.start);
      at = atom.span.end;
    }
    text += this.chunk.masked.slice(at, end);
    return findEmphasis(text).flatMap(({ open, close, strong }): Event[] => [
      { span: span(start + open.start, start + open.end), does: "open", strong },
      { span: span(start + close.start, start + close.end), does: "close", strong },
    ]);
  }

  private atom(atom: Atom): Inline[] {
    switch (atom.type) {
      case "link": {
        const words = atom.words ? this.between(atom.words, []) : this.bare(atom.span);
        const content = words.length > 0 ? words : [text(atom.address)];
        return [{ type: "link", address: atom.address, content }];
      }
      case "words":
        return this.between(atom.words, []);
      case "reference":
        return [{ type: "reference", to: atom.to, anchor: atom.anchor, content: this.text(atom.span) }];
      case "mark":
        return [{ type: "footnoteMark", number: atom.number, anchor: atom.anchor, note: atom.note }];
    }
  }

  /** An address that stands for itself, without the brackets around it. */
  private bare({ start, end }: Span): Inline[] {
    const angled = this.chunk.masked[start] === "<";
    return this.text(angled ? span(start + 1, end - 1) : span(start, end));
  }

  private text(range: Span): Inline[] {
    if (range.end <= range.start) return [];
    const found: Inline[] = [];
    let words = "";
    let from = range.start;
    for (const end of this.lineEndsIn(range)) {
      words += uncommented(this.chunk, span(from, end.start));
      from = end.end;
      if (this.goesOn(from)) words += " ";
      else {
        found.push(text(words), { type: "break" });
        words = "";
      }
    }
    words += uncommented(this.chunk, span(from, range.end));
    return [...found, text(words)].filter((each) => each.type !== "text" || each.text !== "");
  }

  /** The line ends of a stretch; those within a comment are none. */
  private lineEndsIn({ start, end }: Span): Span[] {
    const { text, comments } = this.chunk;
    return [...text.slice(start, end).matchAll(/\r\n|\r|\n/g)]
      .map(({ 0: written, index }) => span(start + index, start + index + written.length))
      .filter((at) => !liesInOne(comments, at.start));
  }

  /** Whether the line that starts at an offset goes on with the one before it, which was long enough to be wrapped. */
  private goesOn(start: number): boolean {
    if (this.lineEnds === "kept") return false;
    const { masked } = this.chunk;
    if (/^\s*\p{Lower}/u.test(masked.slice(start, start + 40))) return true;
    const before = masked.slice(Math.max(0, start - wrappedLength - 200), start).trimEnd();
    return before.length - Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) - 1 >= wrappedLength;
  }
}

/** A line of so many signs was ended by the width of a page, a shorter one by who wrote it. */
const wrappedLength = 60;

function text(words: string): Inline {
  return { type: "text", text: cleanText(words) };
}

/** Without blanks at the ends of lines, nor those that meet: a text's neighbours are one text. */
function tidied(inlines: readonly Inline[]): Inline[] {
  const found: Inline[] = [];
  for (const each of inlines) {
    const before = found.at(-1);
    if (each.type === "text" && before?.type === "text")
      found[found.length - 1] = { type: "text", text: (before.text + each.text).replace(/ {2,}/g, " ") };
    else found.push(each);
  }
  return found.flatMap((each, index): Inline[] => {
    if (each.type !== "text") return [each];
    let words = each.text;
    if (index === 0 || found[index - 1]?.type === "break") words = words.trimStart();
    if (index === found.length - 1 || found[index + 1]?.type === "break") words = words.trimEnd();
    return words === "" ? [] : [{ type: "text", text: words }];
  });
}
