import { isAffiliation } from "../syntax/personNames.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { slice, type Span, span } from "../text/span.ts";
import { isGivenName } from "./givenNames.ts";
import { memo } from "./memo.ts";
import { soundOf } from "./nameSpelling.ts";

// Plain classes instead of \p{…}, and the capital before the look behind it: this runs over the whole text.
const upper = String.raw`A-ZÀ-ÖØ-Þ\u010c\u0141\u0160\u017d`;
const letter = String.raw`A-Za-zÀ-ÖØ-öø-ÿ\u0100-\u017f`;
/** Some words with capitals, one behind the other: they can be a name. */
export const nameRun = new RegExp(
  String.raw`[${upper}](?<![${letter}\d-].)[${letter}'’-]{1,30}(?:[ \u00a0](?:(?:von|van|de|af) )?[${upper}][${letter}'’-]{1,30}){1,5}(?![${letter}\d-])`,
);
const runPattern = new RegExp(nameRun, "g");
const wordPattern = new RegExp(String.raw`[${upper}]\S*`, "g");

/**
 * Runs of two to six words with capitals, each perhaps a name with a title before it. Names stand in running text and in the head's
 * fields; the contents only repeat their headings.
 */
export const nameRunsIn: (chunk: Chunk) => readonly Span[] = memo((chunk) => {
  if (chunk.kind === "contents") return [];
  const from = chunk.kind === "head" ? (chunk.titleLine?.span.end ?? 0) : 0;
  return [...chunk.masked.slice(from).matchAll(runPattern)].map((match) =>
    span(from + match.index, from + match.index + match[0].length),
  );
});

/** A name in a run, counted from the run's start, as it is written. */
export interface NameInRun {
  readonly at: number;
  readonly name: string;
}

/**
 * Reads names: what begins with a given name, up to the end of its run. `sounds` are the sounds of names that are known besides,
 * with the number of their words: those are found wherever they stand in a run. `key` tells two sets of them apart.
 */
export class NameReader {
  /** Few names are written, many times over. */
  private readonly known = new Map<string, NameInRun | null>();

  constructor(
    private readonly sounds: ReadonlySet<string>,
    readonly key: string,
  ) {}

  /** The name in the words of a run; null where there is none. */
  read(run: string): NameInRun | null {
    let read = this.known.get(run);
    if (read === undefined) this.known.set(run, (read = readRun(run, this.sounds)));
    return read;
  }
}

/** The names in a chunk that begin with a given name, in order. */
export function givenNamesIn(chunk: Chunk): (Span & { readonly name: string })[] {
  return nameRunsIn(chunk).flatMap((run) => {
    const read = readRun(slice(chunk.masked, run), noSounds);
    if (!read) return [];
    const start = run.start + read.at;
    return [{ name: read.name, ...span(start, start + read.name.length) }];
  });
}

const noSounds: ReadonlySet<string> = new Set();

function readRun(run: string, sounds: ReadonlySet<string>): NameInRun | null {
  const words = [...run.matchAll(wordPattern)].map((word) => span(word.index, word.index + word[0].length));
  const read = (first: number, last: number): NameInRun | null => {
    const start = words[first]?.start;
    const end = words[last]?.end;
    if (start === undefined || end === undefined) return null;
    // *Hans Mathies' forslag*: the sign is the genitive's, no part of the name.
    return { at: start, name: run.slice(start, end).replace(/['’]{1,4}$/u, "") };
  };
  for (let first = 0; sounds.size > 0 && first + 1 < words.length; first++) {
    for (let last = words.length - 1; last > first; last--) {
      const form = read(first, last);
      if (form && (sounds.has(soundOf(form.name)) || sounds.has(soundOf(withoutGenitive(form.name))))) {
        return form;
      }
    }
  }
  const first = words.findIndex((word) => isGivenName(slice(run, word)));
  if (first === -1 || first + 1 >= words.length) return null;
  const form = read(first, words.length - 1);
  // Streets, prizes and places are named after people.
  return form &&
    !isAffiliation(form.name) &&
    !/(?:vej|gade|plads|allé|prisen|centret|huset)s?$/iu.test(form.name)
    ? form
    : null;
}

/** *Karin Bentzens* is *Karin Bentzen*'s. */
export function withoutGenitive(name: string): string {
  return name.replace(/['’]?s$/u, "");
}
