import { type Span, span } from "../text/span.ts";

/** A name where it stands in a text. */
export interface FoundName extends Span {
  readonly name: string;
}

/** UTF-16 units. Longer than this is no person's name, whatever a list of participants says. */
export const longestName = 80;
const firstWord = /^[\p{Alpha}\p{N}]+/u;
const goesOn = /^[\p{Alpha}\p{N}-]/u;

/**
 * Finds any of many names in texts, letter for letter. The names are looked up by their first word: one expression of
 * all of them would try each at every sign.
 */
export class NameFinder {
  private readonly names: ReadonlySet<string>;
  /** Words that begin as one of the names does: most words of a text are not even looked up. */
  private readonly candidates: RegExp;
  /** How long the names are that begin with a word, the longest first. */
  private readonly lengths: ReadonlyMap<string, readonly number[]>;

  constructor(names: readonly string[]) {
    this.names = new Set(names.filter((name) => name.length <= longestName));
    const lengths = new Map<string, Set<number>>();
    const initials = new Set<string>();
    for (const name of this.names) {
      const first = firstWord.exec(name)?.[0];
      if (first === undefined) continue;
      lengths.set(first, (lengths.get(first) ?? new Set()).add(name.length));
      initials.add(String.fromCodePoint(first.codePointAt(0) ?? 0));
    }
    this.candidates = new RegExp(
      String.raw`[${[...initials].join("")}](?<![\p{Alpha}\p{N}-].)[\p{Alpha}\p{N}]*`,
      "gu",
    );
    const descending = (each: Iterable<number>): number[] => [...each].sort((a, b) => b - a);
    this.lengths = new Map([...lengths].map(([first, each]) => [first, descending(each)]));
  }

  /** The names in `text`, in order and without overlap: of several that begin at one place the longest. */
  find(text: string): FoundName[] {
    const found: FoundName[] = [];
    let from = 0;
    for (const { 0: first, index } of text.matchAll(this.candidates)) {
      const length = index < from ? undefined : this.lengthAt(text, index, first);
      if (length === undefined) continue;
      from = index + length;
      found.push({ name: text.slice(index, from), ...span(index, from) });
    }
    return found;
  }

  private lengthAt(text: string, at: number, first: string): number | undefined {
    return this.lengths.get(first)?.find((length) => {
      const end = at + length;
      return this.names.has(text.slice(at, end)) && !goesOn.test(text.slice(end, end + 2));
    });
  }
}
