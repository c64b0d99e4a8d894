import type { ActionQuery } from "../archive/actionRegister.ts";
import type { DecisionQuery } from "../archive/decisionRegister.ts";
import { type CalendarDate, isDate, isoDate, readIsoDate } from "../calendar/date.ts";
import { outcomeNames } from "../model/outcomeNames.ts";
import { type Outcome, outcomes } from "../model/outcomePhrases.ts";
import { oneOf, UsageError, readOptions } from "./terminal.ts";

/** What `referat decisions` was asked for. */
export interface RegisterRequest {
  readonly paths: readonly string[];
  readonly format: "text" | "json" | "csv";
  readonly only: "decisions" | "actions" | null;
  readonly decisions: DecisionQuery;
  readonly actions: ActionQuery;
  /** Actions that are done are left out. */
  readonly open: boolean;
  /** `2026-11-28`: what was due before is overdue. */
  readonly today: string;
}

const formats = ["text", "json", "csv"] as const;
const parts = ["decisions", "actions"] as const;
const accesses = ["open", "closed"] as const;

/** What `decisions` reads from its call. */
export const decisionsOptions = {
  format: { type: "string", default: "text" },
  only: { type: "string" },
  text: { type: "string" },
  body: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  outcome: { type: "string", multiple: true },
  person: { type: "string" },
  journal: { type: "string" },
  access: { type: "string" },
  open: { type: "boolean", default: false },
  today: { type: "string" },
} as const;

/** Reads the words of the call; a UsageError says what is wrong with them. `now` is the day on which it is made. */
export function registerRequest(args: readonly string[], now: CalendarDate): RegisterRequest {
  const parsed = readOptions("decisions", args, decisionsOptions);
  const { positionals, values } = parsed;
  if (positionals.length === 0) throw new UsageError("decisions: nævn mindst én fil, mappe eller -");
  const format = oneOf("--format", values.format, formats);
  const only = values.only === undefined ? null : oneOf("--only", values.only, parts);
  const access = values.access === undefined ? undefined : oneOf("--access", values.access, accesses);
  const shared = {
    ...given("text", values.text),
    ...given("body", values.body),
    ...given("from", values.from === undefined ? undefined : dayOf("--from", values.from)),
    ...given("to", values.to === undefined ? undefined : dayOf("--to", values.to)),
    ...given("journalNumber", values.journal),
    ...given("access", access),
  };
  return {
    paths: positionals,
    format,
    only,
    decisions: {
      ...shared,
      ...given("person", values.person),
      ...given("outcomes", values.outcome?.flatMap((each) => each.split(",")).map(outcomeOf)),
    },
    actions: { ...shared, ...given("owner", values.person) },
    open: values.open,
    today: values.today === undefined ? isoDate(now) : dayOf("--today", values.today),
  };
}

/** What was not said is left out. */
function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  const stated: Partial<Record<Name, Value>> = {};
  if (value !== undefined) stated[name] = value;
  return stated;
}

/** `2026-03-04` or `04-03-2026`. */
function dayOf(option: string, value: string): string {
  const danish = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(value);
  const date = danish
    ? { day: Number(danish[1]), month: Number(danish[2]), year: Number(danish[3]) }
    : readIsoDate(value);
  if (!date || !isDate(date)) throw new UsageError(`${option}: »${value}« er ikke en dato som 04-03-2026`);
  return isoDate(date);
}

/** By its name in the JSON, or its Danish one: `approved`, `godkendt`. */
function outcomeOf(value: string): Outcome {
  const wanted = value.trim().toLowerCase();
  const found = outcomes.find((each) => each === wanted || outcomeNames[each].da.toLowerCase() === wanted);
  if (!found) {
    const names = outcomes.map((each) => outcomeNames[each].da.toLowerCase()).join(", ");
    throw new UsageError(`--outcome: »${value}« er ikke en af ${names}`);
  }
  return found;
}
