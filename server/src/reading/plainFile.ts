/** The text of a file without marks, in whichever encoding it was saved. */
export function plainText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  // Without a mark at its front: each second byte of European words is zero.
  const head = bytes.subarray(0, 400);
  const zeros = (rest: number): number => head.filter((byte, at) => at % 2 === rest && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (Math.max(even, odd) > head.length / 4)
    return new TextDecoder(even > odd ? "utf-16be" : "utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const control = /\\(?:'([\da-f]{2})|u(-?\d{1,6}) ?\??|([a-z]{1,32})(-?\d{1,10})? ?|([^a-z]))|[{}\r\n]/gi;
const breaks = new Set([
  "par",
  "line",
  "tab",
  "cell",
  "row",
  "sect",
  "page",
  "pict",
  "info",
  "title",
  "author",
]);
const signs: ReadonlyMap<string, string> = new Map([
  ["~", "\u00a0"],
  ["_", "-"],
  ["\\", "\\"],
  ["{", "{"],
  ["}", "}"],
]);

/** The words of a file in Rich Text Format; its commands are gone. */
export function rtfText(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252")
    .decode(bytes)
    .replace(
      control,
      (_, byte?: string, unicode?: string, word?: string, _number?: string, sign?: string) => {
        if (byte !== undefined) return String.fromCharCode(parseInt(byte, 16));
        if (unicode !== undefined) return String.fromCharCode(Number(unicode) & 0xffff);
        if (word !== undefined)
          return breaks.has(word) ? "\n" : word === "emdash" || word === "endash" ? "–" : "";
        return sign === undefined ? "" : (signs.get(sign) ?? "");
      },
    );
}
