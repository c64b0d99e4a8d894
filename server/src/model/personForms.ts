import { isAffiliation } from "../syntax/personNames.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { type Span, span } from "../text/span.ts";
import { isGivenName } from "./givenNames.ts";
import { memo } from "./memo.ts";
import { soundOf } from "./nameSpelling.ts";

/** A run of two to six words with capitals: perhaps a name, with a title before it. */
export interface NameRun extends Span {
  readonly words: readonly Span[];
}

// Plain classes instead of \p{…}, and the capital before the look behind it: this runs over the whole text.
const upper = String.raw`A-ZÀ-ÖØ-Þ\u010c\u0141\u0160\u017d`;
const letter = String.raw`A-Za-zÀ-ÖØ-öø-ÿ\u0100-\u017f`;
/** Some words with capitals, one behind the other: they can be a name. */
export const nameRun = new RegExp(
  String.raw`[${upper}](?<![${letter}\d-].)[${letter}'’-]{1,30}(?:[ \u00a0](?:(?:von|van|de|af) )?[${upper}][${letter}'’-]{1,30}){1,5}(?![${letter}\d-])`,
);
const runPattern = new RegExp(nameRun, "g");
const wordPattern = new RegExp(String.raw`[${upper}]\S*`, "g");

/** Names stand in running text and in the head's fields; the contents only repeat their headings. */
export const nameRunsIn: (chunk: Chunk) => readonly NameRun[] = memo((chunk) => {
  if (chunk.kind === "contents") return [];
  const from = chunk.kind === "head" ? (chunk.titleLine?.span.end ?? 0) : 0;
  return [...chunk.masked.slice(from).matchAll(runPattern)].map((match) => {
    const start = from + match.index;
    const words = [...match[0].matchAll(wordPattern)].map((word) =>
      span(start + word.index, start + word.index + word[0].length),
    );
    return { start, end: start + match[0].length, words };
  });
});

/** A stretch of a run that is a person's name, as far as can be seen. */
export interface NameForm extends Span {
  readonly name: string;
}

/** Where the name in a run begins, counted from the run's start, and how it is written; null where there is none. */
type ReadRun = { readonly at: number; readonly name: string } | null;

/**
 * Reads names: what begins with a given name, up to the end of its run. `sounds` are the sounds of names that are known besides,
 * with the number of their words: those are found wherever they stand in a run. `key` tells two sets of them apart.
 */
export class NameReader {
  /** Few names are written, many times over. */
  private readonly read = new Map<string, ReadRun>();

  constructor(
    private readonly sounds: ReadonlySet<string>,
    private readonly key: string,
  ) {}

  /** The names in a chunk, in order. */
  formsIn(chunk: Chunk): readonly NameForm[] {
    const before = known.get(chunk);
    if (before?.key === this.key) return before.forms;
    const forms = nameRunsIn(chunk).flatMap((run): NameForm[] => {
      const words = chunk.masked.slice(run.start, run.end);
      let read = this.read.get(words);
      if (read === undefined) this.read.set(words, (read = readRun(chunk, run, this.sounds)));
      if (read === null) return [];
      const start = run.start + read.at;
      return [{ name: read.name, start, end: start + read.name.length }];
    });
    known.set(chunk, { key: this.key, forms });
    return forms;
  }
}

const known = new WeakMap<Chunk, { readonly key: string; readonly forms: readonly NameForm[] }>();

function readRun(chunk: Chunk, run: NameRun, sounds: ReadonlySet<string>): ReadRun {
  const { words } = run;
  const read = (first: number, last: number): ReadRun => {
    const start = words[first]?.start;
    const end = words[last]?.end;
    if (start === undefined || end === undefined) return null;
    // *Hans Mathies' forslag*: the sign is the genitive's, no part of the name.
    const name = chunk.masked.slice(start, end).replace(/['’]{1,4}$/u, "");
    return { at: start - run.start, name };
  };
  for (let first = 0; sounds.size > 0 && first + 1 < words.length; first++) {
    for (let last = words.length - 1; last > first; last--) {
      const form = read(first, last);
      if (form && (sounds.has(soundOf(form.name)) || sounds.has(soundOf(withoutGenitive(form.name))))) {
        return form;
      }
    }
  }
  const first = words.findIndex(({ start, end }) => isGivenName(chunk.masked.slice(start, end)));
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
