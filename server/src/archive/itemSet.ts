/** So many items have a bit each in a number. */
export const together = 32;

/** Some of a document's items: 32 in a number, the first of them in its lowest bit. */
export type ItemSet = readonly number[];

/** The items of which something holds. */
export function itemsWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): ItemSet {
  const set: number[] = [];
  for (const [index, item] of items.entries()) {
    const part = Math.floor(index / together);
    set[part] ??= 0;
    if (holds(item)) set[part] |= 1 << (index % together);
  }
  return set;
}

/** The items that are in all of the sets; a set that is null has every item. */
export function inAll(first: ItemSet, ...others: readonly (ItemSet | null)[]): ItemSet {
  return first.map((bits, part) => others.reduce((left, set) => left & (set?.[part] ?? -1), bits));
}

/** How many there are. */
export function countOf(set: ItemSet): number {
  let count = 0;
  for (const bits of set) for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** Their indices in the document, ascending. */
export function indicesOf(set: ItemSet): number[] {
  const indices: number[] = [];
  for (const [part, bits] of set.entries())
    for (let left = bits; left !== 0; left &= left - 1) indices.push(part * together + lowest(left));
  return indices;
}

/** The place of the lowest bit that is set. */
export function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
