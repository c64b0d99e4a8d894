import { contentsOf } from "../model/contents.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { readTitleTime } from "../syntax/itemTime.ts";
import { shifted, type Span } from "../text/span.ts";

/**
 * The title in a heading and the same title in its entry of the contents, of which one is at `offset`; null where the two
 * are not the same to the letter, or something else has the title too.
 */
export function linkedTitlesAt(document: ReferatDocument, offset: number): Span[] | null {
  const index = document.chunkIndexAt(offset);
  const chunk = document.chunks[index];
  if (!chunk) return null;
  const at = offset - document.offsetOf(index);
  const lines = contentsOf(document);
  const itemIndex =
    chunk.kind === "item"
      ? index - document.firstItemIndex
      : (lines.find((line) => line.index === index && covers(line.wordsSpan, at))?.item ?? null);
  const item = itemIndex === null ? undefined : document.items[itemIndex];
  if (!item || itemIndex === null) return null;
  const { title, titleSpan } = item.heading;
  const own = lines.filter((line) => line.item === itemIndex);
  const [line] = own;
  if (!line || own.length > 1 || title === "") return null;
  const entry = entryTitleSpan(line.words, line.wordsSpan.start);
  const isSame = line.chunk.text.slice(entry.start, entry.end) === title;
  const isPlain = item.text.slice(titleSpan.start, titleSpan.end) === title;
  const isAlone = document.items.every((each) => each === item || each.heading.title !== title);
  if (!isSame || !isPlain || !isAlone) return null;
  const spans = [
    shifted(entry, document.offsetOf(line.index)),
    shifted(titleSpan, document.offsetOf(document.firstItemIndex + itemIndex)),
  ];
  return spans.some((span) => covers(span, offset)) ? spans : null;
}

/** The title of an entry, without its time. */
export function entryTitleSpan(words: string, start: number): Span {
  const found = readTitleTime(words, 0, words.length);
  return { start, end: start + (found ? Math.max(0, found.titleEnd) : words.length) };
}

function covers({ start, end }: Span, at: number): boolean {
  return at >= start && at <= end;
}
