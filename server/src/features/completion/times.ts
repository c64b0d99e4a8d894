import { clockAt, minutesOf } from "../../calendar/clock.ts";
import { type ItemKind, kindOf } from "../../model/itemKind.ts";
import { majorityOf } from "../../model/majority.ts";
import { type ScheduledItem, scheduleOf } from "../../model/schedule.ts";
import { slotStyleForm, type SlotStyle, slotStyleText } from "../../model/slotStyle.ts";
import type { DurationTime, SlotTime } from "../../syntax/itemTime.ts";
import type { Item } from "../../syntax/nodes.ts";
import type { Caret } from "./caret.ts";
import { stop, type Template } from "./entries.ts";

/** How a document writes its times: clock times, or how long an item takes; null where it writes none. */
export type TimeStyle =
  | { readonly type: "slot"; readonly form: SlotStyle }
  | { readonly type: "duration"; readonly unit: string }
  | null;

export function timeStyleOf({ context: { profile }, nearby }: Caret): TimeStyle {
  const { use, style } = profile.slots;
  if (use === "none") return null;
  const times = nearby.flatMap((item) => item.heading.time ?? []);
  const slots = times.filter((time): time is SlotTime => time.type !== "duration" && !time.form.odd);
  const durations = times.filter((time): time is DurationTime => time.type === "duration");
  if (style) return { type: "slot", form: style };
  if (durations.length > slots.length) return { type: "duration", unit: unitOf(durations, nearby) };
  const forms = slots.map(({ form }) => form);
  const model = slotStyleForm(slotStyleText(forms) ?? "") ?? forms.at(-1);
  if (!model) return use === "required" ? { type: "slot", form: usualForm } : null;
  // Where most items have no time, a new one needs none.
  const timeable = nearby.filter((item) => kindOf(item).kind !== "written");
  if (use !== "required" && times.length * 2 < timeable.length) return null;
  const shortHour = majorityOf(forms.flatMap((form) => form.shortHour ?? []));
  const lead = model.parentheses
    ? (majorityOf(forms.filter((form) => form.parentheses).map((form) => form.lead)) ?? model.lead)
    : model.lead;
  return { type: "slot", form: { ...model, lead, shortHour } };
}

const usualForm: SlotStyle = {
  parentheses: true,
  lead: " ",
  word: "",
  wordGap: "",
  separator: ".",
  dash: "-",
  shortHour: null,
};

/** `min`, `min.`, `minutter` */
function unitOf(durations: readonly DurationTime[], near: readonly Item[]): string {
  const units = near.flatMap((item) => {
    const time = item.heading.time;
    if (time?.type !== "duration" || !durations.includes(time)) return [];
    return /min\p{L}*\.?$/iu.exec(item.masked.slice(time.wordsSpan.start, time.wordsSpan.end))?.[0] ?? [];
  });
  return majorityOf(units) ?? units.at(-1) ?? "min";
}

/** Where a new item goes: between which others, and from when on. */
export interface Site {
  readonly previous: readonly Item[];
  readonly next: Item | null;
  /** Minutes since midnight; null where they cannot be told. */
  readonly start: number | null;
  /** When the next item begins. */
  readonly limit: number | null;
  readonly meetingEnd: number | null;
}

/** The site before the item of an index, which is the number of items above it. */
export function siteAt(caret: Caret, index: number, nextIndex: number): Site {
  const { items } = caret.document;
  const previous = items.slice(0, index);
  const next = items[nextIndex] ?? null;
  const { start, end } = caret.meeting;
  return {
    previous,
    next,
    start: endOf(scheduleOf(previous.slice(-12)), start && previous.length <= 12 ? minutesOf(start) : null),
    limit: next ? (scheduleOf([next])[0]?.start ?? null) : null,
    meetingEnd: end ? minutesOf(end) : null,
  };
}

/** When the last item ends; null where one of unknown length has come in between. */
function endOf(schedule: readonly ScheduledItem[], from: number | null): number | null {
  let at = from;
  for (const { kind, start, end, minutes } of schedule) {
    if (end !== null) at = end;
    else if (start !== null) at = null;
    else if (minutes !== null) at = at === null ? null : at + minutes;
    else if (kind !== "written") at = null;
  }
  return at;
}

const usualMinutes: Readonly<Record<ItemKind, number>> = {
  standing: 5,
  pause: 10,
  written: 0,
  orientation: 15,
  discussion: 30,
  decision: 20,
  case: 30,
};

/** How long a new item of a kind may take: as others of its kind do, and no longer than there is time. */
function minutesFor(kind: ItemKind, last: boolean, site: Site, near: readonly Item[]): number {
  const others = scheduleOf(near)
    .flatMap((scheduled) => (scheduled.kind === kind ? (scheduled.minutes ?? []) : []))
    .sort((a, b) => a - b);
  const usual = others[Math.floor(others.length / 2)] ?? usualMinutes[kind];
  if (site.start === null) return usual;
  // What ends the meeting ends with it, where that is near.
  if (last && site.meetingEnd !== null && site.meetingEnd > site.start && site.meetingEnd - site.start <= 30)
    return site.meetingEnd - site.start;
  const { start, limit, meetingEnd } = site;
  const room = [limit, meetingEnd].flatMap((until) => (until !== null && until > start ? until - start : []));
  return Math.min(usual, ...room);
}

/** The time of a new item with what parts it from the title; empty where the document has none, or it cannot be told. */
export function timeFor(
  kind: ItemKind,
  last: boolean,
  site: Site,
  style: TimeStyle,
  near: readonly Item[],
): Template {
  if (style === null || kind === "written") return [];
  const minutes = minutesFor(kind, last, site, near);
  if (style.type === "duration") return [" (", stop(String(minutes)), ` ${style.unit})`];
  if (site.start === null) return [];
  return slotText(site.start, site.start + minutes, style.form);
}

/** All the time up to the next item, for a pause that fills a gap; null where there is none. */
export function gapTime({ start, limit }: Site, style: TimeStyle): Template | null {
  if (style?.type !== "slot" || start === null || limit === null || limit <= start) return null;
  const text = slotText(start, limit, style.form);
  return text.length === 0 ? null : text;
}

function slotText(start: number, end: number, form: SlotStyle): Template {
  const from = clockText(start, form);
  const to = clockText(end, form);
  if (from === null || to === null) return [];
  const open = `${form.lead}${form.parentheses ? "(" : ""}${form.word}${form.wordGap}${from}`;
  return [`${open}${form.dash === "" ? "-" : form.dash}`, stop(to), ...(form.parentheses ? [")"] : [])];
}

function clockText(minutes: number, { shortHour, separator }: SlotStyle): string | null {
  const time = clockAt(minutes);
  if (!time) return null;
  const hour = shortHour === true ? String(time.hour) : String(time.hour).padStart(2, "0");
  return `${hour}${separator === "" ? "." : separator}${String(time.minute).padStart(2, "0")}`;
}
