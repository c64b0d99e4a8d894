import { kindOf } from "../model/itemKind.ts";
import { hasWords } from "../model/sections.ts";
import type { Item } from "../syntax/nodes.ts";
import { noParagraph } from "./heeds.ts";
import { itemRule } from "./rule.ts";
import { labelOf } from "../edits/label.ts";

interface State {
  readonly label: string;
  /** The document ends in the middle of this heading. */
  readonly brokenOff: boolean;
  /** Before the meeting nothing has happened yet. */
  readonly agenda: boolean;
}

/** Nothing at all under the heading: neither words nor a section. */
export function isEmptyItem(item: Item): boolean {
  return item.sections.length === 0 && !hasWords(item.intro);
}

export const emptyItem = itemRule<State>({
  id: "empty-item",
  severity: "warning",
  heeds: noParagraph,
  *detect({ item, kind }) {
    const { kind: itemKind } = kindOf(item);
    if (itemKind === "pause" || !isEmptyItem(item)) return;
    // An agenda says of Eventuelt or Meddelelser only that they are on it.
    if (itemKind === "standing" && kind === "dagsorden") return;
    const brokenOff = item.last && !/[\r\n]/.test(item.text.slice(item.text.trimEnd().length));
    yield {
      span: item.heading.labelSpan,
      state: { label: labelOf(item.heading), brokenOff, agenda: kind === "dagsorden" },
    };
  },
  message: {
    da: ({ label, brokenOff, agenda }) =>
      brokenOff
        ? `${label} er det sidste, der står i filen, og der er intet under det. Er filen blevet skåret over? Hent resten, eller skriv punktet færdigt.`
        : `${label} er tomt. Skriv, hvad ${agenda ? "der skal ske" : "der skete"}, eller slet punktet.`,
    en: ({ label, brokenOff, agenda }) =>
      brokenOff
        ? `${label} is the last thing in the file, with nothing under it. Was the file cut off? Find the rest, or finish the item.`
        : `${label} is empty. Write what ${agenda ? "is to happen" : "happened"}, or delete the item.`,
  },
});
