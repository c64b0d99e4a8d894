import type { Item } from "../syntax/nodes.ts";
import { numberedItems } from "./renumber.ts";

/** What numbers become of when the items change places. Numbers stay at their places; items are told by their index. */

/** The items in another order. A pause that takes no number from the row keeps its own, and takes none. */
export function numbersInOrder(items: readonly Item[], order: readonly number[]): Map<number, number> {
  const counting = new Map(
    numberedItems(items)
      .filter(({ counts }) => counts)
      .map(({ index, number }) => [index, number]),
  );
  const places = [...counting.values()];
  const numbers = new Map<number, number>();
  let place = 0;
  for (const index of order) {
    const was = counting.get(index);
    if (was === undefined) continue;
    const is = places[place++];
    if (is !== undefined && is !== was) numbers.set(index, is);
  }
  return numbers;
}

/**
 * The numbers from index `from` on, moved by one as far as they stand in a row from `first` on: behind a jump or a fall they
 * are what they are for a reason that is not known here.
 */
export function numbersShifted(
  items: readonly Item[],
  from: number,
  first: number,
  by: 1 | -1,
): { numbers: Map<number, number>; stopped: number | null } {
  const numbers = new Map<number, number>();
  let last = first - 1;
  for (const { index, number, counts } of numberedItems(items)) {
    if (index < from) continue;
    if (number !== last && number !== last + 1) return { numbers, stopped: number > last ? null : index };
    // The first of them stands where the number is free, or is not.
    if (number === last && numbers.size === 0) return { numbers, stopped: null };
    numbers.set(index, number + by);
    if (counts) last = number;
  }
  return { numbers, stopped: null };
}

/** The number of a new item in front of index `at`. */
export function numberAt(items: readonly Item[], at: number): number {
  const numbered = numberedItems(items).filter(({ counts }) => counts);
  const before = numbered.findLast(({ index }) => index < at);
  if (before) return before.number + 1;
  return numbered.find(({ index }) => index >= at)?.number ?? 1;
}
