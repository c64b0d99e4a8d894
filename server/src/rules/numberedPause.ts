import { kindOf } from "../model/itemKind.ts";
import { renumberFrom } from "../edits/renumber.ts";
import { noParagraph } from "./heeds.ts";
import { itemRule } from "./rule.ts";

interface State {
  readonly number: number;
  readonly title: string;
}

export const numberedPause = itemRule<State>({
  id: "numbered-pause",
  severity: "error",
  heeds: noParagraph,
  *detect({ item }) {
    const { number, labelSpan, titleSpan, span } = item.heading;
    if (number !== null && kindOf(item).kind === "pause")
      yield { span: labelSpan, state: { number, title: item.masked.slice(titleSpan.start, span.end) } };
  },
  message: {
    da: ({ number, title }) =>
      `Pausen har fået nummer ${number}, som hører til en sag. Slet »Punkt ${number}:«, så linjen lyder »${title}«.`,
    en: ({ number, title }) =>
      `The pause has taken the number ${number}, which belongs to a case. Delete “Punkt ${number}:”, so that the line reads “${title}”.`,
  },
  fixes: [
    {
      title: {
        da: ({ number }) => `Slet »Punkt ${number}:« foran pausen`,
        en: ({ number }) => `Delete “Punkt ${number}:” in front of the pause`,
      },
      edits({ chunk, state }, context) {
        const item = context.document.chunks[chunk];
        if (item?.kind !== "item") return null;
        const { span, titleSpan } = item.heading;
        const removed = { chunk, span: { start: span.start, end: titleSpan.start }, newText: "" };
        const after = chunk - context.chunkOf(0) + 1;
        const next = context.items.slice(after).find((each) => each.heading.number !== null);
        // Where the items after it went on from the pause's number, they move up by one.
        if (next?.heading.number !== state.number + 1) return [removed];
        return [removed, ...renumberFrom(after, state.number, context.document)];
      },
    },
  ],
});
