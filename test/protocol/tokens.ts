import { type Encoding, textIn } from "./text.ts";

export interface ReadToken {
  readonly type: number;
  readonly line: number;
  readonly text: string;
}

/** Reads the five numbers of each semantic token; each must lie behind the one before it. */
export function decoded(text: string, data: readonly number[], encoding: Encoding = "utf-16"): ReadToken[] {
  const tokens: ReadToken[] = [];
  let line = 0;
  let character = 0;
  let free = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = -1] = data.slice(i, i + 5);
    line += lines;
    character = lines === 0 ? character + characters : characters;
    if (lines > 0) free = 0;
    if (lines < 0 || character < free || length <= 0) throw new Error(`Out of order at ${i}`);
    free = character + length;
    const range = { start: { line, character }, end: { line, character: free } };
    tokens.push({ type, line, text: textIn(text, range, encoding) });
  }
  return tokens;
}
