import type { SlotTime } from "../syntax/itemTime.ts";
import type { Item } from "../syntax/nodes.ts";
import { times } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";
import { slotOf } from "../edits/slots.ts";
import { timeInStyle, type TimeStyle, timeStyleOf } from "../model/timeStyle.ts";

interface State {
  readonly written: string;
  readonly right: string;
  /** The time with its lead, as it should stand behind the title. */
  readonly lead: string;
  /** There are other times in the document to be like. */
  readonly others: boolean;
}

export const slotForm = documentRule<State>({
  id: "slot-form",
  severity: "warning",
  ...times,
  heeds: noParagraph,
  *detect({ items, profile, chunkOf }) {
    const forms = items.flatMap((item) => slotOf(item)?.form ?? []);
    if (forms.length === 0) return;
    const style = profile.slots.style ?? timeStyleOf(forms);
    const others = profile.slots.style === null && forms.length > 1;
    for (const [index, item] of items.entries()) {
      const slot = slotOf(item);
      if (!slot) continue;
      const written = item.masked.slice(slot.span.start, slot.span.end);
      const { lead, time } = inStyle(item, slot, style);
      if (time !== written || lead !== slot.form.lead) {
        yield { chunk: chunkOf(index), span: slot.span, state: { written, right: time, lead, others } };
      }
    }
  },
  message: {
    da: ({ written, right, others }) =>
      written === right
        ? `Mellemrummet foran »${written}« er et andet end ${others ? "ved dokumentets øvrige tider" : "det sædvanlige"}.`
        : others
          ? `Tiden »${written}« er skrevet anderledes end dokumentets øvrige. Skriv den som de andre: »${right}«.`
          : `Tiden »${written}« er ikke skrevet, som tider skrives her: skriv »${right}«.`,
    en: ({ written, right, others }) =>
      written === right
        ? `The space before “${written}” is not ${others ? "that of the document's other times" : "the usual one"}.`
        : others
          ? `The time “${written}” is written unlike the document's others. Write it as they are: “${right}”.`
          : `The time “${written}” is not written as times are here: write “${right}”.`,
  },
  fixAll: true,
  fixes: [
    {
      title: { da: ({ right }) => `Skriv »${right}«`, en: ({ right }) => `Write “${right}”` },
      edits({ chunk, span, state }, { document }) {
        const item = document.chunks[chunk];
        if (item?.kind !== "item") return null;
        const start = item.heading.titleSpan.end;
        // Comments between title and time are nobody's but the writer's.
        if (item.text.slice(start, span.end) !== item.masked.slice(start, span.end)) return null;
        return [{ chunk, span: { start, end: span.end }, newText: state.lead + state.right }];
      },
    },
  ],
});

/** The item's time as the style has it; what the style leaves open stays as it is written. */
function inStyle(item: Item, slot: SlotTime, style: TimeStyle): { lead: string; time: string } {
  const { form } = slot;
  const parentheses = style.parentheses ?? form.parentheses;
  const converted = parentheses !== form.parentheses;
  const word = style.word ?? (converted && !parentheses ? "kl." : form.word);
  const wordGap = word === "" ? "" : (style.wordGap ?? (form.word === "" ? " " : form.wordGap));
  const separator = style.separator ?? (form.separator === "" ? "." : form.separator);
  const shortHour = style.shortHour ?? form.shortHour ?? false;
  const dash = style.dash ?? form.dash;
  const lead =
    item.heading.title === ""
      ? form.lead
      : (style.lead ?? (converted ? (parentheses ? " " : ", ") : form.lead));
  const whole = { parentheses, word, wordGap, separator, dash, shortHour };
  return { lead, time: timeInStyle(whole, slot.start, slot.end) };
}
