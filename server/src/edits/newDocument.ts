import { type CalendarDate, danishDate, dashedDate, weekdayName } from "../calendar/date.ts";
import { withCapital } from "../text/spelling.ts";

/** What a new document is made from. Empty words are left out, but for the body. */
export interface NewMeeting {
  readonly kind: "referat" | "dagsorden";
  readonly body: string;
  readonly date: CalendarDate;
  /** `13:00-15:00`, as it is to stand behind `kl.` */
  readonly time: string;
  readonly place: string;
  readonly participants: string;
}

/** The text of a document that has just begun: its head, and the two items that every meeting has. */
export function newDocument({ kind, body, date, time, place, participants }: NewMeeting): string {
  const weekday = weekdayName(date);
  const clock = time === "" ? "" : ` kl. ${time}`;
  const paragraphs = [
    `${kind.toUpperCase()} ${oneLine(body)} d. ${dashedDate(date)}`,
    `Mødedato ${withCapital(weekday)} d. ${danishDate(date)}${clock}`,
    place === "" ? "" : `Mødested ${oneLine(place)}`,
    participants === "" ? "" : `Mødedeltagere ${oneLine(participants)}`,
    "Punkt 1: Godkendelse af dagsorden",
    "Punkt 2: Eventuelt",
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== "").join("\n\n")}\n`;
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}
