import { type QuickPickItem, window } from "vscode";
import { dateIn, isoDate } from "../writing/dates.ts";
import type { Changes, FilterField } from "./filter.ts";
import {
  type ActionQuery,
  type ActionState,
  type DecisionQuery,
  type Outcome,
  outcomes,
} from "./protocol.ts";
import { dashed, outcomeIcon, outcomeWords } from "./words.ts";

/** What both registers can be narrowed by. */
interface Common {
  readonly text?: string;
  readonly body?: string;
  readonly from?: string;
  readonly to?: string;
  readonly journalNumber?: string;
}

type Choice<Value> = QuickPickItem & { readonly value: Value };

function textField<Query extends Common>(): FilterField<Query> {
  return {
    label: "Ord",
    icon: "search",
    none: { text: undefined } as Changes<Query>,
    words: ({ text }) => (text === undefined ? null : `»${text}«`),
    async ask({ text }) {
      const answer = await window.showInputBox({
        title: "Ord",
        prompt: "Hvilke ord skal der stå? Rækkefølgen er ligegyldig.",
        value: text ?? "",
      });
      return answer === undefined ? undefined : ({ text: answer.trim() || undefined } as Changes<Query>);
    },
  };
}

function bodyField<Query extends Common>(): FilterField<Query> {
  return {
    label: "Organ",
    icon: "organization",
    none: { body: undefined } as Changes<Query>,
    words: ({ body }) => (body === undefined ? null : `organet ${body}`),
    ask: async ({ body }, { bodies }) =>
      oneOf(
        "Organ",
        "Hvilket organ?",
        body,
        bodies,
        "Alle organer",
        (value) => ({ body: value }) as Changes<Query>,
      ),
  };
}

function periodField<Query extends Common>(): FilterField<Query> {
  const period = (from: string | undefined, to: string | undefined): Changes<Query> =>
    ({ from, to }) as Changes<Query>;
  return {
    label: "Periode",
    icon: "calendar",
    none: period(undefined, undefined),
    words: ({ from, to }) => periodWords(from, to),
    async ask({ from, to }, { years }) {
      const choices: Choice<string>[] = [
        { label: "Fra dag til dag …", value: "days" },
        ...years.map((year) => ({ label: year, value: year })),
        { label: "Alle år", value: "all" },
      ];
      const chosen = await window.showQuickPick(choices, {
        title: "Periode",
        placeHolder: "Hvornår er mødet?",
      });
      if (!chosen) return undefined;
      if (chosen.value === "all") return period(undefined, undefined);
      if (chosen.value !== "days") return period(`${chosen.value}-01-01`, `${chosen.value}-12-31`);
      const answer = await window.showInputBox({
        title: "Periode",
        prompt: "Fra og til, begge dage med (dd-mm-åååå til dd-mm-åååå); den ene kan udelades",
        value: [from, to].map((day) => (day === undefined ? "" : dashed(day))).join(" til "),
        validateInput: (text) => (periodIn(text) ? null : "Skriv perioden som 01-01-2025 til 31-12-2025"),
      });
      const days = answer === undefined ? null : periodIn(answer);
      return days ? period(...days) : undefined;
    },
  };
}

function journalNumberField<Query extends Common>(): FilterField<Query> {
  return {
    label: "Journalnummer",
    icon: "tag",
    none: { journalNumber: undefined } as Changes<Query>,
    words: ({ journalNumber }) => (journalNumber === undefined ? null : `journalnummeret ${journalNumber}`),
    async ask({ journalNumber }) {
      const answer = await window.showInputBox({
        title: "Journalnummer",
        prompt: "Hvilket journalnummer?",
        value: journalNumber ?? "",
        placeHolder: "23/1493",
      });
      return answer === undefined
        ? undefined
        : ({ journalNumber: answer.trim() || undefined } as Changes<Query>);
    },
  };
}

const outcomeField: FilterField<DecisionQuery> = {
  label: "Udfald",
  icon: "law",
  none: { outcomes: undefined },
  words: ({ outcomes: chosen }) =>
    chosen === undefined ? null : chosen.map((each) => outcomeWords(each).toLowerCase()).join(" eller "),
  async ask({ outcomes: before }) {
    const choices = outcomes.map((value): Choice<Outcome> => ({
      label: outcomeWords(value),
      iconPath: outcomeIcon(value),
      picked: before?.includes(value) ?? false,
      value,
    }));
    const chosen = await window.showQuickPick(choices, {
      canPickMany: true,
      title: "Udfald",
      placeHolder: "Hvad blev det til? Ét af de valgte udfald er nok.",
    });
    if (!chosen) return undefined;
    return { outcomes: chosen.length === 0 ? undefined : chosen.map(({ value }) => value) };
  },
};

const accessField: FilterField<DecisionQuery> = {
  label: "Åbne eller lukkede punkter",
  icon: "lock",
  none: { access: undefined },
  words: ({ access }) =>
    access === undefined ? null : access === "open" ? "åbne punkter" : "lukkede punkter",
  async ask() {
    const chosen = await window.showQuickPick<Choice<DecisionQuery["access"]>>(
      [
        { label: "Åbne punkter", value: "open" },
        { label: "Lukkede punkter", value: "closed" },
        { label: "Begge dele", value: undefined },
      ],
      { title: "Åbne eller lukkede punkter", placeHolder: "Hvilke punkter?" },
    );
    return chosen && { access: chosen.value };
  },
};

const personField: FilterField<DecisionQuery> = {
  label: "Person",
  icon: "person",
  none: { person: undefined },
  words: ({ person }) => (person === undefined ? null : `personen ${person}`),
  ask: async ({ person }, { people }) =>
    oneOf("Person", "Hvem er nævnt i beslutningen eller følger den op?", person, people, "Alle", (value) => ({
      person: value,
    })),
};

const ownerField: FilterField<ActionQuery> = {
  label: "Ansvarlig",
  icon: "person",
  none: { owner: undefined },
  words: ({ owner }) => (owner === undefined ? null : `ansvarlig ${owner}`),
  ask: async ({ owner }, { people }) =>
    oneOf("Ansvarlig", "Hvem er ansvarlig?", owner, people, "Alle", (value) => ({ owner: value })),
};

const states: Readonly<Record<ActionState, string>> = {
  overdue: "overskredne",
  open: "åbne inden for fristen",
  done: "udførte",
};

const stateField: FilterField<ActionQuery> = {
  label: "Tilstand",
  icon: "tasklist",
  none: { state: undefined },
  words: ({ state }) => (state === undefined ? null : states[state]),
  async ask() {
    const chosen = await window.showQuickPick<Choice<ActionQuery["state"]>>(
      [
        { label: "Overskredne", value: "overdue" },
        { label: "Åbne inden for fristen", value: "open" },
        { label: "Udførte", value: "done" },
        { label: "Alle", value: undefined },
      ],
      { title: "Tilstand", placeHolder: "Hvilke opfølgninger?" },
    );
    return chosen && { state: chosen.value };
  },
};

export const decisionFields: readonly FilterField<DecisionQuery>[] = [
  textField(),
  bodyField(),
  periodField(),
  outcomeField,
  personField,
  journalNumberField(),
  accessField,
];

export const actionFields: readonly FilterField<ActionQuery>[] = [
  textField(),
  bodyField(),
  ownerField,
  periodField(),
  stateField,
  journalNumberField(),
];

/** Lets her choose one of a list, or nothing of it. */
async function oneOf<Query>(
  title: string,
  placeHolder: string,
  before: string | undefined,
  list: readonly string[],
  all: string,
  changes: (value: string | undefined) => Changes<Query>,
): Promise<Changes<Query> | undefined> {
  const choices: Choice<string | undefined>[] = [
    { label: all, value: undefined },
    ...list.map((value) => ({ label: value, description: value === before ? "valgt" : "", value })),
  ];
  const chosen = await window.showQuickPick(choices, { title, placeHolder });
  return chosen && changes(chosen.value);
}

function periodWords(from: string | undefined, to: string | undefined): string | null {
  if (from === undefined && to === undefined) return null;
  const year = from?.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return `${year}`;
  return [from === undefined ? "" : `fra ${dashed(from)}`, to === undefined ? "" : `til ${dashed(to)}`]
    .filter(Boolean)
    .join(" ");
}

/** `01-01-2025 til 31-12-2025`, where one of the two can be missing; null where it is no period. */
function periodIn(text: string): [string | undefined, string | undefined] | null {
  const parts = text.split(/\btil\b/u).map((part) => part.replace(/\bfra\b/u, "").trim());
  if (parts.length > 2 || parts.every((part) => part === "")) return null;
  const days: (string | undefined)[] = [];
  for (const part of parts) {
    const day = part === "" ? undefined : dateIn(part);
    if (day === null) return null;
    days.push(day && isoDate(day));
  }
  const [from, to] = days;
  return from !== undefined && to !== undefined && from > to ? null : [from, to];
}
