import { linksIn } from "../model/links.ts";
import { paragraphsWith } from "./heeds.ts";
import { chunkRule } from "./rule.ts";

interface State {
  readonly words: string;
}

export const deadLink = chunkRule<State>({
  id: "dead-link",
  severity: "warning",
  heeds: paragraphsWith(/\]\(/),
  *detect(chunk) {
    for (const { span, words, address } of linksIn(chunk)) {
      if (words && /^(?:#|https?:\/{0,2}|mailto:)?$/i.test(address)) {
        yield { span, state: { words: chunk.masked.slice(words.start, words.end).trim() } };
      }
    }
  },
  message: {
    da: ({ words }) =>
      `Linket ${words === "" ? "" : `»${words}« `}har ingen adresse, så læseren kommer ingen vegne. Indsæt adressen, eller slet linket, så kun teksten bliver stående.`,
    en: ({ words }) =>
      `The link ${words === "" ? "" : `“${words}” `}has no address, so it leads nowhere. Insert the address, or keep the text alone.`,
  },
});
