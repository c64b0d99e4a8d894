import { isDate, weekdayNames, weekdayOf } from "../calendar/date.ts";
import { findDates, resolveDate } from "../calendar/dateText.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { shifted, slice, type Span } from "../text/span.ts";
import { withCapital } from "../text/spelling.ts";
import { paragraphsWith } from "./heeds.ts";
import { chunkRule } from "./rule.ts";

interface State {
  readonly written: string;
  readonly right: string;
  readonly date: string;
}

interface WrongWeekday {
  /** The weekday, and what follows it up to the end of the date. */
  readonly written: Span;
  readonly end: number;
  readonly right: string;
}

const weekdayWord = new RegExp(weekdayNames.join("|"), "gi");
/** No date with its weekday is longer. */
const reach = 60;

/** Dates are looked for where a weekday stands, not in the whole text. */
function wrongWeekdays({ masked }: Chunk): WrongWeekday[] {
  return [...masked.matchAll(weekdayWord)].flatMap(({ index }) => {
    // What stands before the word tells whether it is one.
    const from = Math.max(0, index - 2);
    const mention = findDates(masked.slice(from, index + reach))[0];
    if (mention?.weekday?.start !== index - from || mention.year === null) return [];
    const date = resolveDate(mention, null);
    if (!date || !isDate(date)) return [];
    const right = weekdayOf(date);
    if (right === mention.weekday.index) return [];
    return [
      { written: shifted(mention.weekday, from), end: mention.end + from, right: weekdayNames[right] ?? "" },
    ];
  });
}

export const weekday = chunkRule<State>({
  id: "weekday",
  severity: "warning",
  heeds: paragraphsWith(new RegExp(weekdayWord, "i")),
  *detect(chunk) {
    for (const { written, end, right } of wrongWeekdays(chunk)) {
      const words = slice(chunk.masked, written);
      const date = chunk.masked.slice(written.end, end).trim();
      yield { span: written, state: { written: words, right: likeCase(right, words), date } };
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
  return /^\p{Upper}/u.test(pattern) ? withCapital(word) : word;
}
