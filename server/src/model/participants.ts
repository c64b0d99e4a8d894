import { isAffiliation, looksLikeName } from "../syntax/personNames.ts";
import type { Field, Preamble } from "../syntax/nodes.ts";
import { listsPersons } from "../syntax/vocabulary.ts";
import { type Span, trimmed } from "../text/span.ts";
import { folded } from "../text/spelling.ts";

/** Somebody who belongs to the meeting. */
export interface Participant {
  readonly name: string;
  readonly nameSpan: Span;
  readonly affiliation: string | null;
  readonly absent: boolean;
  /** The field that lists the person. */
  readonly field: string;
}

/** The persons of the head: Mødedeltagere, and Afbud and Fraværende, whose persons are participants who are absent. */
export function participantsOf(preambles: readonly Preamble[]): Participant[] {
  const all: Participant[] = [];
  const byName = new Map<string, number>();
  const fields = preambles.flatMap((chunk) => chunk.fields.map((field) => ({ chunk, field })));
  for (const { chunk, field } of fields) {
    if (!listsPersons(field.name)) continue;
    for (const person of personsOf(chunk, field)) {
      const key = folded(person.name);
      const known = byName.get(key);
      const before = known === undefined ? undefined : all[known];
      if (known !== undefined && before && before.field !== person.field) {
        all[known] = { ...before, absent: before.absent || person.absent };
      } else {
        if (known === undefined) byName.set(key, all.length);
        all.push(person);
      }
    }
  }
  return all;
}

/** The persons of one field, as they stand in it. */
export function personsOf(head: Preamble, field: Field): Participant[] {
  const { start, end } = field.valueSpan;
  const value = head.masked.slice(start, end);
  if (/^(?:ingen|-|–)\.?$/i.test(value.trim())) return [];
  const absentField = field.name !== "mødedeltagere";
  const entries = splitEntries(value, start);
  const people =
    entries.length > 1
      ? entries.flatMap((entry) => readOnePerson(head.masked, entry))
      : readCommaList(head.masked, { start, end });
  return people.map((person) => ({ ...person, absent: person.absent || absentField, field: field.name }));
}

type Person = Omit<Participant, "field">;

/** Semicolons between persons, or one person a line; one entry where commas do all the work. */
function splitEntries(value: string, offset: number): Span[] {
  // eslint-disable-next-line regexp/no-super-linear-move -- all are sought, and a run is always a match: each sign is seen once
  const separator = value.includes(";") ? /[;\r\n]+/g : /[\r\n]+/g;
  const spans = spansBetween(value, separator, offset);
  // Lines of several persons each are a comma list that was wrapped.
  const wrapped =
    !value.includes(";") &&
    spans.some((at) =>
      value
        .slice(at.start - offset, at.end - offset)
        .trim()
        .endsWith(","),
    );
  return wrapped ? [{ start: offset, end: offset + value.length }] : spans;
}

function spansBetween(text: string, separator: RegExp, offset: number): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of [...separatorsIn(text, separator), null]) {
    const end = match ? match.index : text.length;
    const at = trimmed(text, { start, end });
    if (at.end > at.start) spans.push({ start: at.start + offset, end: at.end + offset });
    start = end + (match ? match[0].length : 0);
  }
  return spans;
}

/** The separators outside of parentheses: `Bo Lind (V, fravær)` is one person. */
function* separatorsIn(text: string, separator: RegExp): Iterable<RegExpExecArray> {
  let depth = 0;
  let at = 0;
  for (const match of text.matchAll(separator)) {
    for (; at < match.index; at++) {
      if (text[at] === "(") depth++;
      else if (text[at] === ")" || text[at] === "\n") depth = 0;
    }
    if (depth === 0 || /[\r\n;]/.test(match[0])) yield match;
  }
}

/** An entry for one person: the name, and behind commas, a dash or in parentheses, where the person belongs. */
function readOnePerson(text: string, entry: Span): Person[] {
  const parts = spansBetween(text.slice(entry.start, entry.end), /,|\s[–-]\s/g, entry.start).map((part) =>
    readPart(text, part),
  );
  const [first, ...rest] = parts;
  if (!first) return [];
  // A line can hold several persons after all.
  if (
    parts.length > 2 &&
    rest.slice(1).some((part) => looksLikeName(part.name) && !isAffiliation(part.name))
  ) {
    return readCommaList(text, entry);
  }
  const affiliations = parts
    .map((part, index) => (index === 0 ? part.affiliation : part.name))
    .filter((words) => words);
  return [
    {
      ...first,
      affiliation: affiliations.length > 0 ? affiliations.join(", ") : null,
      absent: parts.some((part) => part.absent),
    },
  ];
}

/** `Anna Holm, A, Bent Krogh, V, Citha Lund, Havneby Kommune, Dan Friis, PLO (Fravær)` */
function readCommaList(text: string, at: Span): Person[] {
  const parts = splitLastConjunction(
    text,
    spansBetween(text.slice(at.start, at.end), /,|[\r\n]+/g, at.start),
  ).map((part) => readPart(text, part));
  const people: Person[] = [];
  for (const [index, isName] of nameOrAffiliation(parts).entries()) {
    const part = parts[index];
    const before = people.at(-1);
    if (!part) continue;
    if (isName || !before) people.push(part);
    else {
      const affiliation = before.affiliation === null ? part.name : `${before.affiliation}, ${part.name}`;
      people[people.length - 1] = { ...before, affiliation, absent: before.absent || part.absent };
    }
  }
  return people;
}

/** `…, Kaj Andersen og Helene Smet`: only the last part of a list is two, and only where both sides are full names. */
function splitLastConjunction(text: string, parts: Span[]): Span[] {
  const last = parts.at(-1);
  if (!last) return parts;
  const content = text.slice(last.start, last.end);
  const match = /\s(?:og|samt)\s(?=\p{Upper})/u.exec(content);
  if (!match) return parts;
  const left = content.slice(0, match.index);
  const right = content.slice(match.index + match[0].length);
  const names = [left, right].every(
    (side) => /\s/.test(side.trim()) && looksLikeName(side.split("(", 1)[0] ?? ""),
  );
  if (!names || isAffiliation(left) || isAffiliation(right)) return parts;
  return [
    ...parts.slice(0, -1),
    { start: last.start, end: last.start + match.index },
    { start: last.start + match.index + match[0].length, end: last.end },
  ];
}

/**
 * Which parts of a comma list are names. *Dansk Erhverv* looks like one: so all readings are weighed. In a list that
 * gives affiliations a person without one is unlikely, and so are two for one person; `(Fravær)` ends a person.
 */
function nameOrAffiliation(parts: readonly Person[]): boolean[] {
  const oneWord = (part: Person): boolean => !/\s/.test(part.name);
  const firstHasSurname = parts[0] !== undefined && !oneWord(parts[0]);
  const surely = (part: Person): boolean =>
    part.affiliation === null && (isAffiliation(part.name) || !looksLikeName(part.name));
  const affiliationsUsed = parts.some(
    (part, index) => index > 0 && (surely(part) || (firstHasSurname && oneWord(part))),
  );
  if (!affiliationsUsed) return parts.map(() => true);
  interface Reading {
    readonly cost: number;
    /** Whether the last part is a name, and the reading of the parts before it. */
    readonly isName: boolean;
    readonly before: Reading | null;
    /** The last person has no affiliation yet. */
    readonly bare: boolean;
  }
  let readings: Reading[] = [{ cost: 0, isName: false, before: null, bare: false }];
  for (const [index, part] of parts.entries()) {
    const closed = parts[index - 1]?.absent ?? true;
    const next: Reading[] = [];
    for (const reading of readings) {
      const nameCost = surely(part) ? 10 : firstHasSurname && oneWord(part) ? 0.5 : 0;
      next.push({
        cost: reading.cost + nameCost + (reading.bare ? 1 : 0),
        isName: true,
        before: reading,
        bare: part.affiliation === null,
      });
      // `Dan Friis (Fravær), PLO`: what is surely an affiliation still goes with the name before it.
      if (closed && !(surely(part) && reading.bare)) continue;
      const affiliationCost = surely(part) || (firstHasSurname && oneWord(part)) ? 0 : 0.3;
      next.push({
        cost: reading.cost + affiliationCost + (reading.bare ? 0 : 0.8) + (part.affiliation === null ? 0 : 2),
        isName: false,
        before: reading,
        bare: false,
      });
    }
    // Of the readings that can go on alike only the cheapest is kept: the work stays linear.
    readings = [true, false].flatMap((bare) =>
      next
        .filter((reading) => reading.bare === bare)
        .sort((a, b) => a.cost - b.cost)
        .slice(0, 1),
    );
  }
  const total = (reading: Reading): number => reading.cost + (reading.bare ? 1 : 0);
  const names: boolean[] = [];
  let reading = [...readings].sort((a, b) => total(a) - total(b))[0] ?? null;
  for (; reading?.before; reading = reading.before) names.push(reading.isName);
  return names.reverse();
}

/** A part without its list mark; `(Fravær)` marks an absence, other parentheses an affiliation. */
function readPart(text: string, part: Span): Person {
  const content = text.slice(part.start, part.end);
  const mark = /^(?:[-•*–]\s+|\d{1,2}[.)]\s+)/.exec(content)?.[0].length ?? 0;
  let absent = false;
  let affiliation: string | null = null;
  let end = content.length;
  for (const parentheses of content.matchAll(/\(([^()]*)\)/g)) {
    const words = (parentheses[1] ?? "").trim();
    for (const part of words.split(",").map((each) => each.trim())) {
      if (/^(?:afbud|med afbud|fravær\p{Alpha}*)\.?$/iu.test(part)) absent = true;
      else if (part !== "") affiliation = affiliation === null ? part : `${affiliation}, ${part}`;
    }
    end = Math.min(end, parentheses.index);
  }
  const nameSpan = trimmed(text, { start: part.start + mark, end: part.start + Math.max(mark, end) });
  const name = text.slice(nameSpan.start, nameSpan.end).replace(/\.$/, "");
  return {
    name,
    nameSpan: { start: nameSpan.start, end: nameSpan.start + name.length },
    affiliation,
    absent,
  };
}
