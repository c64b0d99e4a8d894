/** Longer texts are seldom the same. */
const longest = 120;
/** More texts than this are not remembered at a time. */
const most = 50_000;

const texts = new Map<string, string>();
const empty: readonly never[] = Object.freeze([]);

/**
 * A copy of plain data that holds on to nothing else: its texts are no pieces of others. The many that minutes have in common
 * (names, places, "Godkendt.") are there once for all copies, so that they must not be changed.
 */
export function ownCopy<Data>(data: Data): Data {
  return shared(JSON.parse(JSON.stringify(data))) as Data;
}

function shared(value: unknown): unknown {
  if (typeof value === "string") return sharedText(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    if (value.length === 0) return empty;
    for (const [index, each] of value.entries()) value[index] = shared(each);
    return value;
  }
  const object = value as Record<string, unknown>;
  for (const key in object) object[key] = shared(object[key]);
  return object;
}

function sharedText(text: string): string {
  if (text.length > longest) return text;
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= most) texts.clear();
  texts.set(text, text);
  return text;
}
