import type { ActionRow, ActionState } from "../archive/actionRegister.ts";
import type { DecisionRow } from "../archive/decisionRegister.ts";
import { dashedDate, readIsoDate } from "../calendar/date.ts";
import { outcomeNames } from "../model/outcomeNames.ts";
import { visible } from "../text/visible.ts";
import type { Registers } from "./registers.ts";

const columns = [
  "Type",
  "Organ",
  "Mødedato",
  "Punkt",
  "Titel",
  "Journalnummer",
  "Lukket",
  "Tekst",
  "Udfald",
  "Ansvarlig",
  "Frist",
  "Status",
  "Udført",
  "Fil",
  "Linje",
] as const;

/**
 * The registers as one table that opens right in a Danish Excel: semicolons, a byte order mark, CRLF. Decisions and actions share its
 * columns; the first tells which a row is.
 */
export function csvRegister({ decisions, actions }: Registers): string {
  const rows = [columns, ...(decisions ?? []).map(decisionCells), ...(actions ?? []).map(actionCells)];
  return `\uFEFF${rows.map((cells) => `${cells.map(quoted).join(";")}\r\n`).join("")}`;
}

function decisionCells(row: DecisionRow): string[] {
  return [
    "Beslutning",
    ...meetingCells(row, row.number, row.title),
    words(row.text),
    row.outcomes.map((outcome) => outcomeNames[outcome].da).join(", "),
    "",
    "",
    "",
    "",
    words(row.uri),
    String(row.line + 1),
  ];
}

const states: Readonly<Record<ActionState, string>> = {
  open: "Åben",
  overdue: "Overskredet",
  done: "Udført",
};

function actionCells(row: ActionRow): string[] {
  return [
    "Opfølgning",
    ...meetingCells(row, row.itemNumber, row.itemTitle),
    words(row.text),
    "",
    words(row.owner ?? ""),
    dateCell(row.deadline),
    states[row.state],
    dateCell(row.doneBy?.date ?? null),
    words(row.uri),
    String(row.line + 1),
  ];
}

function meetingCells(
  { body, date, closed, journalNumber }: Pick<DecisionRow, "body" | "date" | "closed" | "journalNumber">,
  number: number | null,
  title: string,
): string[] {
  return [
    words(body ?? ""),
    dateCell(date),
    number === null ? "" : String(number),
    words(title),
    words(journalNumber ?? ""),
    closed ? "Ja" : "Nej",
  ];
}

/** `04-03-2026`: a Danish Excel reads it as a date. */
function dateCell(date: string | null): string {
  const day = date === null ? null : readIsoDate(date);
  return day ? dashedDate(day) : "";
}

/** What a spreadsheet would compute: OWASP, "CSV injection". */
const formula = /^[=+\-@\t\r＝＋－＠]/u;
/** `12/2025`, `1-2`: what it would make a date or a number of. */
const misread = /^[\d\s]+[-./:,][\d\s./:,-]*$/;
/** Longer cells spill into the next row. */
const mostSigns = 32_000;

/** Words as they stand: an apostrophe in front keeps a spreadsheet from reading anything else in them. */
function words(text: string): string {
  const lines = visible(text.replace(/\r\n?/g, "\n"));
  const short = lines.length > mostSigns ? `${lines.slice(0, mostSigns)} …` : lines;
  return formula.test(short) || misread.test(short) ? `'${short}` : short;
}

function quoted(cell: string): string {
  return /[";\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
