import type { ClockTime } from "../calendar/clock.ts";
import { majorityOf } from "../model/majority.ts";
import { memo } from "../model/memo.ts";
import type { TimeForm } from "../syntax/itemTime.ts";
import type { Item } from "../syntax/nodes.ts";
import { slotOf } from "./slots.ts";

/** The document's own style, part by part; null where it has none. */
export type TimeStyle = { readonly [Part in Exclude<keyof TimeForm, "odd">]: TimeForm[Part] | null };

/** How a time is to be written, in full. */
export type WholeTimeStyle = { readonly [Part in keyof TimeStyle]: NonNullable<TimeStyle[Part]> };

export function timeStyleOf(forms: readonly TimeForm[]): TimeStyle {
  const sound = forms.filter((form) => !form.odd);
  const parentheses = majorityOf(sound.map((form) => form.parentheses));
  // How the inside is written is learnt from the times of the form that prevails.
  const models = parentheses === null ? sound : sound.filter((form) => form.parentheses === parentheses);
  const part = <Key extends keyof TimeStyle>(
    key: Key,
    of: readonly TimeForm[] = models,
  ): TimeForm[Key] | null => majorityOf(of.map((form) => form[key]));
  return {
    parentheses,
    lead: part("lead"),
    word: part("word"),
    wordGap: part(
      "wordGap",
      models.filter((form) => form.word !== ""),
    ),
    separator: part("separator", sound),
    dash: part(
      "dash",
      sound.filter((form) => form.dash !== ""),
    ),
    shortHour: part(
      "shortHour",
      sound.filter((form) => form.shortHour !== null),
    ),
  };
}

/** The style of a document's times, with what is customary where it has none. */
export const wholeTimeStyleOf: (items: readonly Item[]) => WholeTimeStyle = memo((items: readonly Item[]) => {
  const style = timeStyleOf(items.flatMap((item) => slotOf(item)?.form ?? []));
  const parentheses = style.parentheses ?? true;
  const word = style.word ?? (parentheses ? "" : "kl.");
  return {
    parentheses,
    lead: style.lead ?? (parentheses ? " " : ", "),
    word,
    wordGap: style.wordGap ?? (word === "" ? "" : " "),
    separator: style.separator === ":" ? ":" : ".",
    dash: style.dash ?? "-",
    shortHour: style.shortHour ?? false,
  };
});

/** The time without its lead. */
export function timeInStyle(
  style: Omit<WholeTimeStyle, "lead">,
  start: ClockTime,
  end: ClockTime | null,
): string {
  const { word, wordGap, separator, dash, shortHour, parentheses } = style;
  const clock = ({ hour, minute }: ClockTime): string =>
    `${shortHour ? hour : String(hour).padStart(2, "0")}${separator}${String(minute).padStart(2, "0")}`;
  const inner = `${word}${wordGap}${clock(start)}${end ? `${dash}${clock(end)}` : ""}`;
  return parentheses ? `(${inner})` : inner;
}
