/**
 * Typst's code, made so that nothing of a document is ever read as code or markup: its words stand in string literals, and
 * all else is ours.
 */

/** A text as a string literal. Typst takes every sign within as itself, but the quotation mark and the backslash. */
export function literal(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r")}"`;
}

/** A call. Arguments are code. */
export function call(name: string, ...args: readonly string[]): string {
  return `${name}(${args.join(", ")})`;
}

/** An array: of one element too. */
export function array(elements: readonly string[]): string {
  return elements.length === 0 ? "()" : `(${elements.join(", ")},)`;
}

/** A dictionary with names that can be any text. */
export function dictionary(entries: readonly (readonly [name: string, value: string])[]): string {
  return entries.length === 0
    ? "(:)"
    : `(${entries.map(([name, value]) => `${literal(name)}: ${value}`).join(", ")})`;
}

/** Pieces of content that follow each other, as one expression. */
export function joined(pieces: readonly string[]): string {
  const [only] = pieces;
  if (only === undefined) return "[]";
  return pieces.length === 1 ? only : `{ ${pieces.join("; ")} }`;
}
