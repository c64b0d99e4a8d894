import { isAffiliation, looksLikeName } from "../syntax/personNames.ts";
import type { Field, Preamble } from "../syntax/nodes.ts";
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
export function participantsOf(head: Preamble): Participant[] {
  const all: Participant[] = [];
  for (const field of head.fields) {
    if (!["mødedeltagere", "afbud", "fraværende"].includes(field.name)) continue;
    for (const person of personsOf(head, field)) {
      const known = all.findIndex(
        (other) => other.field !== person.field && folded(other.name) === folded(person.name),
      );
      const before = all[known];
      if (before) all[known] = { ...before, absent: before.absent || person.absent };
      else all.push(person);
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
  for (const match of [...text.matchAll(separator), null]) {
    const end = match ? match.index : text.length;
    const at = trimmed(text, { start, end });
    if (at.end > at.start) spans.push({ start: at.start + offset, end: at.end + offset });
    start = end + (match ? match[0].length : 0);
  }
  return spans;
}

/** An entry for one person: the name, and behind commas, a dash or in parentheses, where the person belongs. */
function readOnePerson(text: string, entry: Span): Person[] {
  const parts = spansBetween(text.slice(entry.start, entry.end), /,|\s[–-]\s/g, entry.start);
  const people = parts.filter((part) => isPerson(readPart(text, part)));
  // A line can hold several persons after all.
  if (people.length > 1 && !parts.some((part) => readPart(text, part).affiliation !== null)) {
    return readCommaList(text, entry);
  }
  const [first, ...rest] = parts;
  if (!first) return [];
  const person = readPart(text, first);
  const affiliation = [person.affiliation ?? "", ...rest.map((part) => readPart(text, part).name)]
    .filter((words) => words !== "")
    .join(", ");
  const absent = person.absent || rest.some((part) => readPart(text, part).absent);
  return [{ ...person, affiliation: affiliation === "" ? null : affiliation, absent }];
}

/** `Anna Holm, A, Bent Krogh, V, Citha Lund, Havneby Kommune, Dan Friis, PLO (Fravær)` */
function readCommaList(text: string, at: Span): Person[] {
  const parts = spansBetween(
    text.slice(at.start, at.end),
    /,|[\r\n]+|\s(?:og|samt)\s(?=\p{Lu})/gu,
    at.start,
  ).map((part) => readPart(text, part));
  const people: Person[] = [];
  const alternates = alternatesNamesAndAffiliations(parts);
  for (const [index, part] of parts.entries()) {
    const before = people.at(-1);
    const belongs = alternates ? index % 2 === 1 : before !== undefined && !isPerson(part);
    if (belongs && before) {
      const affiliation = before.affiliation === null ? part.name : `${before.affiliation}, ${part.name}`;
      people[people.length - 1] = { ...before, affiliation, absent: before.absent || part.absent };
    } else {
      people.push(part);
    }
  }
  return people;
}

/** Every second part can be an affiliation, one surely is, and no name looks like one: then even *Dansk Erhverv* is. */
function alternatesNamesAndAffiliations(parts: readonly Person[]): boolean {
  if (parts.length < 2 || parts.length % 2 === 1) return false;
  const names = parts.filter((_, index) => index % 2 === 0);
  const others = parts.filter((_, index) => index % 2 === 1);
  return (
    names.every((part) => isPerson(part) && part.affiliation === null) &&
    others.some((part) => isAffiliation(part.name))
  );
}

function isPerson(part: Person): boolean {
  return part.affiliation !== null || (looksLikeName(part.name) && !isAffiliation(part.name));
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
    if (/^(?:fravær|fraværende|afbud|med afbud|fravær\p{L}*)\.?$/iu.test(words)) absent = true;
    else affiliation = affiliation === null ? words : `${affiliation}, ${words}`;
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
