import { bodyKeyOf } from "../archive/bodyWords.ts";
import { abbreviationsOf } from "../model/abbreviations.ts";
import { headOf } from "../model/meeting.ts";
import { memo, memoFor } from "../model/memo.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { type Span, span } from "../text/span.ts";
import {
  anyName,
  isWithinOne,
  type Match,
  matchesAround,
  placesOf,
  type Sought,
  withAnyDash,
} from "./nameMatches.ts";
import { withCapital } from "../text/spelling.ts";

/** Where a document names the body that met: by its full name, and by the other names that it has. */

export interface Body {
  /** As the title line has it. */
  readonly name: string;
  /** What the profile calls it besides, and what the document itself says is short for it: *Kulturudvalget (KU)*. */
  readonly aliases: readonly string[];
}

/** A place that names the body. */
export interface BodyMention extends Span {
  /** By another name than the full one. */
  readonly alias: boolean;
}

/** UTF-16 units: longer than this is no name of a body, whatever the title line says. */
const longestBody = 300;
/** More short names than a body has: each of them is sought in the whole document. */
const mostShortNames = 12;

/** The name of the body that met; null where the title line gives none. */
export function bodyNameOf(document: ReferatDocument): string | null {
  const name = headOf(document)?.titleLine?.body ?? null;
  return name !== null && name.length <= longestBody ? name : null;
}

/**
 * The body, where one of its names covers a place in a chunk. `aliases` are the profile's. Only where that may be, the document
 * is asked for the short names that it gives.
 */
export function bodyNamedAt(
  document: ReferatDocument,
  chunk: Chunk,
  at: number,
  aliases: readonly string[],
): { readonly body: Body; readonly mention: BodyMention } | null {
  const name = bodyNameOf(document);
  if (name === null) return null;
  const known = { name, aliases: [...aliases, ...namesWithin(name)] };
  const near = chunk.masked.slice(Math.max(0, at - 8), at + 8);
  if (!/\p{Upper}[\p{Upper}\p{N}]/u.test(near) && !bodyAt(chunk, at, known)) return null;
  const body = bodyOf(document, aliases);
  const mention = body && bodyAt(chunk, at, body);
  return mention && { body, mention };
}

/** The body with its names; null where the title line gives none. `aliases` are the profile's. */
export function bodyOf(document: ReferatDocument, aliases: readonly string[]): Body | null {
  const name = bodyNameOf(document);
  if (name === null) return null;
  const others = [...aliases, ...shortNamesOf(document)];
  return { name, aliases: [...new Set(others)].filter((each) => each.length > 1 && each !== name) };
}

/** The mention of the body that covers a place. */
function bodyAt(chunk: Chunk, at: number, { name, aliases }: Body): BodyMention | null {
  for (const each of [name, ...longestFirst(aliases.filter((alias) => alias !== ""))]) {
    const found = matchesAround(chunk, at, patternOf(each, "giu")).filter((match) =>
      isMention(chunk, match, each, name),
    );
    const hit = found.find(({ end }) => end > at) ?? found[0];
    if (hit) return { ...span(hit.start, hit.end), alias: each !== name };
  }
  return null;
}

/** All mentions of the body in a chunk, in order. Kept with the chunk. */
export function bodyMentionsIn(chunk: Chunk, body: Body): readonly BodyMention[] {
  return mentionsKept(chunk, [body.name, ...body.aliases].join("\n"), () => {
    const found: BodyMention[] = fullNamesIn(chunk, body.name).map((each) => ({ ...each, alias: false }));
    for (const alias of longestFirst(body.aliases)) {
      const more = namesIn(chunk, alias, body.name).filter((each) => !isWithinOne(each, found));
      for (const { start, end } of more) found.push({ start, end, alias: true });
      found.sort((a, b) => a.start - b.start);
    }
    return found;
  });
}

const mentionsKept = memoFor<readonly BodyMention[]>();
const fullNamesKept = memoFor<readonly Span[]>();

function fullNamesIn(chunk: Chunk, name: string): readonly Span[] {
  return fullNamesKept(chunk, name, () =>
    namesIn(chunk, name, name).map(({ start, end }) => span(start, end)),
  );
}

function namesIn(chunk: Chunk, name: string, full: string): Match[] {
  return placesOf(chunk, soughtOf(name)).filter((match) => isMention(chunk, match, name, full));
}

/** Its first letter can be a small one, or all of its letters capitals. */
function soughtOf(name: string): Sought {
  const [first = "", ...rest] = name.split(/\s/, 1)[0] ?? "";
  const pattern = patternOf(name, "iuy");
  if (rest.length === 0) return { words: [first.toLowerCase(), first.toUpperCase()], before: 0, pattern };
  const word = rest.join("");
  return { words: [word, word.toUpperCase()], before: first.length, pattern };
}

function patternOf(name: string, flags: string): RegExp {
  return anyName([name], flags, withAnyDash);
}

/** Its own capitals, those of running text (*kulturudvalget i Havneby*), or none but capitals. */
function isMention(chunk: Chunk, { text, end }: Match, name: string, full: string): boolean {
  const plain = (words: string): string => words.replace(/\s+/g, " ").replace(/[–—]/g, "-");
  const written = plain(text);
  const own = plain(name);
  const same = written === own || withCapital(written) === own || written === own.toUpperCase();
  if (!same || /\s/.test(name)) return same;
  // *Kulturudvalget i Sandby* is another body than one that is called no more than *Kulturudvalget*.
  const place = /^ (?:i|for|på|ved|af) \p{Upper}[\p{Alpha}-]{0,40}/u.exec(
    chunk.masked.slice(end, end + 60),
  )?.[0];
  return place === undefined || full.includes(place);
}

/** The abbreviations that the document gives for the body, in its name or behind it. Once for each version. */
const shortNamesOf: (document: ReferatDocument) => readonly string[] = memo((document) => {
  const name = bodyNameOf(document);
  if (name === null) return [];
  const names = new Set(namesWithin(name));
  const key = bodyKeyOf(name);
  for (const { short, long } of abbreviationsOf(document)) if (bodyKeyOf(long) === key) names.add(short);
  return [...names].slice(0, mostShortNames);
});

/** *Kulturudvalget (KU)* is *Kulturudvalget* too, and *KU*. */
function namesWithin(name: string): string[] {
  return /^(.{3,200}?)\s?\((\p{Upper}[\p{Upper}\p{N}]{1,7})\)$/u.exec(name)?.slice(1) ?? [];
}

function longestFirst(names: readonly string[]): string[] {
  return [...names].sort((a, b) => b.length - a.length);
}
