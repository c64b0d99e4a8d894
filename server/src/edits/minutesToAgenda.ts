import { kindOf } from "../model/itemKind.ts";
import { headOf } from "../model/meeting.ts";
import { readOutcomes } from "../model/outcomes.ts";
import type { ReferatDocument, TextChange } from "../syntax/document.ts";
import type { BodyBlock, Field, Item, Preamble } from "../syntax/nodes.ts";
import { append } from "../text/many.ts";
import type { Left } from "./left.ts";
import { type NewText, refused } from "./result.ts";
import { changedText, textChange } from "./textChanges.ts";
import { wordsEndOf } from "./units.ts";
import { labelOf } from "./label.ts";

/** What a meeting adds to its agenda. */
const ofTheMeeting = ["beslutning", "afstemning", "protokoltilførsel", "opfølgning", "fravær"];

/**
 * The agenda of minutes: without a byte of what was decided, voted, noted down or agreed, and of who was absent. The text of a
 * standing item without a decision that says an outcome goes too, and is named.
 */
export function minutesToAgenda(document: ReferatDocument): NewText {
  const title = headOf(document)?.titleLine;
  if (!title) return refused({ why: "noTitleLine" });
  if (title.kind === "dagsorden") return refused({ why: "already", kind: "dagsorden" });
  const changes: TextChange[] = [
    textChange(document, {
      chunk: 0,
      span: title.kindSpan,
      newText: title.kindMiswritten ? "Dagsorden" : "DAGSORDEN",
    }),
  ];
  const left: Left[] = [];
  for (const [chunk, preamble] of document.preambles.entries())
    append(
      changes,
      absencesIn(preamble).map((span) => textChange(document, { chunk, span, newText: "" })),
    );
  for (const [index, item] of document.items.entries()) {
    const chunk = document.firstItemIndex + index;
    // Where the item has a decision of its own, the text above it is the agenda's.
    const undecided = !item.sections.some(({ kind }) => kind === "beslutning");
    const standing = kindOf(item).kind === "standing";
    const told = standing && undecided ? item.intro.filter((block) => saysOutcome(item, block)) : [];
    if (told.length > 0) left.push({ what: "decision", label: labelOf(item.heading) });
    const gone = [...told, ...item.sections.filter(({ kind }) => ofTheMeeting.includes(kind))];
    for (const span of withoutEnd(item, gone))
      changes.push(textChange(document, { chunk, span, newText: "" }));
  }
  return { text: changedText(document, changes), left };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function saysOutcome(item: Item, block: BodyBlock): boolean {
  return block.kind !== "blank" && readOutcomes(item.masked.slice(block.start, block.end)).length > 0;
}

/** The stretches of an item without what lies between it and the next one; at its end the blank lines in front go instead. */
function withoutEnd(item: Item, gone: readonly Stretch[]): Stretch[] {
  const end = wordsEndOf(item);
  const merged: { start: number; end: number }[] = [];
  for (const { start, end: until } of gone) {
    const before = merged.at(-1);
    if (before && item.text.slice(before.end, start).trim() === "") before.end = until;
    else merged.push({ start, end: until });
  }
  return merged.map((stretch) => {
    const rest = item.text.slice(stretch.end, end);
    if (rest.trim() !== "") return stretch;
    return { start: item.text.slice(0, stretch.start).trimEnd().length, end: Math.max(end, stretch.start) };
  });
}

/** Fields of absentees, each with the blank lines behind it, and the marks of absence behind names. */
function absencesIn(preamble: Preamble): Stretch[] {
  return preamble.fields.flatMap((field) => {
    if (field.name === "afbud" || field.name === "fraværende") return [wholeField(preamble, field)];
    return field.name === "mødedeltagere" ? marksIn(preamble, field) : [];
  });
}

function wholeField(preamble: Preamble, field: Field): Stretch {
  const at = preamble.blocks.findIndex((block) => block.kind === "field" && block.field === field);
  const block = preamble.blocks[at];
  let next = at + 1;
  while (preamble.blocks[next]?.kind === "blank") next++;
  const last = preamble.blocks[next - 1];
  return { start: block?.start ?? 0, end: last?.end ?? 0 };
}

const absence = /(?:med\s+)?afbud|fravær\p{Alpha}*/iu;

/** ` (Afbud)`; of `(V, afbud)` only what says it. */
function marksIn({ masked }: Preamble, { valueSpan }: Field): Stretch[] {
  const value = masked.slice(valueSpan.start, valueSpan.end);
  return [...value.matchAll(/\s{0,3}\(([^()]{0,200})\)/g)].flatMap((match) => {
    const parts = (match[1] ?? "").split(",");
    const kept = parts.filter((part) => !new RegExp(`^\\s*(?:${absence.source})\\.?\\s*$`, "iu").test(part));
    if (kept.length === parts.length) return [];
    const start = valueSpan.start + match.index;
    if (kept.length === 0) return [{ start, end: start + match[0].length }];
    const open = start + match[0].indexOf("(") + 1;
    const first = parts.findIndex((part) => !kept.includes(part));
    // With the comma that parts it from its neighbour: the one in front, or behind it where it comes first.
    const from = open + parts.slice(0, first).join(",").length;
    const gone =
      first === 0 ? `${parts[0] ?? ""},${/^\s*/.exec(parts[1] ?? "")?.[0] ?? ""}` : `,${parts[first] ?? ""}`;
    return [{ start: from, end: from + gone.length }];
  });
}
