import { type CalendarDate, danishDate, isoDate, readIsoDate, weekdayName } from "../calendar/date.ts";
import { dateLike } from "../calendar/dateForm.ts";
import type { ActionRow } from "../archive/actionRegister.ts";
import { doneMarkAt } from "../model/actionMarks.ts";
import { actionsOf } from "../model/actions.ts";
import { withoutDeadline } from "../model/deadline.ts";
import { decisionOf } from "../model/decision.ts";
import { kindOf } from "../model/itemKind.ts";
import { headOf, meetingOf, meetingTimeOf } from "../model/meeting.ts";
import { ReferatDocument, type TextChange } from "../syntax/document.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { contentEnd, lineEndOf } from "../text/lines.ts";
import { greatest } from "../text/many.ts";
import { slice, type Span } from "../text/span.ts";
import { withCapital } from "../text/spelling.ts";
import { applyEdits } from "./applyEdits.ts";
import { arranged, asItIs } from "./arrange.ts";
import type { NewItem } from "./arrangement.ts";
import type { NewTime } from "./headingChanges.ts";
import type { Left } from "./left.ts";
import { minutesToAgenda } from "./minutesToAgenda.ts";
import { headingLine } from "./newHeading.ts";
import { isRefused, type NewText, refused } from "./result.ts";
import { changedText, textChange } from "./textChanges.ts";
import { prefixOf } from "./titlePrefix.ts";
import { unitsOf } from "./units.ts";
import { lineStartIn } from "../syntax/lineStart.ts";

/**
 * "Ny dagsorden til næste møde": the head with the next date, the standing items without what was said, the items that were
 * postponed with their cases, and what is to be done, as a list: the body's open actions, of all its meetings, where the archive
 * gives them; else those that these minutes agreed. The times are for the next meeting to have.
 */
export function nextAgenda(
  document: ReferatDocument,
  date: CalendarDate,
  open: readonly OpenAction[] = actionsAgreed(document),
): NewText {
  const title = headOf(document)?.titleLine;
  if (!title) return refused({ why: "noTitleLine" });
  const agenda =
    title.kind === "dagsorden" ? { text: document.getText(), left: [] } : minutesToAgenda(document);
  if (isRefused(agenda)) return agenda;
  const base = ReferatDocument.parse(agenda.text, document.vocabulary);
  if (base.items.length !== document.items.length) return refused({ why: "reads", label: "Dagsordenen" });
  const carried = itemsCarried(document, base, open.map(actionLine));
  if ("refused" in carried) return carried;
  const dated = withDate(carried.document, date);
  const text = dated.text.trimEnd() + lineEndOf(dated.text);
  return { text, left: [...carried.left, ...dated.left] };
}

/** An action that the next meeting is told of; `date` is that of the meeting that agreed it. */
export type OpenAction = Pick<ActionRow, "owner" | "text" | "deadline" | "date">;

/** The items of the next meeting, with their numbers; all that names them follows. */
function itemsCarried(
  minutes: ReferatDocument,
  base: ReferatDocument,
  actions: readonly string[],
): { document: ReferatDocument; left: readonly Left[] } | ReturnType<typeof refused> {
  const { items } = base;
  const standing = items.map((item) => kindOf(item).kind === "standing");
  const kept = items.flatMap((_, index) => {
    const item = minutes.items[index];
    const postponed = item ? decisionOf(item)?.outcomes.includes("postponed") === true : false;
    return standing[index] || postponed ? [index] : [];
  });
  const units = unitsOf(base);
  const changes: TextChange[] = [];
  const gone = new Set<number>();
  for (const [index, unit] of units.entries()) {
    if (!kept.includes(index)) {
      gone.add(index);
      changes.push({ start: unit.start, end: unit.next, text: "" });
    } else if (standing[index]) {
      const item = items[index];
      const offset = base.offsetOf(base.firstItemIndex + index);
      const end = item ? contentEnd(item.text, 0, lineStartIn(item, 1)) : 0;
      if (unit.end > offset + end) changes.push({ start: offset + end, end: unit.end, text: "" });
    }
  }
  // What follows up comes behind the items that open the meeting.
  const opening = items.findIndex((item, index) => !standing[index] && kindOf(item).kind !== "pause");
  const at = kept.filter((index) => opening === -1 || index < opening).length;
  const first = items.find((item) => item.heading.number !== null)?.heading.number ?? 1;
  const last = greatest([0, ...items.map((item) => item.heading.number ?? 0)]);
  const start = first === 1 ? 1 : last + 1;
  const followUp: NewItem = {
    number: start + at,
    title: `${prefixOf(items, "written")}Opfølgning`,
    time: "",
  };
  const order: (number | NewItem)[] = [...kept];
  if (actions.length > 0) {
    order.splice(at, 0, followUp);
    const { lineEnd } = base;
    const before = at < kept.length ? (units[kept[at] ?? 0]?.start ?? base.length) : base.length;
    const text = [headingLine(base, at, followUp), "", ...actions, "", ""].join(lineEnd);
    const lead =
      before === base.length &&
      !/(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:\r\n|\r|\n)$/.test(base.getText().slice(-8))
        ? lineEnd + lineEnd
        : "";
    changes.push({ start: before, end: before, text: lead + text });
  }
  const numbers = new Map<number, number>();
  for (const [place, each] of order.entries()) {
    const was = typeof each === "number" ? items[each]?.heading.number : null;
    if (typeof each === "number" && was != null && was !== start + place) numbers.set(each, start + place);
  }
  const times = new Map<number, NewTime>();
  for (const index of kept) if (items[index]?.heading.time) times.set(index, { written: "" });
  const result = arranged(base, {
    ...asItIs(base),
    order,
    renumbering: { numbers, gone },
    times,
    changes,
  });
  if (isRefused(result)) return result;
  return { document: applyEdits(base, result.edits), left: result.left };
}

/** What the minutes say was agreed, and do not mark as done. */
function actionsAgreed(minutes: ReferatDocument): OpenAction[] {
  const { date } = meetingOf(minutes);
  return minutes.items.flatMap((item) =>
    actionsOf(item, date)
      .filter(({ span }) => doneMarkAt(item, span) === null)
      .map(({ owner, text, deadline }) => ({ owner, text, deadline, date: date && isoDate(date) })),
  );
}

/** `- Sekretariatet: udsender oversigten (senest 1. april 2026)` */
function actionLine({ owner, text, deadline, date }: OpenAction): string {
  const words = `${owner === null ? "" : `${withCapital(owner)}: `}${text.replace(/\s+/g, " ")}`;
  const due = deadline === null ? null : readIsoDate(deadline);
  const told = withoutDeadline(text, date === null ? null : readIsoDate(date)).deadline === deadline;
  return `- ${words.replace(/\.$/, "")}${due && !told ? ` (senest ${danishDate(due)})` : ""}`;
}

/** The dates of the title line and of Mødedato, written as they are, with the weekday; the times stay. */
function withDate(document: ReferatDocument, date: CalendarDate): { text: string; left: Left[] } {
  const changes: TextChange[] = [];
  const title = headOf(document)?.titleLine?.date;
  const head = document.chunks[0];
  let dated = false;
  if (title && head) dated = write(head, 0, title);
  for (const [chunk, preamble] of document.preambles.entries()) {
    const mention = meetingTimeOf(preamble)?.date;
    if (!mention) continue;
    write(preamble, chunk, mention);
    if (!mention.weekday) continue;
    const was = slice(preamble.masked, mention.weekday);
    const name = weekdayName(date);
    const capital = /^\p{Upper}/u.test(was);
    const newText = capital ? withCapital(name) : name;
    changes.push(textChange(document, { chunk, span: mention.weekday, newText }));
  }
  return { text: changedText(document, changes), left: dated ? [] : [{ what: "title" }] };

  function write(chunk: Chunk, index: number, mention: Span): boolean {
    const text = slice(chunk.masked, mention);
    const at = text.search(/\d/);
    const newText = dateLike(date, text.slice(at));
    if (newText === null) return false;
    const span = { start: mention.start + at, end: mention.end };
    changes.push(textChange(document, { chunk: index, span, newText }));
    return true;
  }
}
