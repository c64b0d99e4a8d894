// Lists of any length. A call takes only so many arguments (V8: some 120,000), and a document can have more lines than that.

/** Adds each of `more` to the end of `list`. */
export function append<Each>(list: Each[], more: Iterable<Each>): void {
  for (const each of more) list.push(each);
}

/** The least of the numbers; Infinity where there is none. */
export function least(numbers: Iterable<number>): number {
  let found = Infinity;
  for (const number of numbers) found = Math.min(found, number);
  return found;
}

/** The greatest of the numbers; -Infinity where there is none. */
export function greatest(numbers: Iterable<number>): number {
  let found = -Infinity;
  for (const number of numbers) found = Math.max(found, number);
  return found;
}

/** The first index of so many from which on `holds` is true, as it is for all behind it; `length` where it is true for none. */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** All lists one behind the other; where only one of them holds anything, that one. */
export function joined<Each>(lists: readonly (readonly Each[])[]): readonly Each[] {
  const [only = [], ...others] = lists.filter((list) => list.length > 0);
  if (others.length === 0) return only;
  const all = [...only];
  for (const list of others) append(all, list);
  return all;
}
