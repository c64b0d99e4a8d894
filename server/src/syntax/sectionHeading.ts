import { findDates } from "../calendar/dateText.ts";
import { type Span, span, trimmed } from "../text/span.ts";
import { editDistance, folded } from "../text/spelling.ts";
import { readPersonNames } from "./personNames.ts";
import type { SectionKind, Vocabulary } from "./vocabulary.ts";

/** The heading line of a section. */
export interface SectionHeading {
  readonly kind: SectionKind;
  /** The words of the heading without a closing colon: what a finding about it points at. */
  readonly wordsSpan: Span;
  /** How the words are to be spelt, capitalised; null where the line says more than the known heading. */
  readonly canonical: string | null;
  /** Known but for a letter or two (`INDSTILING`): accents and case are no matter here. */
  readonly misspelt: boolean;
  /** `Beslutning i <organ> den <dato>`: what follows the first word. */
  readonly qualifier: Span | null;
  /** `Fraværende Dan Friis, PLO`: the names on the heading's own line. */
  readonly names: Span | null;
}

const longest = 160;
const inflections = ["e", "n", "t", "s", "en", "er", "et", "ene", "erne"];

/**
 * Reads the heading of a section in the trimmed line `text.slice(start, end)`. `standsFree` says that no text
 * stands right above it: only then a misspelt heading is believed.
 */
export function readSectionHeading(
  text: string,
  start: number,
  end: number,
  standsFree: boolean,
  vocabulary: Vocabulary,
): SectionHeading | null {
  if (end - start > longest) return null;
  const line = text.slice(start, end);
  const written = line.endsWith(":") ? line.slice(0, -1).trimEnd() : line;
  const words = span(start, start + written.length);
  const key = folded(written);
  const known = vocabulary.headings.get(key);
  if (known) return plain(words, known.kind, known.text, false);
  return (
    readDecisionHeading(text, words) ??
    readAbsenceHeading(text, words) ??
    readMisspelt(key, words, standsFree, vocabulary)
  );
}

function plain(words: Span, kind: SectionKind, canonical: string, misspelt: boolean): SectionHeading {
  return { kind, wordsSpan: words, canonical, misspelt, qualifier: null, names: null };
}

/** `Beslutning i <organ> den <dato>`, `Beslutning fra <organ> d. <dato>`: the date ends the line. */
function readDecisionHeading(text: string, words: Span): SectionHeading | null {
  const content = text.slice(words.start, words.end);
  const match = /^beslutning\s+(?:i|fra|af|på)\s+(?=\S)/i.exec(content);
  if (!match) return null;
  const date = findDates(content).at(-1);
  if (date?.end !== content.length || date.start <= match[0].length) return null;
  const qualifier = span(words.start + match[0].length, words.end);
  return { kind: "beslutning", wordsSpan: words, canonical: null, misspelt: false, qualifier, names: null };
}

/** `Fraværende <navne>` or `Afbud <navne>` on one line. A sentence that begins with the word is none. */
function readAbsenceHeading(text: string, words: Span): SectionHeading | null {
  const content = text.slice(words.start, words.end);
  const match = /^(fraværende|afbud)(?:\s+fra)?(?:\s*:)?\s+(?=\S)/i.exec(content);
  if (!match || /^[a-zæøå]/.test(content)) return null;
  const names = trimmed(text, span(words.start + match[0].length, words.end));
  if (readPersonNames(text.slice(names.start, names.end)) === null) return null;
  const wordsSpan = span(words.start, words.start + (match[1] ?? "").length);
  return { kind: "fravær", wordsSpan, canonical: null, misspelt: false, qualifier: null, names };
}

function readMisspelt(
  key: string,
  words: Span,
  standsFree: boolean,
  vocabulary: Vocabulary,
): SectionHeading | null {
  if (!standsFree || key.length < 5 || key.length > 40) return null;
  for (const [folding, { kind, text }] of vocabulary.headings) {
    // Beslutninger and Økonomien are words of their own, and short words have too many neighbours.
    if (key.startsWith(folding) && inflections.includes(key.slice(folding.length))) continue;
    const limit = folding.length >= 12 ? 2 : 1;
    if (editDistance(key, folding, limit) <= limit) return plain(words, kind, text, true);
  }
  return null;
}
