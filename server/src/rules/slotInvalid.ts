import { isClockTime, minutesOf } from "../calendar/clock.ts";
import { noParagraph } from "./heeds.ts";
import { itemRule } from "./rule.ts";

interface State {
  readonly written: string;
  readonly problem: "impossible" | "order" | "nothing";
}

export const slotInvalid = itemRule<State>({
  id: "slot-invalid",
  severity: "error",
  heeds: noParagraph,
  *detect({ item }) {
    const time = item.heading.time;
    if (!time) return;
    const written = (span: { start: number; end: number }): string => item.masked.slice(span.start, span.end);
    if (time.type === "duration") {
      if (time.minutes <= 0) {
        yield { span: time.wordsSpan, state: { written: written(time.wordsSpan), problem: "nothing" } };
      }
      return;
    }
    const startIsTime = isClockTime(time.start);
    if (!startIsTime) {
      yield { span: time.startSpan, state: { written: written(time.startSpan), problem: "impossible" } };
    }
    if (!time.end || !time.endSpan) return;
    if (!isClockTime(time.end)) {
      // 25.00-25.30 is one slip.
      if (startIsTime)
        yield { span: time.endSpan, state: { written: written(time.endSpan), problem: "impossible" } };
    } else if (startIsTime && minutesOf(time.end) <= minutesOf(time.start)) {
      yield { span: time.endSpan, state: { written: written(time.endSpan), problem: "order" } };
    }
  },
  message: {
    da: ({ written, problem }) =>
      ({
        impossible: `Klokkeslættet ${written} findes ikke. Ret det, så deltagerne ved, hvornår punktet begynder og slutter.`,
        order: `Punktet slutter kl. ${written}, men da er det ikke begyndt endnu. Ret start eller slut.`,
        nothing: `Varigheden »${written}« er ingenting. Skriv, hvor længe punktet varer, eller slet parentesen.`,
      })[problem],
    en: ({ written, problem }) =>
      ({
        impossible: `There is no such time as ${written}. Correct it.`,
        order: `The item ends at ${written}, but by then it has not begun. Correct the start or the end.`,
        nothing: `The duration “${written}” is nothing. Write how long the item takes, or delete the parentheses.`,
      })[problem],
  },
});
