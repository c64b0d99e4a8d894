import { cprNumbersInText } from "../model/cprNumbers.ts";
import type { Passage } from "./reading.ts";

/** A civil registration number that stands in a file. */
export interface FoundNumber {
  /** Without its last four figures: nobody who is told of it need know them. */
  readonly shown: string;
  /** The page on which it stands first; null where the file has no pages. */
  readonly page: number | null;
}

const address = /(?:https?:\/\/|www\.)[^\s<>"]+/gi;
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** The civil registration numbers of a file, each once. */
export function numbersIn(passages: readonly Passage[]): FoundNumber[] {
  const found = new Map<string, FoundNumber>();
  for (const { page, text } of passages) {
    const words = oneLined(text);
    let prose: string | null = null;
    const spans = cprNumbersInText(
      words,
      () => (prose ??= words.replace(address, (it) => " ".repeat(it.length))),
    );
    for (const { start, end } of spans) {
      const figures = words.slice(start, end).replace(/\D/g, "");
      if (!found.has(figures)) found.set(figures, { shown: `${figures.slice(0, 6)}-xxxx`, page });
    }
  }
  return [...found.values()];
}

/** A number that a line ends in the midst of, at its hyphen, is whole again; what nobody sees does not part it. */
function oneLined(text: string): string {
  return text
    .replace(invisible, "")
    .replace(/[\u2012\u2212]/g, "-")
    .replace(/(?<=\d{6}[-‐‑–])[ \t]{0,4}\r?\n[ \t]{0,4}(?=\d{4})/g, "");
}
