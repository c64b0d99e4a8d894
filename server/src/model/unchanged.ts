/** Where a list begins and ends as another one did before. */
export class Unchanged {
  constructor(
    private readonly length: number,
    private readonly lengthBefore: number,
    private readonly start: number,
    private readonly end: number,
  ) {}

  get all(): boolean {
    return this.start === this.length && this.length === this.lengthBefore;
  }

  /** The place that an element had before; null for one that is new. */
  indexBefore(index: number): number | null {
    if (index < this.start) return index;
    return index >= this.length - this.end ? index - this.length + this.lengthBefore : null;
  }

  /** What `make` makes of each element, where it is new; else what was made of it before. */
  spliced<Each, Made>(
    list: readonly Each[],
    before: readonly Made[] | undefined,
    make: (each: Each) => Made,
  ): Made[] {
    if (!before) return list.map(make);
    const made = list.slice(this.start, this.length - this.end).map(make);
    return before.slice(0, this.start).concat(made, before.slice(this.lengthBefore - this.end));
  }
}

/** Compares two lists by what their elements are: the same objects, or the same words. */
export function unchanged<Each>(list: readonly Each[], before: readonly Each[]): Unchanged {
  const shorter = Math.min(list.length, before.length);
  let start = 0;
  while (start < shorter && list[start] === before[start]) start++;
  let end = 0;
  const [last, lastBefore] = [list.length - 1, before.length - 1];
  while (end < shorter - start && list[last - end] === before[lastBefore - end]) end++;
  return new Unchanged(list.length, before.length, start, end);
}
