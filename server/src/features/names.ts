import { memoFor } from "../model/memo.ts";
import { longestName } from "../model/nameFinder.ts";
import { withoutGenitive } from "../model/personForms.ts";
import { personNamesIn } from "../model/people.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { readPersonNames } from "../syntax/personNames.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { type Span, span } from "../text/span.ts";
import {
  anyName,
  bounded,
  isWithinOne,
  matchesAround,
  matchesIn,
  placesOf,
  type Sought,
  textAround,
} from "./nameMatches.ts";

/** Where persons are named in running text. */

/** Fields that name a person besides the lists of participants. */
export const personFields: ReadonlySet<string> = new Set(["mødeleder", "ordstyrer", "referent", "sekretær"]);

/** The persons that the document knows: the listed ones, and those who lead and write. Once for each list of names. */
export function knownPersons(document: ReferatDocument): readonly string[] {
  const names = personNamesIn(document);
  let known = knownBy.get(names);
  if (!known) {
    known = withRoles(names, document);
    knownBy.set(names, known);
  }
  return known;
}

/** The same names have the same head: see `personNamesIn`. */
const knownBy = new WeakMap<readonly string[], readonly string[]>();

function withRoles(names: readonly string[], document: ReferatDocument): readonly string[] {
  const all = new Set(names);
  for (const chunk of document.preambles) {
    for (const { name, valueSpan } of chunk.fields) {
      if (!personFields.has(name)) continue;
      for (const listed of readPersonNames(chunk.masked.slice(valueSpan.start, valueSpan.end)) ?? [])
        if (listed.name.length > 2 && listed.name.length <= longestName) all.add(listed.name);
    }
  }
  return [...all].sort();
}

/** The name of one of the persons at a place in a chunk. The longest name holds. */
export function personAt(
  chunk: Chunk,
  at: number,
  names: readonly string[],
): (Span & { readonly name: string }) | null {
  let best: (Span & { readonly name: string }) | null = null;
  const near = namesAround(chunk, at, names);
  for (const found of matchesAround(chunk, at, anyName(near, "gu"))) {
    const name = near.find((each) => sameName(each, found.text));
    const isBetter = best === null || (best.end <= at && found.end > at);
    if (name !== undefined && isBetter) best = { name, start: found.start, end: found.end };
  }
  return best;
}

/** A person with the longer names of others that hold the name: where one of those stands, it is not the person's. */
export interface SoughtPerson {
  readonly key: string;
  readonly own: Sought;
  readonly longer: RegExp | null;
}

/** What is to be looked for to find a person; `names` are those of all who are known in the document. */
export function soughtPerson(name: string, names: readonly string[]): SoughtPerson {
  const longer = names.filter((each) => each !== name && each.length > name.length && each.includes(name));
  return {
    key: [name, ...longer].join("\n"),
    own: { words: name.split(/\s/, 1), before: 0, pattern: anyName([name], "uy") },
    longer: longer.length > 0 ? anyName(longer, "gu") : null,
  };
}

const mentionsKept = memoFor<readonly Span[]>();

/** Every mention of a person in a chunk, in order. Kept with the chunk. */
export function personMentionsIn(chunk: Chunk, { key, own, longer }: SoughtPerson): readonly Span[] {
  return mentionsKept(chunk, key, () => {
    const found = placesOf(chunk, own);
    const held = found.length > 0 && longer ? matchesIn(chunk, longer) : [];
    return found.filter((each) => !isWithinOne(each, held)).map(({ start, end }) => span(start, end));
  });
}

/** The name without its genitive where the document has it so elsewhere: *Karin Bentzens* is *Karin Bentzen*'s. */
export function basicName(name: string, document: ReferatDocument): string {
  const basic = withoutGenitive(name);
  if (basic === name || !/\s/.test(basic)) return name;
  const written = new RegExp(`${bounded(basic)}(?![\\p{Alpha}\\p{N}-])`, "u");
  return document.chunks.some((chunk) => chunk.masked.includes(basic) && written.test(chunk.masked))
    ? basic
    : name;
}

/** Whether two ways to write a name differ in their blanks alone. */
export function sameName(a: string, b: string): boolean {
  return a.replace(/\s+/g, " ") === b.replace(/\s+/g, " ");
}

/** The names whose words all stand around a place: an expression of thousands of names would be slow. */
function namesAround(chunk: Chunk, at: number, names: readonly string[]): readonly string[] {
  const text = textAround(chunk, at);
  return names.filter((name) => name.split(/\s+/).every((word) => text.includes(word)));
}
