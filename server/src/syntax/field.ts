import { folded } from "../text/spelling.ts";
import { type Span, span } from "../text/span.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The label of a field at the start of a line, and where the value begins. */
export interface FieldLabel {
  readonly name: string;
  readonly labelSpan: Span;
  readonly valueStart: number;
}

/** `Mødedato Onsdag d. …`, `Mødested: Rådhuset`, or the label alone. */
export function readFieldLabel(
  text: string,
  start: number,
  end: number,
  vocabulary: Vocabulary,
): FieldLabel | null {
  const line = text.slice(start, Math.min(end, start + 160));
  let found: FieldLabel | null = null;
  // A profile's label can be several words; the longest known one counts.
  for (const word of firstWords(line)) {
    const name = vocabulary.fields.get(folded(line.slice(0, word.end)));
    if (name === undefined) continue;
    const separator = /^\s*:?\s*/.exec(line.slice(word.end))?.[0] ?? "";
    found = {
      name,
      labelSpan: span(start, start + word.end),
      valueStart: Math.min(end, start + word.end + separator.length),
    };
  }
  return found;
}

function firstWords(line: string): Span[] {
  const words: Span[] = [];
  for (const match of line.matchAll(/[^\s:]{1,40}(?=[\s:]|$)/g)) {
    words.push(span(match.index, match.index + match[0].length));
    if (words.length === 4) break;
  }
  return words[0]?.start === 0 ? words : [];
}
