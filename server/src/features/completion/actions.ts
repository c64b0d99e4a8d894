import { danishDate } from "../../calendar/date.ts";
import { memo } from "../../model/memo.ts";
import { sectionsOf, statementsOf } from "../../model/sections.ts";
import type { Item } from "../../syntax/nodes.ts";
import type { Caret } from "./caret.ts";
import { daysLater, endOfNextMonth, later } from "./dates.ts";
import { type Completion, type Offer, stop, type Template } from "./entries.ts";
import { peopleOf } from "./names.ts";

/** Who is to do something, by the lists of Opfølgning. */
const ownersIn: (item: Item) => readonly string[] = memo((item) =>
  sectionsOf(item, "opfølgning").flatMap((section) =>
    statementsOf(item, section.blocks).flatMap(({ span }) => {
      const line = item.masked.slice(span.start, Math.min(span.end, span.start + 80));
      return /^(\p{Upper}[^:.]{1,60}):\s/u.exec(line)?.[1]?.trim() ?? [];
    }),
  ),
);

function ownersOf(caret: Caret): string[] {
  const counts = new Map<string, number>();
  for (const item of caret.nearby) {
    for (const owner of ownersIn(item)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const used = [...counts].sort((a, b) => b[1] - a[1]).map(([owner]) => owner);
  const usual = used.some((owner) => /forvaltning|sekretariat|administration/i.test(owner))
    ? []
    : ["Sekretariatet"];
  const people = peopleOf(caret).map(({ name }) => name);
  return [...new Set([...used, ...usual, ...people])];
}

/** `Sekretariatet: … (senest 1. april 2026)` */
export function actionTemplate(caret: Caret, owner = ownersOf(caret)[0] ?? "Sekretariatet"): Template {
  return [
    stop(owner),
    ": ",
    stop(),
    " (senest ",
    stop(danishDate(deadlines(caret)[0] ?? caret.context.today)),
    ")",
  ];
}

function deadlines({ context: { today }, meeting }: Caret): ReturnType<typeof daysLater>[] {
  const from = meeting.date ? later(meeting.date, today) : today;
  return [daysLater(from, 14), daysLater(from, 28), endOfNextMonth(from)];
}

/** The owner at the beginning of an entry of Opfølgning. */
export function owners(caret: Caret): Completion[] {
  const { section, before } = caret;
  if (section?.kind !== "opfølgning" || caret.line <= section.line || caret.after.trim() !== "") return [];
  const lead = /^\s*(?:[-•*–]\s+|\d{1,3}[.)]\s+)?/.exec(before)?.[0] ?? "";
  const typed = before.slice(lead.length);
  if (typed.includes(":") || /^\s/.test(typed)) return [];
  const mark = lead.trim() === "" ? "- " : "";
  const offers = ownersOf(caret).map((owner): Offer => ({
    kind: "person",
    label: owner,
    text: [mark, `${owner}: `, ...actionTemplate(caret, owner).slice(2)],
    words: {
      da: "Hvem der skal gøre det, hvad, og senest hvornår.",
      en: "Who is to do it, what, and by when.",
    },
  }));
  return caret.completed(offers, typed);
}

/** The deadline behind what is to be done. */
export function deadlinePhrases(caret: Caret): Completion[] {
  const { section, before } = caret;
  if (caret.after.trim() !== "" && caret.after.trim() !== ")") return [];
  const inActions = section?.kind === "opfølgning" && caret.line > section.line;
  const inDecision = section?.kind === "beslutning" && caret.line > section.line;
  const date =
    /(?<!\p{Alpha})(?:senest|inden|frist:?)\s+(?:den\s+|d\.\s*)?([\d.]*(?:\s?\p{Alpha}*)?)$/iu.exec(before);
  if ((inActions || inDecision) && date) {
    return caret.completed(
      deadlines(caret).map((each) => dateOffer(danishDate(each), danishDate(each))),
      date[1] ?? "",
    );
  }
  if (!inActions || /senest/i.test(before)) return [];
  const open = /(?<!\s)\s*(?:\((?:s(?:e(?:n(?:e(?:s)?)?)?)?)?)?$/i.exec(before)?.[0] ?? "";
  const text = before.slice(0, before.length - open.length);
  const colon = text.indexOf(":");
  if (
    colon === -1 ||
    text.slice(colon + 1).trim().length < 2 ||
    (open === "" && /[\p{Alpha}\p{N}]$/u.test(text) && caret.after !== "")
  )
    return [];
  // An editor that closes parentheses has already done so.
  const close = caret.after.trim() === ")" ? "" : ")";
  const offset = caret.base + caret.at;
  return deadlines(caret).map((each) => ({
    ...dateOffer(`(senest ${danishDate(each)})`, ""),
    text: [` (senest ${danishDate(each)}${close}`],
    filter: open,
    span: { start: offset - open.length, end: offset },
  }));
}

function dateOffer(label: string, text: string): Offer {
  return {
    kind: "date",
    label,
    text: [text],
    words: { da: "En frist, som opfølgningen kan holdes op imod.", en: "A deadline to hold the action to." },
  };
}
