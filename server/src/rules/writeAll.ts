import type { ReferatDocument } from "../syntax/document.ts";
import { slice } from "../text/span.ts";
import type { ChunkEdit, Place, Words } from "./rule.ts";

/** Where the contents repeat words of a heading: who changes the heading changes them too. */
export function placesInContents(document: ReferatDocument, words: string): Place[] {
  const places: Place[] = [];
  for (const [chunk, { entries, masked }] of document.preambles.entries()) {
    for (const { textSpan } of entries) {
      const text = slice(masked, textSpan);
      const at = text.indexOf(words);
      if (at === -1 || /[\p{Alpha}\p{N}-]/u.test((text[at - 1] ?? "") + (text[at + words.length] ?? "")))
        continue;
      places.push({ chunk, span: { start: textSpan.start + at, end: textSpan.start + at + words.length } });
    }
  }
  return places;
}

/** How many places a fix writes in, behind its title; nothing where it is one. */
export const inAllPlaces: Words<{ readonly places: readonly Place[] }> = {
  da: ({ places: { length } }) =>
    length > 2 ? ` alle ${length} steder` : length === 2 ? " begge steder" : "",
  en: ({ places: { length } }) =>
    length > 2 ? ` in all ${length} places` : length === 2 ? " in both places" : "",
};

/** Edits that write `right` in all places; a place with a comment in it is left alone. */
export function writeAll(document: ReferatDocument, places: readonly Place[], right: string): ChunkEdit[] {
  return places.flatMap((place) => {
    const chunk = document.chunks[place.chunk];
    const plain = chunk !== undefined && slice(chunk.text, place.span) === slice(chunk.masked, place.span);
    return plain ? [{ chunk: place.chunk, span: place.span, newText: right }] : [];
  });
}
