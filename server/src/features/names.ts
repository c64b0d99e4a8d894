import { headOf } from "../model/meeting.ts";
import { memo } from "../model/memo.ts";
import { withoutGenitive } from "../model/personForms.ts";
import { personNamesIn } from "../model/people.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { readPersonNames } from "../syntax/personNames.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { type Span, span } from "../text/span.ts";

/** Where persons and bodies are named in running text: with word boundaries, and in the genitive too (*Anna Holms*). */

/** Fields that name a person besides the lists of participants. */
export const personFields: ReadonlySet<string> = new Set(["mødeleder", "ordstyrer", "referent", "sekretær"]);

/** The persons that the document knows: the listed ones, and those who lead and write. Once for each version. */
export const knownPersons: (document: ReferatDocument) => readonly string[] = memo((document) => {
  const names = new Set(personNamesIn(document));
  for (const chunk of document.preambles) {
    for (const { name, valueSpan } of chunk.fields) {
      if (!personFields.has(name)) continue;
      for (const listed of readPersonNames(chunk.masked.slice(valueSpan.start, valueSpan.end)) ?? [])
        if (listed.name.length > 2) names.add(listed.name);
    }
  }
  return [...names].sort();
});

/** The name of the body that met; null where the title line gives none. */
export function bodyNameOf(document: ReferatDocument): string | null {
  return headOf(document)?.titleLine?.body ?? null;
}

/** Text that no name reaches beyond: enough of it around a place shows every name that covers the place. */
const reach = 400;

/** The name of one of the persons at a place in a chunk. The longest name holds. */
export function personAt(
  chunk: Chunk,
  at: number,
  names: readonly string[],
): (Span & { readonly name: string }) | null {
  let best: (Span & { readonly name: string }) | null = null;
  for (const found of matchesAround(chunk, at, anyOf(names))) {
    const name = names.find((each) => sameName(each, found.text));
    const isBetter = best === null || (best.end <= at && found.end > at);
    if (name !== undefined && isBetter) best = { name, start: found.start, end: found.end };
  }
  return best;
}

/**
 * Finds every mention of a person in a chunk. Where a longer name of somebody else holds it, it is none.
 */
export function personMentionsFinder(name: string, names: readonly string[]): (chunk: Chunk) => Span[] {
  const longer = names.filter((each) => each !== name && each.length > name.length && each.includes(name));
  const own = patternOf([name]);
  const others = patternOf(longer);
  return (chunk) => {
    const found = matchesIn(chunk, own);
    if (found.length === 0) return [];
    const held = longer.length > 0 ? matchesIn(chunk, others) : [];
    return found
      .filter((each) => !held.some((other) => other.start <= each.start && each.end <= other.end))
      .map(({ start, end }) => span(start, end));
  };
}

/** The mentions of the body's full name that cover a place. */
export function bodyAt(chunk: Chunk, at: number, name: string): Span | null {
  const found = matchesAround(chunk, at, bodyPattern(name)).filter((each) => isFullName(chunk, each, name));
  const hit = found.find(({ end }) => end > at) ?? found[0];
  return hit ? span(hit.start, hit.end) : null;
}

/** Finds the body's full name in a chunk, whatever dashes, blanks and capitals it is written with. */
export function bodyMentionsFinder(name: string): (chunk: Chunk) => Span[] {
  const pattern = bodyPattern(name);
  return (chunk) =>
    matchesIn(chunk, pattern)
      .filter((found) => isFullName(chunk, found, name))
      .map(({ start, end }) => span(start, end));
}

/** The name without its genitive where the document has it so elsewhere: *Karin Bentzens* is *Karin Bentzen*'s. */
export function basicName(name: string, document: ReferatDocument): string {
  const basic = withoutGenitive(name);
  if (basic === name || !/\s/.test(basic)) return name;
  const written = new RegExp(`${boundedStart(basic)}(?![\\p{L}\\p{N}-])`, "u");
  return document.chunks.some((chunk) => chunk.masked.includes(basic) && written.test(chunk.masked))
    ? basic
    : name;
}

/** Whether two ways to write a name differ in their blanks alone. */
export function sameName(a: string, b: string): boolean {
  return a.replace(/\s+/g, " ") === b.replace(/\s+/g, " ");
}

interface Match extends Span {
  readonly text: string;
}

function matchesIn(chunk: Chunk, pattern: RegExp): Match[] {
  return [...chunk.masked.matchAll(pattern)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

function matchesAround(chunk: Chunk, at: number, pattern: RegExp): Match[] {
  const from = Math.max(0, at - reach);
  return [...chunk.masked.slice(from, at + reach).matchAll(pattern)]
    .map(({ 0: text, index }) => ({ text, start: from + index, end: from + index + text.length }))
    .filter(({ start, end }) => start <= at && at <= end);
}

const boundedEnd = String.raw`(?=['’]?s?(?![\p{L}\p{N}-]))`;
/** Blanks between the words of a name, or the end of a line that it runs over. */
const gap = String.raw`(?:[ \t\u00a0]{1,3}|[ \t]{0,3}(?:\r\n?|\n)[ \t]{0,3})`;
const never = /(?!)/gu;

const anyOf: (names: readonly string[]) => RegExp = memo(patternOf);

function patternOf(names: readonly string[]): RegExp {
  if (names.length === 0) return never;
  const alternatives = [...names].sort((a, b) => b.length - a.length).map(boundedStart);
  return new RegExp(`(?:${alternatives.join("|")})${boundedEnd}`, "gu");
}

/** The first letter stands before the look behind it: so the search stops at that letter alone. */
function boundedStart(name: string): string {
  const [first = "", ...rest] = name;
  return `${escaped(first)}(?<![\\p{L}\\p{N}-].)${rest.join("").split(/\s+/).map(escaped).join(gap)}`;
}

function bodyPattern(name: string): RegExp {
  const [first = "", ...rest] = name;
  const words = rest
    .join("")
    .split(/\s+/)
    .map((word) => (/^[-–—]$/.test(word) ? "[-–—]" : escaped(word)))
    .join(gap);
  return new RegExp(`${escaped(first)}(?<![\\p{L}\\p{N}-].)${words}${boundedEnd}`, "giu");
}

/** Its own capitals, those of running text (*kulturudvalget i Havneby*), or none but capitals. */
function isFullName(chunk: Chunk, { text, end }: Match, name: string): boolean {
  const plain = (words: string): string => words.replace(/\s+/g, " ").replace(/[–—]/g, "-");
  const written = plain(text);
  const own = plain(name);
  const same =
    written === own ||
    written.charAt(0).toUpperCase() + written.slice(1) === own ||
    written === own.toUpperCase();
  // *Kulturudvalget i Sandby* is another body than one that is called no more than *Kulturudvalget*.
  const another = !/\s/.test(name) && /^ (?:i|for|på|ved|af) \p{Lu}/u.test(chunk.masked.slice(end, end + 8));
  return same && !another;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
