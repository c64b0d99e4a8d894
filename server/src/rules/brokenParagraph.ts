import { pageBreaksIn } from "../model/pageBreaks.ts";
import { itemRule } from "./rule.ts";

interface State {
  readonly what: "paragraph" | "row";
  readonly before: string;
  readonly word: string;
}

export const brokenParagraph = itemRule<State>({
  id: "broken-paragraph",
  severity: "info",
  // What begins with a capital, and ends as a sentence does, is cut on neither side.
  heeds: ({ block }) => !/^\s*[\p{Upper}\p{N}]/u.test(block) || !/[.!?:…]["”»«’')\]*_]*\s*$/.test(block),
  *detect({ item }) {
    for (const { what, before, firstWord } of pageBreaksIn(item)) {
      const word = item.masked.slice(firstWord.start, firstWord.end);
      yield { span: firstWord, state: { what, before, word } };
    }
  },
  message: {
    da: ({ what, before, word }) =>
      what === "paragraph"
        ? `Sætningen er delt midt i: foran den tomme linje står »${before}«, og her fortsætter den med »${word}«. Det sker ved et sideskift i originalen: slet den tomme linje, så sætningen igen er hel.`
        : `Rækken i tabellen er delt i to: her fortsætter det, der står før den tomme linje. Det sker ved et sideskift i originalen: skriv delene sammen igen, så hver række er hel.`,
    en: ({ what, before, word }) =>
      what === "paragraph"
        ? `The sentence is cut in two: “${before}” stands before the blank line, and “${word}” goes on with it. A page break does that: delete the blank line.`
        : `The row is cut in two: this goes on with what stands before the blank line. A page break does that: join the parts.`,
  },
});
