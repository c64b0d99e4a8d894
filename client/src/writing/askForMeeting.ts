import { type InputBoxOptions, window } from "vscode";
import type { Meeting } from "../meeting/overview.ts";
import { dateIn, isoDate, nextMeeting } from "./dates.ts";

/** What a new document is made from; the server writes it. */
export interface Answers {
  readonly body: string;
  /** `2026-03-04` */
  readonly date: string;
  /** `13:00-15:00`, or nothing. */
  readonly time: string;
  readonly place: string;
  readonly participants: string;
}

/** Asks step by step for a new meeting, with the last one's answers filled in; null where she leaves it. */
export async function askForMeeting(
  kind: "referat" | "dagsorden",
  last: Meeting | null,
): Promise<Answers | null> {
  const title = kind === "referat" ? "Nyt referat" : "Ny dagsorden";
  const ask = (step: number, prompt: string, options: InputBoxOptions): Thenable<string | undefined> =>
    window.showInputBox({ title: `${title} (${step}/5)`, prompt, ignoreFocusOut: true, ...options });

  const body = await ask(1, "Hvilket organ holder mødet?", {
    value: last?.body ?? "",
    placeHolder: "Kultur- og Fritidsudvalget",
    validateInput: (text) => (text.trim() === "" ? "Skriv organets navn" : null),
  });
  if (body === undefined) return null;
  const day = await ask(2, "Hvilken dag? (dd-mm-åååå)", {
    value: nextMeeting(last?.date ?? null),
    validateInput: (text) => (dateIn(text) ? null : "Skriv datoen som dd-mm-åååå"),
  });
  const date = day === undefined ? null : dateIn(day);
  if (!date) return null;
  const time = await ask(3, "Hvad tid? (tt:mm eller tt:mm-tt:mm)", {
    value: [last?.start, last?.end].filter((clock) => clock != null).join("-"),
    placeHolder: "13:00-15:00",
    validateInput: (text) =>
      /^\s*(?:\d{1,2}[.:]\d{2}(?:\s*[-–]\s*\d{1,2}[.:]\d{2})?)?\s*$/.test(text)
        ? null
        : "Skriv tiden som 13:00 eller 13:00-15:00",
  });
  if (time === undefined) return null;
  const place = await ask(4, "Hvor?", { value: last?.place ?? "", placeHolder: "Mødelokale 2, Rådhuset" });
  if (place === undefined) return null;
  const participants = await ask(5, "Hvem deltager? (navn, parti eller organisation, navn, …)", {
    value: (last?.participants ?? [])
      .map(({ name, affiliation }) => (affiliation === null ? name : `${name}, ${affiliation}`))
      .join(", "),
  });
  if (participants === undefined) return null;
  return {
    body: body.trim(),
    date: isoDate(date),
    time: time.trim(),
    place: place.trim(),
    participants: participants.trim(),
  };
}
