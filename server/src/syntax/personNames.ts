/** Names of persons as they are listed: after *Fraværende*, in votes, among the participants. */

const particle = /^(?:von|van|der|den|de|da|di|af|la|le|el|bin|ter|zu)$/i;
const capitalised = /^[\p{Lu}][\p{L}\p{M}.'’-]*$/u;

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
  if (/^\s*(?:ingen|ingen afbud|-|–)\s*\.?\s*$/i.test(text)) return [];
  const names: ListedName[] = [];
  for (const match of text.matchAll(/[^,;\r\n]+/g)) {
    for (const part of splitAtConjunction(match[0], match.index)) {
      // A mark (list, parentheses) is no part of the name.
      const cleaned = /^\s*(?:[-•*–]\s+|\d{1,2}[.)]\s+)?(.*?)\s*(?:\([^()]*\)\s*)*\.?\s*$/s.exec(part.text);
      const name = cleaned?.[1] ?? "";
      if (name === "") continue;
      if (isAffiliation(name) && names.length > 0) continue;
      if (!looksLikeName(name)) return null;
      const start = part.start + part.text.indexOf(name);
      names.push({ name, start, end: start + name.length });
    }
  }
  return names.length > 0 ? names : null;
}

/** *Kaj Andersen og Helene Smet* is two names; *Børn og Unge* is none of them, and stays whole. */
function splitAtConjunction(text: string, start: number): { text: string; start: number }[] {
  const match = /\s+(?:og|samt|&)\s+/.exec(text);
  if (!match) return [{ text, start }];
  const left = text.slice(0, match.index);
  const right = text.slice(match.index + match[0].length);
  const rightStart = start + match.index + match[0].length;
  return [{ text: left, start }, ...splitAtConjunction(right, rightStart)];
}

const organisation =
  /(?:kommune|region|regionen|sygehus|hospital|praksis|udvalg|forening|styrelse|psykiatri|klinik|skole|center|råd|forbund|fonden?|selskab|universitet|direktør|chef|leder|formand|sekretær|konsulent|læge|overlæge|repræsentant|medlem|forvaltning|afdeling|centret|sagen|organisation|netværk|museum|kirke|politi|menighedsråd)\b/iu;

/** Whether the words say where a person belongs: a party letter, an abbreviation, an organisation, a title. */
export function isAffiliation(words: string): boolean {
  const text = words.trim();
  if (/^[A-ZÆØÅ]{1,6}$/u.test(text)) return true;
  if (organisation.test(text)) return true;
  return /^\p{Ll}/u.test(text);
}
