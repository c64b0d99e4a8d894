import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { type Span, span } from "../text/span.ts";
import { withCapital } from "../text/spelling.ts";
import { finderInChunks, type InChunk } from "./inChunks.ts";

/** The name of a body as it is written somewhere. */
export interface BodyMention extends Span {
  readonly form: string;
}

const smallWords = new Set(["i", "for", "på", "ved", "af", "under", "og", "til", "om", "med"]);

/** What a reader takes for the same signs: dashes of other lengths, blanks of other widths. */
export function bodyForm(text: string): string {
  return text.replace(/[–—‑]/g, "-").replace(/\s+/g, " ").trim();
}

/** Finds the names of one body: its words in their order, whatever case they have and whatever stands between them. */
export interface BodyFinder {
  readonly name: string;
  readonly pattern: RegExp;
}

/** Null for names of one word, which have no other form. */
export function bodyFinder(name: string): BodyFinder | null {
  const words = name.slice(0, 300).match(/[\p{Alpha}\p{N}]+/gu) ?? [];
  if (words.filter((word) => !smallWords.has(word.toLowerCase())).length < 2) return null;
  const blank = String.raw`[ \t\u00a0]`;
  const gap = String.raw`(?:${blank}{1,4}(?:[-–—]${blank}{1,4}|(?:i|for|på|ved|af)${blank}{1,4})?|[-–—]${blank}{0,4}|,${blank}{1,4})`;
  const parts = words.flatMap((word, index) => {
    const small = smallWords.has(word.toLowerCase());
    // A small word between two others is one of the ways to join them.
    if (small && index > 0 && ["i", "for", "på", "ved", "af"].includes(word.toLowerCase())) return [];
    const inflected = small || index === words.length - 1 ? "" : "(?:s|e|es)?";
    return [`${word}${inflected}`];
  });
  const comma = name.includes(",");
  const joined = parts.join(comma ? gap : gap.replace(/\|,[^|]*\)$/, ")"));
  return {
    name: bodyForm(name),
    pattern: new RegExp(`(?<![\\p{Alpha}\\p{N}-])${joined}e?(?=s?(?![\\p{Alpha}\\p{N}-]))`, "giu"),
  };
}

/** Where the chunks of a document, but for its contents, write the body's name in another form than the title line's. */
export const otherBodyForms: (
  document: ReferatDocument,
  finder: BodyFinder,
) => readonly InChunk<BodyMention>[] = finderInChunks(
  (chunk, finder: BodyFinder) => (chunk.kind === "contents" ? [] : otherFormsIn(chunk, finder)),
  (one, other) => one.name === other.name,
);

function otherFormsIn(chunk: Chunk, { name, pattern }: BodyFinder): BodyMention[] {
  return [...chunk.masked.matchAll(pattern)].flatMap((match): BodyMention[] => {
    const written = match[0];
    const form = bodyForm(written);
    // In running text *kulturudvalget i Havneby* is the same name.
    if (withCapital(form) === name || form === form.toUpperCase() || isGenitive(form, name)) return [];
    return [{ form, ...span(match.index, match.index + written.length) }];
  });
}

/** *Kulturklynge Havnebys politiske niveau*: the name inflected as the sentence asks, not another name. */
function isGenitive(form: string, name: string): boolean {
  const words = name.match(/[\p{Alpha}\p{N}]+/gu) ?? [];
  const written = form.match(/[\p{Alpha}\p{N}]+/gu) ?? [];
  const at = written.findIndex(
    (word, index) => words[index] !== undefined && word.toLowerCase() === `${words[index].toLowerCase()}s`,
  );
  if (at === -1) return false;
  const behind = form.slice(
    written.slice(0, at + 1).reduce((from, word) => form.indexOf(word, from) + word.length, 0),
  );
  return /^ \p{Alpha}/u.test(behind);
}
