/** What a client sends can be anything: it is looked at through these. */

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function recordIn(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

export function isList<Element>(
  value: unknown,
  isElement: (element: unknown) => element is Element,
): value is Element[] {
  return Array.isArray(value) && value.every(isElement);
}
