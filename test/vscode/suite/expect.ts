// Assertions, since a Web Worker has no node:assert.

/** Fails unless the condition holds. */
export function ok(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Fails unless both have the same JSON. */
export function equal(actual: unknown, expected: unknown, message = "values differ"): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${message}\n      is     ${is}\n      should ${should}`);
}

/** The value, which must be there. */
export function present<T>(value: T | null | undefined, what: string): T {
  ok(value !== null && value !== undefined, `there is no ${what}`);
  return value;
}
