import { kindOf } from "../model/itemKind.ts";
import { hasWords } from "../model/sections.ts";
import type { Item } from "../syntax/nodes.ts";
import { itemRule } from "./rule.ts";
import { labelOf } from "./words.ts";

interface State {
  readonly label: string;
  /** The document ends in the middle of this heading. */
  readonly brokenOff: boolean;
}

/** Nothing at all under the heading: neither words nor a section. */
export function isEmptyItem(item: Item): boolean {
  return item.sections.length === 0 && !hasWords(item.intro);
}

export const emptyItem = itemRule<State>({
  id: "empty-item",
  severity: "warning",
  *detect({ item }) {
    if (kindOf(item).kind === "pause" || !isEmptyItem(item)) return;
    const brokenOff = item.last && !/[\r\n]\s*$/.test(item.text);
    yield { span: item.heading.labelSpan, state: { label: labelOf(item.heading), brokenOff } };
  },
  message: {
    da: ({ label, brokenOff }) =>
      brokenOff
        ? `${label} er det sidste, der står i filen, og der er intet under det. Er filen blevet skåret over? Hent resten, eller skriv punktet færdigt.`
        : `${label} er tomt. Skriv, hvad der skete, eller slet punktet.`,
    en: ({ label, brokenOff }) =>
      brokenOff
        ? `${label} is the last thing in the file, with nothing under it. Was the file cut off? Find the rest, or finish the item.`
        : `${label} is empty. Write what happened, or delete the item.`,
  },
});
