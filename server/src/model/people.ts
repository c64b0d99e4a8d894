import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { type Span, span } from "../text/span.ts";
import { absentFrom } from "./absence.ts";
import { participantsOf } from "./participants.ts";

/** A person's name somewhere in the document. */
export interface PersonMention extends Span {
  readonly name: string;
}

/** The names that a document knows its persons by: the participants', and those listed as absent. */
export function personNamesIn(document: ReferatDocument): readonly string[] {
  const names = new Set(participantsOf(document.preambles).map((person) => person.name));
  for (const item of document.items) for (const person of absentFrom(item)) names.add(person.name);
  return [...names].filter((name) => name.length > 2).sort();
}

const known = new WeakMap<Chunk, { readonly names: string; readonly mentions: readonly PersonMention[] }>();

/** Where a chunk names one of the persons. Kept with the chunk for as long as the names are the same. */
export function personMentions(chunk: Chunk, names: readonly string[]): readonly PersonMention[] {
  const key = names.join("\n");
  const before = known.get(chunk);
  if (before?.names === key) return before.mentions;
  const mentions = names.length === 0 ? [] : findNames(chunk.masked, names);
  known.set(chunk, { names: key, mentions });
  return mentions;
}

function findNames(text: string, names: readonly string[]): PersonMention[] {
  const alternatives = [...names].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}-])`, "gu");
  return [...text.matchAll(pattern)].map((match) => ({
    name: match[0],
    ...span(match.index, match.index + match[0].length),
  }));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
