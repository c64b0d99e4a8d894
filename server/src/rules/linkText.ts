import { linksIn } from "../model/links.ts";
import { paragraphsWith } from "./heeds.ts";
import { chunkRule } from "./rule.ts";

interface State {
  readonly words: string;
}

// The whole of a link's words: with anything that names the thing beside it, they say enough.
const emptyWords =
  /^(?:via |på |i |følg |brug |se |klik på |tryk på )?(?:dette |det her |følgende )?link(?:et)?(?: her)?$|^(?:(?:klik|tryk|se|læs|hent|download|find|gå til)(?: den| det| dem)?(?: mere)? )?her$|^(?:læs|se|find|få)? ?mere(?: information| info)?(?: her| om det| om dette)?$|^(?:klik|tryk|hent|download|læs|se)$|^(?:her kan (?:du|man|i) (?:læse|se|finde) mere)$|^(?:denne|dette) (?:side|hjemmeside)$|^(?:click )?here$|^read more$/iu;

export const linkText = chunkRule<State>({
  id: "link-text",
  severity: "info",
  heeds: paragraphsWith(/\]\(/),
  *detect(chunk) {
    for (const { words } of linksIn(chunk)) {
      if (!words) continue;
      const text = chunk.masked.slice(words.start, words.end);
      const bare = text.replace(/[*_.,:;!»«"”“„>…]+/g, "").replace(/\s+/g, " ");
      if (emptyWords.test(bare.trim())) yield { span: words, state: { words: text.trim() } };
    }
  },
  message: {
    da: ({ words }) =>
      `Linkteksten »${words}« siger ikke, hvad linket fører til. Den, der får teksten læst op eller ser den på papir, må gætte: skriv, hvad man finder, for eksempel »budgetnotatet«.`,
    en: ({ words }) =>
      `The link's text “${words}” does not say where it leads. Somebody who listens, or reads on paper, must guess: name what is found there.`,
  },
});
