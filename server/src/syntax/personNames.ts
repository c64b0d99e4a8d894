import { slice, span, type Span } from "../text/span.ts";

/** Names of persons as they are listed: after *Fraværende*, in votes, among the participants. */

const particle = /^(?:von|van|der|den|de|da|di|af|la|le|el|bin|ter|zu)$/i;
const capitalised = /^[\p{Upper}][\p{Alpha}\p{M}.'’-]*$/u;

/** Whether the words can be a person's name: one to five capitalised words, perhaps with particles between them. */
export function looksLikeName(words: string): boolean {
  const parts = words.trim().split(/\s+/);
  if (parts.length > 6 || parts[0] === "") return false;
  let names = 0;
  for (const [index, part] of parts.entries()) {
    if (capitalised.test(part)) names++;
    else if (index === 0 || !particle.test(part)) return false;
  }
  return names > 0 && names <= 5;
}

/** A name in a list, where it stands in the text that was read. */
export interface ListedName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a list of names: commas, semicolons, line ends, *og* and *samt* part them; `(PLO)` and `, PLO` behind a name is
 * its affiliation and left out. An empty list for `Ingen`; null where the text is no list of names.
 */
export function readPersonNames(text: string): ListedName[] | null {
  if (/^(?:ingen|ingen afbud|-|–)\s*\.?$/i.test(text.trim())) return [];
  const names: ListedName[] = [];
  for (const { 0: listed, index } of text.matchAll(/[^,;\r\n]+/g)) {
    for (const part of partsAtConjunctions(listed)) {
      const at = nameIn(slice(listed, part));
      const start = index + part.start + at.start;
      const name = text.slice(start, start + at.end - at.start);
      if (name === "") continue;
      if (isAffiliation(name) && names.length > 0) continue;
      if (!looksLikeName(name)) return null;
      names.push({ name, start, end: start + name.length });
    }
  }
  return names.length > 0 ? names : null;
}

/** *Kaj Andersen og Helene Smet* is two names; *Børn og Unge* is none of them, and stays whole. */
function partsAtConjunctions(text: string): Span[] {
  const parts: Span[] = [];
  let start = 0;
  for (const { 0: conjunction, index } of text.matchAll(/\s(?:og|samt|&)\s/g)) {
    parts.push(span(start, index));
    start = index + conjunction.length;
  }
  return [...parts, span(start, text.length)];
}

/** A part without its list mark, and without the parentheses and the full stop behind the name. */
function nameIn(part: string): Span {
  const start = /^\s*(?:(?:[-•*–]|\d{1,2}[.)])\s+)?/.exec(part)?.[0].length ?? 0;
  let name = part.slice(start).trimEnd();
  if (name.endsWith(".")) name = name.slice(0, -1).trimEnd();
  for (let open = lastOpening(name); open !== -1; open = lastOpening(name)) {
    name = name.slice(0, open).trimEnd();
  }
  return span(start, start + name.length);
}

/** Where the parentheses open that the text ends with; -1 where it ends with none. */
function lastOpening(text: string): number {
  const open = text.endsWith(")") ? text.lastIndexOf("(") : -1;
  return open > text.lastIndexOf(")", text.length - 2) ? open : -1;
}

const organisation =
  /(?:kommune|region|regionen|sygehus|hospital|praksis|udvalg|forening|styrelse|psykiatri|klinik|skole|center|råd|forbund|fonden?|selskab|universitet|direktør|chef|leder|formand|sekretær|konsulent|læge|overlæge|repræsentant|medlem|forvaltning|afdeling|centret|sagen|organisation|netværk|museum|kirke|politi|menighedsråd)\b/iu;

/** Whether the words say where a person belongs: a party letter, an abbreviation, an organisation, a title. */
export function isAffiliation(words: string): boolean {
  const text = words.trim();
  if (/^[A-ZÆØÅ]{1,6}$/u.test(text)) return true;
  if (organisation.test(text)) return true;
  return /^\p{Lower}/u.test(text);
}
