import { type CalendarDate, dayNumber, weekdayOf, dashedDate } from "../../calendar/date.ts";
import { holidayOn } from "../../calendar/holidays.ts";
import { type ClockTime, formatClock } from "../../calendar/clock.ts";
import { resolveDate } from "../../calendar/dateText.ts";
import { majorityOf } from "../../model/majority.ts";
import { headOf } from "../../model/meeting.ts";
import { scheduleOf } from "../../model/schedule.ts";
import type { Preamble } from "../../syntax/nodes.ts";
import { fieldNames } from "../../syntax/vocabulary.ts";
import { withCapital } from "../../text/spelling.ts";
import type { Caret } from "./caret.ts";
import { daysLater, weekdayDate } from "./dates.ts";
import { type Completion, type EntryWords, type Offer, stop, type Template } from "./entries.ts";

/** The title line of a document that has none. */
export function titleLines(caret: Caret): Completion[] {
  const { chunk, document, context, before, after } = caret;
  if (chunk.kind !== "head" || headOf(document)?.titleLine || after.trim() !== "") return [];
  if (chunk.masked.slice(0, caret.lineStart).trim() !== "") return [];
  const usual = context.fileKind === "dagsorden" ? ["DAGSORDEN", "REFERAT"] : ["REFERAT", "DAGSORDEN"];
  const date = dashedDate(context.today);
  const body = context.profile.name ?? "";
  const offers = usual.map((word): Offer => ({
    kind: "field",
    label: word,
    detail: `… d. ${date}`,
    text: [`${word} `, stop(body), " d. ", stop(date)],
    words: {
      da: "Titellinjen: hvad dokumentet er, hvilket organ der mødes, og hvornår.",
      en: "The title line: what the document is, which body meets, and when.",
    },
  }));
  return caret.completed(offers, before.trimStart().replace(/^\uFEFF/, ""));
}

/** The fields that the head lacks, with what is known of their values. */
export function lackingFields(caret: Caret): Completion[] {
  const { chunk, document, context } = caret;
  const head = headOf(document);
  if (chunk.kind !== "head" || !head?.titleLine || caret.after.trim() !== "") return [];
  const block = head.blocks.find(
    ({ line, lineCount }) => caret.line >= line && caret.line < line + lineCount,
  );
  if (block?.kind === "titleLine" || caret.line < document.positionAt(head.titleLine.span.start).line)
    return [];
  // A line of a field's value is more of that value.
  if (block?.kind === "field" && block.line < caret.line) return [];
  const own = block?.kind === "field" ? block.field : null;
  const there = document.preambles.flatMap(({ fields }) => fields.filter((field) => field !== own));
  const { vocabulary } = document;
  const required = context.profile.requiredFields ?? ["mødedato", "mødested", "mødedeltagere"];
  const names = [...new Set([...fieldNames, ...vocabulary.fields.values()])].filter(
    (name) => !there.some((field) => field.name === name),
  );
  const rank = (name: string): number => (required.includes(name) ? 0 : 1);
  const sorted = [...names].sort((a, b) => rank(a) - rank(b));
  const colon =
    majorityOf(
      head.fields
        .filter((field) => field !== own)
        .map((field) => /^\s*:/.test(head.masked.slice(field.labelSpan.end, field.labelSpan.end + 10))),
    ) ?? false;
  const offers = sorted.flatMap((name) =>
    fieldOffers(name, `${withCapital(name)}${colon ? ":" : ""} `, caret),
  );
  const contents = contentsOffer(caret);
  return caret.completed(contents ? [...offers, contents] : offers, caret.before.trimStart());
}

function fieldOffers(name: string, label: string, caret: Caret): Offer[] {
  const { people } = caret.context.profile;
  const field = (value: Template, detail = "", words = meanings[name] ?? ownField): Offer => ({
    kind: "field",
    label: `${label.trim()}${detail === "" ? "" : ` ${detail}`}`,
    text: [label, ...value],
    words,
  });
  if (name === "mødedato") {
    return meetingTimes(caret)
      .slice(0, 3)
      .map((time) => field([time], time));
  }
  if (name === "mødedeltagere" && people.length > 0) {
    const all = people.map((person) =>
      person.affiliation === null ? person.name : `${person.name}, ${person.affiliation}`,
    );
    return [field([all.join(", ")], all.join(", "))];
  }
  return [field([stop()])];
}

/** `Mødedato` in itself: the days on which the meeting can be. */
export function meetingDates(caret: Caret): Completion[] {
  const { chunk, before } = caret;
  if (chunk.kind === "item" || caret.after.trim() !== "") return [];
  const block = chunk.blocks.find(
    ({ line, lineCount }) => caret.line >= line && caret.line < line + lineCount,
  );
  if (block?.kind !== "field" || block.field.name !== "mødedato" || block.line !== caret.line) return [];
  const label = /^\s*:?\s+/.exec(before.slice(block.field.labelSpan.end - caret.lineStart))?.[0];
  if (label === undefined) return [];
  const typed = before.slice(block.field.labelSpan.end - caret.lineStart + label.length);
  const offers = meetingTimes(caret).map((time): Offer => ({
    kind: "date",
    label: time,
    text: [time],
    words: meanings["mødedato"] ?? ownField,
  }));
  return caret.completed(offers, typed);
}

/** The body and the day in a title line that is being written. */
export function titleParts(caret: Caret): Completion[] {
  const { chunk, before, after, context, document } = caret;
  if (chunk.kind !== "head" || after.trim() !== "" || chunk.masked.slice(0, caret.lineStart).trim() !== "")
    return [];
  const kind = /^\s*(?:REFERAT|DAGSORDEN)\s/.exec(before.replace(/^\uFEFF/, " "))?.[0];
  if (kind === undefined) return [];
  const today = dashedDate(context.today);
  const day = /\sd\.[ \u00a0]+([\d-]*)$/.exec(before)?.[1];
  if (day === undefined) {
    const { name } = context.profile;
    if (name === null || name === "") return [];
    const offer: Offer = {
      kind: "field",
      label: name,
      text: [name, " d. ", stop(today)],
      words: { da: "Organet, som det hedder i referat.json.", en: "The body, as referat.json names it." },
    };
    return caret.completed([offer], before.slice(kind.length));
  }
  const days = meetingDays(caret).map(dashedDate);
  // Without anything to go by the meeting is today.
  const written = document.preambles.some(({ fields }) => fields.some(({ name }) => name === "mødedato"));
  const offers = [...new Set(written ? [...days, today] : [today, ...days])].map((date): Offer => ({
    kind: "date",
    label: date,
    text: [date],
    words: { da: "Mødets dag.", en: "The day of the meeting." },
  }));
  return caret.completed(offers, day);
}

/** The day of the title line, and those on which the next meetings can be: the same weekday in the weeks to come. */
function meetingTimes(caret: Caret): string[] {
  const { meeting, document } = caret;
  const clock = clockOf(meeting.start, meeting.end, document.items);
  return meetingDays(caret).map((day) => weekdayDate(day) + clock);
}

function meetingDays({ document, context: { today }, meeting }: Caret): CalendarDate[] {
  const written = headOf(document)?.titleLine?.date;
  const title = written ? resolveDate(written, null) : null;
  const known = title ?? meeting.date;
  const days: CalendarDate[] = known ? [known] : [];
  const ahead = known ? (weekdayOf(known) - weekdayOf(today) + 7) % 7 : 0;
  for (let week = 0; days.length < 5 && week < 9; week++) {
    const day = known ? daysLater(today, ahead + 7 * week) : daysLater(today, week + 1);
    const weekend = !known && weekdayOf(day) > 4;
    // No body meets on a public holiday.
    if (!weekend && !holidayOn(day) && !days.some((other) => dayNumber(other) === dayNumber(day)))
      days.push(day);
  }
  return days;
}

function clockOf(start: ClockTime | null, end: ClockTime | null, items: Caret["document"]["items"]): string {
  if (start) return ` kl. ${formatClock(start)}${end ? `-${formatClock(end)}` : ""}`;
  const schedule = scheduleOf(items.slice(0, 64));
  const first = schedule.find((item) => item.start !== null)?.start;
  if (first == null) return "";
  const last = items.length <= 64 ? schedule.findLast((item) => item.end !== null)?.end : null;
  const text = (minutes: number): string =>
    formatClock({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  return ` kl. ${text(first)}${last == null ? "" : `-${text(last)}`}`;
}

function contentsOffer({ document, lineBreak, chunkIndex }: Caret): Offer | null {
  const there = document.preambles.some((preamble: Preamble) => preamble.contentsHeading);
  if (there || document.items.length === 0 || chunkIndex !== document.firstItemIndex - 1) return null;
  return {
    kind: "contents",
    label: "Indholdsfortegnelse",
    text: [`Indholdsfortegnelse${lineBreak}${lineBreak}`],
    words: {
      da: "Punkterne i rækkefølge, så læseren ser dagsordenen med ét blik.",
      en: "The items in their order, so that the reader sees the agenda at a glance.",
    },
  };
}

const ownField: EntryWords = { da: "Et felt i hovedet.", en: "A field of the head." };

const meanings: Readonly<Record<string, EntryWords>> = {
  mødedato: {
    da: "Hvornår mødet holdes: ugedag, dato og klokkeslæt.",
    en: "When the meeting is: weekday, date and time.",
  },
  mødested: { da: "Hvor mødet holdes.", en: "Where the meeting is." },
  mødedeltagere: {
    da: "Hvem der deltager: navn, og hvor personen hører til.",
    en: "Who takes part: the name, and where the person belongs.",
  },
  afbud: { da: "Hvem der har meldt afbud.", en: "Who has sent apologies." },
  fraværende: { da: "Hvem der ikke var til stede.", en: "Who was absent." },
  mødeleder: { da: "Hvem der leder mødet.", en: "Who chairs the meeting." },
  ordstyrer: { da: "Hvem der styrer ordet.", en: "Who moderates the meeting." },
  referent: { da: "Hvem der skriver referatet.", en: "Who writes the minutes." },
  sekretær: { da: "Organets sekretær.", en: "The body's secretary." },
};
