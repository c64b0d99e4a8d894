/** So many are sought one after the other: what is built in is faster than any loop over the signs. */
const few = 8;

/**
 * Finds any of many strings in texts, letter for letter. They are looked up by how they begin: to seek each of them would
 * cost as many times the text.
 */
export class AnyOf {
  private readonly sought: ReadonlySet<string>;
  /** How long the strings are that begin alike. */
  private readonly lengths: ReadonlyMap<string, readonly number[]>;

  /** No string may be shorter than `shortest`, in UTF-16 units. */
  constructor(
    strings: readonly string[],
    private readonly shortest: number,
  ) {
    this.sought = new Set(strings);
    const lengths = new Map<string, Set<number>>();
    for (const each of this.sought) {
      const start = each.slice(0, shortest);
      lengths.set(start, (lengths.get(start) ?? new Set()).add(each.length));
    }
    this.lengths = new Map([...lengths].map(([start, each]) => [start, [...each]]));
  }

  /** Where each of the strings stands first in `text`; without those that do not stand there. */
  firstPlaces(text: string): Map<string, number> {
    const found = new Map<string, number>();
    for (const place of this.placesIn(text)) if (!found.has(place.text)) found.set(place.text, place.at);
    return found;
  }

  /** All places of the strings in `text`; those of one string in order. */
  *placesIn(text: string): Generator<{ readonly at: number; readonly text: string }> {
    if (this.sought.size <= few) {
      for (const each of this.sought)
        for (let at = text.indexOf(each); at !== -1; at = text.indexOf(each, at + 1))
          yield { at, text: each };
      return;
    }
    for (let at = 0; at + this.shortest <= text.length; at++) {
      for (const length of this.lengths.get(text.slice(at, at + this.shortest)) ?? []) {
        const part = text.slice(at, at + length);
        if (this.sought.has(part)) yield { at, text: part };
      }
    }
  }
}
