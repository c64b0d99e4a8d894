import { workspace } from "vscode";
import type { Meeting } from "../meeting/protocol.ts";
import type { MeetingSource } from "../meeting/source.ts";
import { isTime, dateIn, isoDate, nextMeeting, wordsFor } from "./dates.ts";
import { type EarlierMeeting, earlierMeetings } from "./earlierMeetings.ts";
import { askInSteps, type Step } from "./steps.ts";

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

/** Asks step by step for a new meeting, with the answers of the body's last one filled in; null where she leaves. */
export async function askForMeeting(
  kind: "referat" | "dagsorden",
  source: MeetingSource,
): Promise<Answers | null> {
  const earlier = await earlierMeetings();
  const open = source.meeting;
  let last: { readonly body: string; readonly meeting: Meeting | null } | null = null;
  const lastOf = async (body: string): Promise<Meeting | null> => {
    if (last?.body !== body) last = { body, meeting: await lastMeeting(body, earlier, source) };
    return last.meeting;
  };
  const steps: readonly ((meeting: Meeting | null) => Step)[] = [
    () => bodyStep(open?.body ?? null, earlier),
    (meeting) => dateStep(meeting?.date ?? null),
    (meeting) => timeStep(meeting),
    (meeting) => ({
      question: "Hvor?",
      placeholder: "Mødelokale 2, Rådhuset",
      value: meeting?.place ?? "",
    }),
    (meeting) => ({
      question: "Hvem deltager?",
      prompt: "Navn, parti eller organisation, navn, …",
      placeholder: "Karen Holst, A, Jens Lykkegaard, V",
      value: (meeting?.participants ?? [])
        .map(({ name, affiliation }) => (affiliation === null ? name : `${name}, ${affiliation}`))
        .join(", "),
    }),
  ];
  const title = kind === "referat" ? "Nyt referat" : "Ny dagsorden";
  const answers = await askInSteps(title, steps.length, async (index, [body]) => {
    const meeting = body === undefined ? null : await lastOf(body);
    return steps[index]?.(meeting) ?? { question: "", value: "" };
  });
  if (!answers) return null;
  const [body = "", day = "", time = "", place = "", participants = ""] = answers;
  const date = dateIn(day);
  return date && { body, date: isoDate(date), time, place, participants };
}

function bodyStep(open: string | null, earlier: readonly EarlierMeeting[]): Step {
  const items = earlier.map(({ body, date }) => ({
    label: body,
    description: `sidst ${date.split("-").reverse().join("-")}`,
  }));
  const check: Step["check"] = (text) =>
    text === "" ? { message: "Skriv organets navn", wrong: true } : null;
  const question = "Hvilket organ?";
  const value = open ?? "";
  if (items.length === 0) return { question, placeholder: "Kultur- og Fritidsudvalget", value, check };
  return {
    question,
    placeholder: "Vælg et organ, eller skriv et andet",
    value,
    choices: { items, other: "nyt organ" },
    check,
  };
}

/** Asks for the day of the next meeting. `last` is as `2026-03-04`. */
export function dateStep(last: string | null): Step {
  return {
    question: "Hvilken dag?",
    prompt: "dd-mm-åååå",
    placeholder: "04-03-2026",
    value: nextMeeting(last),
    check(text) {
      const date = dateIn(text);
      return date
        ? { message: wordsFor(date), wrong: false }
        : { message: "Skriv datoen som dd-mm-åååå", wrong: true };
    },
  };
}

function timeStep(last: Meeting | null): Step {
  return {
    question: "Hvad tid?",
    prompt: "tt:mm eller tt:mm-tt:mm, eller intet",
    placeholder: "13:00-15:00",
    value: [last?.start, last?.end].filter((clock) => clock != null).join("-"),
    check: (text) =>
      text === "" || isTime(text)
        ? null
        : { message: "Skriv tiden som 13:00 eller 13:00-15:00", wrong: true },
  };
}

/** The meeting that the body held last: the one in the editor, or the latest in the workspace. */
async function lastMeeting(
  body: string,
  earlier: readonly EarlierMeeting[],
  source: MeetingSource,
): Promise<Meeting | null> {
  const { meeting } = source;
  const found = earlier.find((each) => each.body === body);
  if (meeting?.body === body && (!found || (meeting.date ?? "") >= found.date)) return meeting;
  try {
    return found ? await source.of(await workspace.openTextDocument(found.uri)) : null;
  } catch {
    return null;
  }
}
