import { MarkdownString, ThemeColor, ThemeIcon } from "vscode";
import { numbered } from "../numbered.ts";
import { inWords } from "./dayWords.ts";
import type { ActionRow, CaseStep, DecisionRow, FollowUp, Outcome } from "./protocol.ts";

/** How decisions and actions are said and shown. */

interface Look {
  readonly words: string;
  readonly icon: string;
  /** A colour that every theme has, those of high contrast too. */
  readonly colour?: string;
}

const looks: Readonly<Record<Outcome, Look>> = {
  approved: { words: "Godkendt", icon: "pass-filled", colour: "charts.green" },
  recommended: { words: "Anbefalet", icon: "arrow-circle-up", colour: "charts.blue" },
  noted: { words: "Taget til efterretning", icon: "eye", colour: "charts.blue" },
  discussed: { words: "Drøftet", icon: "comment-discussion", colour: "charts.blue" },
  agreed: { words: "Aftalt", icon: "pass", colour: "charts.green" },
  postponed: { words: "Udsat", icon: "clock", colour: "charts.yellow" },
  referred: { words: "Sendt videre", icon: "arrow-circle-right", colour: "charts.purple" },
  rejected: { words: "Forkastet", icon: "error", colour: "charts.red" },
  dropped: { words: "Udgået", icon: "circle-slash" },
  nothing: { words: "Intet", icon: "circle-outline" },
};

export function outcomeWords(outcome: Outcome): string {
  return looks[outcome].words;
}

/** `Godkendt, taget til efterretning`; nothing where the decision says none. */
export function outcomesWords(outcomes: readonly Outcome[]): string {
  return outcomes
    .map((outcome, index) => (index === 0 ? looks[outcome].words : uncapitalised(looks[outcome].words)))
    .join(", ");
}

/** The sign of the first outcome. */
export function outcomeIcon(outcome: Outcome | undefined): ThemeIcon {
  if (!outcome) return new ThemeIcon("note");
  const { icon, colour } = looks[outcome];
  return new ThemeIcon(icon, colour === undefined ? undefined : new ThemeColor(colour));
}

/** `04-03-2026` for `2026-03-04`. */
export function dashed(date: string): string {
  return date.split("-").reverse().join("-");
}

/** `1.234` */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3}){1,6}$)/g, ".");
}

/** `1 beslutning`, `1.234 beslutninger` */
export function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** Whole days from one day to another, both as `2026-03-04`. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}

/** `Kulturudvalget, 4. marts 2026` */
export function meetingWords(body: string | null, date: string | null): string {
  return [body ?? "Uden organ", date === null ? "uden dato" : inWords(date)].join(", ");
}

/** `Anna Holm: udsender oversigten` */
export function ownedText({ owner, text }: { owner: string | null; text: string }): string {
  return owner === null ? text : `${owner}: ${text}`;
}

/** `3 dage over fristen`, `Frist om 5 dage`, `Frist 01-04-2026` … */
export function deadlineWords({ state, deadline }: ActionRow, today: string): string {
  if (state === "done") return "Udført";
  if (deadline === null) return "Uden frist";
  const days = daysBetween(today, deadline);
  if (days < 0) return `${counted(-days, "dag", "dage")} over fristen`;
  if (days === 0) return "Frist i dag";
  return days <= nearDays ? `Frist om ${counted(days, "dag", "dage")}` : `Frist ${dashed(deadline)}`;
}

/** The same in few signs, to stand before the words of the action: a narrow view cuts off what stands behind them. */
export function deadlineLead({ state, deadline }: ActionRow, today: string): string {
  if (state === "done" || deadline === null) return "";
  const days = daysBetween(today, deadline);
  if (days < 0) return `${counted(-days, "dag", "dage")} over`;
  if (days === 0) return "i dag";
  return days <= nearDays ? `om ${counted(days, "dag", "dage")}` : dashed(deadline);
}

const nearDays = 30;

/** All that is to be known of a decision. Nothing in it is trusted: it is what stands in the documents. */
export function decisionTooltip(row: DecisionRow): MarkdownString {
  const tooltip = new MarkdownString();
  heading(tooltip, numbered(row.number, row.title));
  line(
    tooltip,
    [
      meetingWords(row.body, row.date),
      row.kind === "dagsorden" ? "dagsorden" : "",
      row.journalNumber === null ? "" : `sag ${row.journalNumber}`,
      row.closed ? "lukket punkt" : "",
    ]
      .filter((part) => part !== "")
      .join(" · "),
  );
  if (row.recommendations.length > 0) {
    heading(tooltip, "Indstilling");
    for (const { text } of row.recommendations) entry(tooltip, text);
  }
  if (row.text !== "") decided(tooltip, row.text, row.outcomes);
  if (row.followUp.length > 0) {
    heading(tooltip, "Opfølgning");
    for (const each of row.followUp) entry(tooltip, followUpWords(each));
  }
  return tooltip;
}

/** `Anna Holm: udsender oversigten (01-04-2026, udført)` */
export function followUpWords(each: FollowUp): string {
  const notes = [each.deadline === null ? "" : dashed(each.deadline), each.done ? "udført" : ""].filter(
    (note) => note !== "",
  );
  return `${ownedText(each)}${notes.length > 0 ? ` (${notes.join(", ")})` : ""}`;
}

export function actionTooltip(row: ActionRow, today: string): MarkdownString {
  const tooltip = new MarkdownString();
  heading(tooltip, ownedText(row));
  line(
    tooltip,
    [deadlineWords(row, today), row.deadline === null ? "" : `frist ${inWords(row.deadline)}`]
      .filter((part) => part !== "")
      .join(" · "),
  );
  line(
    tooltip,
    `${meetingWords(row.body, row.date)}, ${row.itemNumber === null ? "" : "punkt "}${numbered(row.itemNumber, row.itemTitle)}`,
  );
  if (row.journalNumber !== null) line(tooltip, `Sag ${row.journalNumber}`);
  if (row.passedOver > 0 && row.state !== "done") {
    line(tooltip, `${counted(row.passedOver, "møde", "møder")} siden har ikke nævnt det.`);
  }
  if (row.doneBy) {
    const where = row.doneBy.uri === row.uri ? "i samme dokument" : "i et senere dokument";
    line(
      tooltip,
      row.doneBy.date === null ? `Udført ${where}` : `Udført ifølge mødet ${inWords(row.doneBy.date)}`,
    );
  }
  return tooltip;
}

const reasons: Readonly<Record<CaseStep["why"], string>> = {
  self: "Punktet, forløbet er vist fra",
  journalNumber: "Samme journalnummer",
  reference: "Det ene møde henviser til det andet",
  title: "Samme titel",
};

export function stepTooltip(step: CaseStep): MarkdownString {
  const tooltip = new MarkdownString();
  heading(tooltip, numbered(step.number, step.title));
  line(tooltip, meetingWords(step.body, step.date) + (step.kind === "dagsorden" ? " · dagsorden" : ""));
  line(tooltip, reasons[step.why]);
  if (step.decision) decided(tooltip, step.decision, step.outcomes);
  return tooltip;
}

function decided(tooltip: MarkdownString, text: string, outcomes: readonly Outcome[]): void {
  heading(tooltip, outcomes.length > 0 ? `Beslutning: ${outcomesWords(outcomes)}` : "Beslutning");
  line(tooltip, shortened(text, 800));
}

/** One line, no longer than `most` signs. */
export function shortened(text: string, most: number): string {
  const words = text.replace(/\s+/g, " ").trim();
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}

function heading(tooltip: MarkdownString, text: string): void {
  // The blank line ends a list before it.
  tooltip.appendMarkdown("\n\n**").appendText(shortened(text, 300)).appendMarkdown("**\n\n");
}

function line(tooltip: MarkdownString, text: string): void {
  tooltip.appendText(text).appendMarkdown("\n\n");
}

function entry(tooltip: MarkdownString, text: string): void {
  tooltip.appendMarkdown("- ").appendText(shortened(text, 300)).appendMarkdown("\n");
}

function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
