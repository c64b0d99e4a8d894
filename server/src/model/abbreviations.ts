import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { finderInChunks } from "./inChunks.ts";
import { memo } from "./memo.ts";

/** A short name that the text explains: *Kulturudvalget i Havneby (KUH)*. */
export interface Abbreviation {
  readonly short: string;
  readonly long: string;
}

const parenthesis =
  /\((?:herefter|i det følgende|forkortet|kaldet)?[ :]{0,2}[»"”“']?(\p{Upper}[\p{Alpha}\d&/-]{1,9})[»«"”“']?\)/gu;

/** The abbreviations that a chunk explains, in order. */
export const abbreviationsIn: (chunk: Chunk) => readonly Abbreviation[] = memo((chunk) => {
  if (chunk.kind === "contents") return [];
  const found: Abbreviation[] = [];
  for (const match of chunk.masked.matchAll(parenthesis)) {
    const short = match[1] ?? "";
    if (capitalsIn(short) < 2) continue;
    const before = chunk.masked.slice(Math.max(0, match.index - 120), match.index);
    const long = explained(short, before);
    if (long !== null) found.push({ short, long });
  }
  return found;
});

const inDocument = finderInChunks<null, Abbreviation>(abbreviationsIn);

/** The abbreviations that a document explains, in order. */
export const abbreviationsOf: (document: ReferatDocument) => readonly Abbreviation[] = memo((document) =>
  inDocument(document, null).map(({ found }) => found),
);

function capitalsIn(text: string): number {
  return text.match(/\p{Upper}/gu)?.length ?? 0;
}

/** The fewest words right before that the letters stand for, in their order, the first with the first. */
function explained(short: string, before: string): string | null {
  const words =
    before
      .split(/[.;:()\r\n]/)
      .at(-1)
      ?.trim()
      .split(/[\s/]+/) ?? [];
  const letters = short.toLowerCase().match(/\p{Alpha}/gu) ?? [];
  for (let count = 1; count <= Math.min(8, words.length); count++) {
    const chosen = words.slice(-count);
    if (chosen[0]?.[0]?.toLowerCase() !== letters[0]) continue;
    if (areIn(letters, chosen.join(" ").toLowerCase())) return chosen.join(" ");
  }
  return null;
}

function areIn(letters: readonly string[], text: string): boolean {
  let at = -1;
  return letters.every((letter) => (at = text.indexOf(letter, at + 1)) !== -1);
}
