import { dayNumber, isDate, weekdayNames, weekdayOf } from "../calendar/date.ts";
import { type DateMention, findDates, resolveDate } from "../calendar/dateText.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { memo } from "../model/memo.ts";
import { slice } from "../text/span.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly written: string;
  readonly right: string;
  readonly date: string;
}

/** The full dates with a wrong weekday, chunk by chunk: an edit reads only its own chunk again. */
const wrongWeekdays: (chunk: Chunk) => readonly { mention: DateMention; right: string }[] = memo((chunk) =>
  findDates(chunk.masked).flatMap((mention) => {
    if (!mention.weekday || mention.year === null) return [];
    const date = resolveDate(mention, null);
    if (!date || !isDate(date) || dayNumber(date) < -100_000) return [];
    const right = weekdayOf(date);
    return right === mention.weekday.index ? [] : [{ mention, right: weekdayNames[right] ?? "" }];
  }),
);

export const weekday = documentRule<State>({
  id: "weekday",
  severity: "warning",
  *detect({ document }) {
    for (const [index, chunk] of document.chunks.entries()) {
      // The contents repeat their headings, and a heading's defect is reported once.
      if (chunk.kind === "contents") continue;
      for (const { mention, right } of wrongWeekdays(chunk)) {
        if (!mention.weekday) continue;
        const written = slice(chunk.masked, mention.weekday);
        yield {
          chunk: index,
          span: { start: mention.weekday.start, end: mention.weekday.end },
          state: {
            written,
            right: likeCase(right, written),
            date: chunk.masked.slice(mention.weekday.end, mention.end).trim(),
          },
        };
      }
    }
  },
  message: {
    da: ({ written, right, date }) =>
      `${date} er en ${right.toLowerCase()}, ikke en ${written.toLowerCase()}. En forkert ugedag får nogen til at møde op den forkerte dag: ret ugedagen eller datoen.`,
    en: ({ written, right, date }) =>
      `${date} is a ${right.toLowerCase()}, not a ${written.toLowerCase()}. Correct the weekday or the date.`,
  },
  fixAll: true,
  fixes: [
    {
      title: {
        da: ({ right }) => `Ret ugedagen til »${right}«`,
        en: ({ right }) => `Change the weekday to “${right}”`,
      },
      edits: ({ chunk, span, state }) => [{ chunk, span, newText: state.right }],
    },
  ],
});

/** Onsdag for Torsdag, onsdag for torsdag, ONSDAG for TORSDAG. */
function likeCase(word: string, pattern: string): string {
  if (pattern === pattern.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(pattern) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
