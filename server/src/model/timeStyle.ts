import type { ClockTime } from "../calendar/clock.ts";
import type { DurationTime, SlotTime, TimeForm } from "../syntax/itemTime.ts";
import type { Item } from "../syntax/nodes.ts";
import { slice } from "../text/span.ts";
import { kindOf } from "./itemKind.ts";
import { majorityOf } from "./majority.ts";
import { memo } from "./memo.ts";
import { defaultProfile, type Profile } from "./profile.ts";

/** How the times of a document are written: by its own majority, and by the profile where that says so. */

/** The document's own style of clock times, part by part; null where it has none. */
export type TimeStyle = { readonly [Part in Exclude<keyof TimeForm, "odd">]: TimeForm[Part] | null };

/** How a clock time is to be written, in full. */
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

/** How a time that is not there yet is written. */
export interface TimeWriting {
  /** What a new item is given: clock times, how long it takes, or nothing, where the items have no times. */
  readonly usual: "slot" | "duration" | null;
  readonly slot: WholeTimeStyle;
  /** What stands behind the figures of a duration: ` min`, ` minutter`. */
  readonly unit: string;
}

type Slots = Profile["slots"];

/** How new times are written among these items. What the profile leaves open is theirs, and then what is customary. */
export function timeWritingOf(items: readonly Item[], slots: Slots = defaultProfile.slots): TimeWriting {
  return writingsAmong(items)(slots);
}

const writingsAmong = memo((items: readonly Item[]) => memo((slots: Slots) => writingAmong(items, slots)));

function writingAmong(items: readonly Item[], { use, style }: Slots): TimeWriting {
  const times = items.flatMap((item) => item.heading.time ?? []);
  const clocked = times.filter((time): time is SlotTime => time.type !== "duration" && !time.form.odd);
  const durations = times.filter((time): time is DurationTime => time.type === "duration");
  const slot = wholeStyle(
    clocked.map(({ form }) => form),
    style,
  );
  const usual = ((): TimeWriting["usual"] => {
    if (use === "none") return null;
    if (use === "required" && style) return "slot";
    if (durations.length > clocked.length) return "duration";
    if (use === "required" || style) return "slot";
    // Where most items have no time, a new one needs none.
    const timeable = items.filter((item) => kindOf(item).kind !== "written");
    return clocked.length > 0 && times.length * 2 >= timeable.length ? "slot" : null;
  })();
  return { usual, slot, unit: unitOf(items) };
}

/** The profile's style; where it has none that of most times, or else of the last of them, and what is customary. */
function wholeStyle(forms: readonly TimeForm[], own: Slots["style"]): WholeTimeStyle {
  const all = timeStyleOf(forms);
  const shortHour = own?.shortHour ?? all.shortHour ?? false;
  if (own) return { ...own, shortHour };
  const parentheses = all.parentheses ?? forms.at(-1)?.parentheses ?? true;
  const models = forms.filter((form) => form.parentheses === parentheses);
  const style = timeStyleOf(models);
  const last = models.at(-1);
  const word = style.word ?? last?.word ?? "";
  return {
    parentheses,
    lead: style.lead ?? last?.lead ?? " ",
    word,
    wordGap: word === "" ? "" : (style.wordGap ?? " "),
    separator: all.separator || last?.separator || ".",
    dash: all.dash ?? (last?.dash || "-"),
    shortHour,
  };
}

/** Of most durations that are told in minutes, or else of the last of them. */
function unitOf(items: readonly Item[]): string {
  const units = items.flatMap((item) => {
    const { time } = item.heading;
    if (time?.type !== "duration") return [];
    return /\s?min\p{Alpha}*\.?/iu.exec(slice(item.masked, time.wordsSpan))?.[0] ?? [];
  });
  return majorityOf(units) ?? units.at(-1) ?? " min";
}

/** The time without its lead. */
export function timeInStyle(
  style: Omit<WholeTimeStyle, "lead">,
  start: ClockTime,
  end: ClockTime | null,
): string {
  const { word, wordGap, dash, parentheses } = style;
  const clocks = `${clockInStyle(style, start)}${end ? `${dash}${clockInStyle(style, end)}` : ""}`;
  return parentheses ? `(${word}${wordGap}${clocks})` : `${word}${wordGap}${clocks}`;
}

export function clockInStyle(
  { separator, shortHour }: Pick<WholeTimeStyle, "separator" | "shortHour">,
  { hour, minute }: ClockTime,
): string {
  return `${shortHour ? hour : String(hour).padStart(2, "0")}${separator}${String(minute).padStart(2, "0")}`;
}

/** A duration with its lead: ` (30 min)`. */
export function writtenDuration(minutes: number, { unit }: TimeWriting): string {
  return ` (${minutes}${unit})`;
}
