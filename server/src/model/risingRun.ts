import { firstIndex } from "../text/many.ts";

/**
 * Which values can stay so that those that stay rise (or, where `equal`, do not fall) and as many as possible stay. Of
 * several such choices the one that keeps the earliest: of two places at odds the later one gives way.
 */
export function risingRun(values: readonly number[], equal = false): boolean[] {
  if (isRising(values, equal)) return values.map(() => true);
  // How long a run from each value on can be, from the back: `heads[k]` is the greatest value that starts a run of k + 1.
  const heads: number[] = [];
  const lengths = new Array<number>(values.length).fill(0);
  for (let index = values.length - 1; index >= 0; index--) {
    const value = values[index] ?? 0;
    const before = firstIndex(heads.length, (each) => !isBelow(value, heads[each] ?? 0, equal));
    heads[before] = value;
    lengths[index] = before + 1;
  }
  let wanted = heads.length;
  let last = -Infinity;
  return values.map((value, index) => {
    if (lengths[index] !== wanted || !isBelow(last, value, equal)) return false;
    last = value;
    wanted--;
    return true;
  });
}

/** Whether all values rise (or, where `equal`, do not fall); null is none. */
export function isRising(values: readonly (number | null)[], equal = false): boolean {
  let last = -Infinity;
  return values.every((value) => {
    if (value === null) return true;
    const rises = isBelow(last, value, equal);
    last = value;
    return rises;
  });
}

function isBelow(one: number, other: number, equal: boolean): boolean {
  return equal ? one <= other : one < other;
}
