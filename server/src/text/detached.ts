/**
 * The same signs in a string of their own. A piece of a string can hold on to the whole text that it was cut from: what is
 * kept beyond the text's life is copied first.
 */
export function detached(piece: string): string {
  return piece.split("").join("");
}
