import { isWithheld } from "../model/progress.ts";
import { labelOf } from "../edits/label.ts";
import { noParagraph } from "./heeds.ts";
import { itemRule } from "./rule.ts";

interface State {
  readonly label: string;
}

export const itemTitle = itemRule<State>({
  id: "item-title",
  severity: "warning",
  // An item with nothing at all is one finding.
  yieldsTo: ["empty-item"],
  heeds: noParagraph,
  *detect({ item }) {
    const { heading } = item;
    if (heading.number === null || /[\p{Alpha}\p{N}]/u.test(heading.title) || isWithheld(item)) return;
    yield { span: heading.labelSpan, state: { label: labelOf(heading) } };
  },
  message: {
    da: ({ label }) =>
      `${label} har ingen titel. Hverken på dagsordenen, i indholdsfortegnelsen eller i søgningen kan man se, hvad sagen er: skriv den efter kolon.`,
    en: ({ label }) =>
      `${label} has no title. Neither on the agenda, in the contents nor in a search can anybody see what the case is: write it behind the colon.`,
  },
});
