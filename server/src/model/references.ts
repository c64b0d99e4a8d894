import type { Chunk } from "../syntax/nodes.ts";
import { type Span, span } from "../text/span.ts";
import { memo } from "./memo.ts";

/** `punkt 3` in body text. `punkt 3 og 5` is two of them. */
export interface ItemReference {
  readonly number: number;
  /** The number alone. */
  readonly numberSpan: Span;
  /** The number with the word before it, where that stands right before. */
  readonly span: Span;
}

const itemPattern =
  /(?<![\p{L}\p{N}-])(?:punkt(?:erne)?|pkt\.?)\s{1,3}(\d{1,4})(?![.\d]*\d|\p{L})((?:\s?(?:,|og|eller|samt|-|–)\s?\d{1,4}(?![.:]?\d|\p{L}|\. ?\p{Ll}))*)/giu;

/** The references to items in a chunk; an item's own heading is none. */
export const itemReferencesIn: (chunk: Chunk) => readonly ItemReference[] = memo((chunk) => {
  const from = chunk.kind === "item" ? chunk.heading.span.end : chunk.kind === "head" ? 0 : chunk.text.length;
  const found: ItemReference[] = [];
  for (const match of chunk.masked.slice(from).matchAll(itemPattern)) {
    const start = from + match.index;
    const rest = match[2] ?? "";
    const wordEnd = start + match[0].length - rest.length;
    const first = match[1] ?? "";
    found.push({
      number: Number(first),
      numberSpan: span(wordEnd - first.length, wordEnd),
      span: span(start, wordEnd),
    });
    for (const further of rest.matchAll(/\d+/g)) {
      const at = wordEnd + further.index;
      const numberSpan = span(at, at + further[0].length);
      found.push({ number: Number(further[0]), numberSpan, span: numberSpan });
    }
  }
  return found;
});
