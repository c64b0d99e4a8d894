import type { ActionRow, ActionState } from "../archive/actionRegister.ts";
import type { DecisionRow } from "../archive/decisionRegister.ts";
import { danishDate, readIsoDate } from "../calendar/date.ts";
import { outcomeNames } from "../model/outcomeNames.ts";
import { append } from "../text/many.ts";
import { visible } from "../text/visible.ts";
import type { Registers } from "./registers.ts";
import { painter } from "./terminal.ts";

/** The registers for a reader: decisions by body and meeting, then what is to be done, what is overdue first. */
export function textRegister({ decisions, actions }: Registers): string {
  const lines = [
    ...(decisions ? decisionLines(decisions.map(shown)) : []),
    ...(actions ? actionLines(actions.map(shown)) : []),
  ];
  return `${lines.join("\n").replace(/^\n+/, "")}\n`;
}

/** The row as a terminal can be given it. */
function shown<Row extends object>(row: Row): Row {
  const fields = Object.entries(row).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === "string" ? visible(value) : value,
  ]);
  return Object.fromEntries(fields) as Row;
}

function decisionLines(rows: readonly DecisionRow[]): string[] {
  if (rows.length === 0) return ["Ingen beslutninger."];
  const paint = painter(process.stdout);
  const lines: string[] = [];
  for (const [body, ofBody] of groupedBy(rows, (row) => row.body ?? "Uden organ")) {
    lines.push("", paint("bold", body));
    for (const [, ofMeeting] of groupedBy(ofBody, ({ uri }) => uri)) {
      const [first] = ofMeeting;
      if (!first) continue;
      lines.push("", `  ${paint("bold", dayOf(first.date) ?? "Uden dato")}`);
      for (const row of ofMeeting) {
        const outcomes = row.outcomes.map((outcome) => outcomeNames[outcome].da.toLowerCase()).join(", ");
        const journal = row.journalNumber === null ? "" : ` · ${row.journalNumber}`;
        const heading = `${itemOf(row.number, row.title)}${row.closed && !/lukket/i.test(row.title) ? " (lukket)" : ""}${journal}`;
        lines.push(`    ${heading}${outcomes === "" ? "" : ` [${outcomes}]`}`);
        append(
          lines,
          textLines(row.text).map((line) => `      ${line}`),
        );
        lines.push(`      ${paint("gray", `${row.uri}:${row.line + 1}`)}`);
      }
    }
  }
  lines.push("", rows.length === 1 ? "1 beslutning" : `${rows.length} beslutninger`);
  return lines;
}

const states: Readonly<
  Record<ActionState, { readonly title: string; readonly colour: "red" | "yellow" | "green" }>
> = {
  overdue: { title: "Overskredet", colour: "red" },
  open: { title: "Åben", colour: "yellow" },
  done: { title: "Udført", colour: "green" },
};

function actionLines(rows: readonly ActionRow[]): string[] {
  const paint = painter(process.stdout);
  if (rows.length === 0) return ["", "Ingen opfølgning."];
  const lines = ["", paint("bold", "Opfølgning")];
  for (const [state, ofState] of groupedBy(rows, (row) => row.state)) {
    const { title, colour } = states[state];
    lines.push("", `  ${paint(colour, `${title} (${ofState.length})`)}`);
    for (const row of ofState) {
      const due = dayOf(row.deadline);
      const owner = row.owner === null ? "" : `${row.owner}: `;
      lines.push(`    ${due === null ? "" : `${due} · `}${owner}${textLines(row.text).join(" ")}`);
      const done = row.doneBy && `udført ${dayOf(row.doneBy.date) ?? ""}`.trim();
      const item = row.itemNumber === null ? row.itemTitle : `punkt ${row.itemNumber}: ${row.itemTitle}`;
      const from = [row.body, dayOf(row.date), item, done];
      lines.push(`      ${from.filter((part) => part !== null).join(", ")}`);
      lines.push(`      ${paint("gray", `${row.uri}:${row.line + 1}`)}`);
    }
  }
  return lines;
}

function itemOf(number: number | null, title: string): string {
  return number === null ? title : `Punkt ${number}: ${title}`;
}

function dayOf(date: string | null): string | null {
  const day = date === null ? null : readIsoDate(date);
  return day && danishDate(day);
}

function textLines(text: string): string[] {
  return text.split(/[\r\n]+/).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
}

/** In the order in which the keys come. */
function groupedBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const there = groups.get(key);
    if (there) there.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
