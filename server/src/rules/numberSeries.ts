import { runningNumber } from "../archive/numberSeries.ts";
import { danishDate, isoDate, readIsoDate } from "../calendar/date.ts";
import { renumberFrom } from "../edits/renumber.ts";
import { headings } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly number: number;
  readonly expected: number;
  /** `4. februar 2026` */
  readonly before: string;
}

export const numberSeries = documentRule<State>({
  id: "number-series",
  severity: "info",
  archive: "needed",
  reads: headings,
  heeds: noParagraph,
  *detect({ meeting: { body, date }, around, items, chunkOf }) {
    if (!around || body === null || date === null) return;
    const index = items.findIndex(({ heading }) => heading.number !== null);
    const heading = items[index]?.heading;
    if (heading?.number == null || !heading.numberSpan) return;
    const running = runningNumber(around.archive, body, isoDate(date));
    if (!running || running.expected === heading.number) return;
    const before = readIsoDate(running.before);
    yield {
      chunk: chunkOf(index),
      span: heading.numberSpan,
      state: {
        number: heading.number,
        expected: running.expected,
        before: before ? danishDate(before) : running.before,
      },
    };
  },
  message: {
    da: ({ number, expected, before }) =>
      `Punkterne er nummereret fortløbende fra møde til møde: efter mødet d. ${before} ventes ${expected}, ikke ${number}. Ellers får to sager det samme nummer.`,
    en: ({ number, expected, before }) =>
      `The items are numbered through the meetings: after that of ${before}, ${expected} is expected, not ${number}.`,
  },
  fixes: [
    {
      title: {
        da: ({ expected }) => `Omnummerér punkterne fra ${expected}`,
        en: ({ expected }) => `Renumber the items from ${expected}`,
      },
      edits: ({ chunk, state }, context) =>
        renumberFrom(chunk - context.chunkOf(0), state.expected, context.document),
    },
  ],
});
