import { isDate, weekdayNames, weekdayOf } from "../calendar/date.ts";
import { type DateMention, findDates, resolveDate } from "../calendar/dateText.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { slice } from "../text/span.ts";
import { chunkRule } from "./rule.ts";

interface State {
  readonly written: string;
  readonly right: string;
  readonly date: string;
}

function wrongWeekdays(chunk: Chunk): { mention: DateMention; right: string }[] {
  return findDates(chunk.masked).flatMap((mention) => {
    if (!mention.weekday || mention.year === null) return [];
    const date = resolveDate(mention, null);
    if (!date || !isDate(date)) return [];
    const right = weekdayOf(date);
    return right === mention.weekday.index ? [] : [{ mention, right: weekdayNames[right] ?? "" }];
  });
}

export const weekday = chunkRule<State>({
  id: "weekday",
  severity: "warning",
  *detect(chunk) {
    for (const { mention, right } of wrongWeekdays(chunk)) {
      const { weekday: written } = mention;
      if (!written) continue;
      const words = slice(chunk.masked, written);
      yield {
        span: { start: written.start, end: written.end },
        state: {
          written: words,
          right: likeCase(right, words),
          date: chunk.masked.slice(written.end, mention.end).trim(),
        },
      };
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
