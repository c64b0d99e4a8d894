import { anySign, isQuotation, type SignFamily, signsOf } from "../model/signs.ts";
import { paragraphsWith } from "./heeds.ts";
import { chunkRule } from "./rule.ts";

interface State {
  readonly sign: string;
  readonly family: SignFamily;
  readonly opens: boolean;
  readonly heading: boolean;
}

export const unbalanced = chunkRule<State>({
  id: "unbalanced",
  severity: ({ heading }) => (heading ? "warning" : "info"),
  yieldsTo: ["slot-form"],
  heeds: paragraphsWith(anySign),
  *detect(chunk) {
    for (const { at, sign, family, opens, heading } of signsOf(chunk).lone) {
      yield { span: { start: at, end: at + 1 }, state: { sign, family, opens, heading } };
    }
  },
  message: {
    da({ sign, family, opens }) {
      const other = counterparts[sign] ?? sign;
      if (isQuotation(family)) {
        return opens
          ? `Citationstegnet ${sign} bliver ikke lukket, så læseren kan ikke se, hvor citatet eller navnet slutter. Sæt tegnet, hvor det slutter, eller slet dette.`
          : `Citationstegnet ${sign} lukker noget, der ikke er åbnet. Sæt tegnet, hvor citatet eller navnet begynder, eller slet dette.`;
      }
      return opens
        ? `Parentesen ${sign} bliver ikke lukket, så læseren kan ikke se, hvor indskuddet slutter. Sæt ${other}, hvor det slutter, eller slet ${sign}.`
        : `Parentesen ${sign} lukker noget, der ikke er åbnet. Sæt ${other}, hvor indskuddet begynder, eller slet ${sign}.`;
    },
    en({ sign, family, opens }) {
      const what = isQuotation(family) ? "quotation mark" : "bracket";
      return opens
        ? `The ${what} ${sign} is not closed, so the reader cannot see where it ends. Close it, or delete it.`
        : `The ${what} ${sign} closes what nothing has opened. Open it, or delete this one.`;
    },
  },
});

const counterparts: Readonly<Record<string, string>> = {
  "(": ")",
  ")": "(",
  "[": "]",
  "]": "[",
  "{": "}",
  "}": "{",
};
