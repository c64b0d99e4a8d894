/** The value that most have. A tie is no majority: then it is null. */
export function majorityOf<Value>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>();
  // Mostly the same value stands many times in a row.
  for (let index = 0; index < values.length;) {
    const value = values[index] as Value;
    const from = index;
    do index++;
    while (index < values.length && values[index] === value);
    counts.set(value, (counts.get(value) ?? 0) + index - from);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
