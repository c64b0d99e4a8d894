import type { ReferatDocument } from "../../syntax/document.ts";
import { deadlinePhrases, owners } from "./actions.ts";
import { attachmentEntries } from "./attachments.ts";
import { Caret, type CompletionContext } from "./caret.ts";
import { commentAt, silencing } from "./comments.ts";
import { contentsEntries } from "./contents.ts";
import { decisionPhrases } from "./decisions.ts";
import type { Completion } from "./entries.ts";
import { lackingFields, meetingDates, titleLines, titleParts } from "./head.ts";
import { listedNames, namesInText, voteLines } from "./names.ts";
import { itemTitles, newItems } from "./newItems.ts";
import { pointsAhead, references } from "./references.ts";
import { type LackingSections, lackingSections, recommendationStarts } from "./sections.ts";

/**
 * What can be written at an offset of the document, the likeliest first. `trigger` is the sign that asked, where nobody
 * did: then all is silent but for the places where prose is not written.
 */
export function completionsAt(
  document: ReferatDocument,
  offset: number,
  context: CompletionContext,
  trigger: string | null = null,
): Completion[] {
  const caret = Caret.at(document, offset, context);
  if (!caret) return [];
  const comment = commentAt(caret);
  if (comment) {
    return trigger === null || /^<!--\s*referat-/.test(comment.before) ? silencing(caret, comment) : [];
  }
  if (trigger !== null) return unasked(caret, trigger);
  if (caret.chunk.kind === "head") {
    const values = [...titleParts(caret), ...meetingDates(caret), ...listedNames(caret)];
    if (values.length > 0) return values;
    return [...titleLines(caret), ...lackingFields(caret), ...newItems(caret), ...references(caret)];
  }
  if (caret.chunk.kind === "contents") {
    const entries = contentsEntries(caret);
    return entries.length > 0 ? entries : newItems(caret);
  }
  if (caret.line === 0) return itemTitles(caret);
  const names = listedNames(caret);
  if (names.length > 0) return names;
  const phrases = decisionPhrases(caret);
  const inSection = [
    ...phrases,
    ...recommendationStarts(caret),
    ...voteLines(caret),
    ...attachmentEntries(caret),
    ...owners(caret),
    ...deadlinePhrases(caret),
  ];
  const decided = isDecided(caret);
  const { due, possible } = itemsAndSections(caret);
  const ranked = decided
    ? [due, possible, inSection]
    : isListEnded(caret)
      ? [due, inSection, possible]
      : [inSection, due, possible];
  return unlikeTheRest([...ranked.flat(), ...references(caret), ...namesInText(caret)]);
}

/**
 * What the item still has to get comes before the next one. An agenda of headings alone goes on with headings. Between two items
 * that follow each other there is no room for one: it comes last, but for the pause that the times leave out.
 */
function itemsAndSections(caret: Caret): LackingSections {
  const { due, possible } = lackingSections(caret);
  const items = newItems(caret);
  const all = caret.document.items;
  const number = caret.item?.heading.number ?? null;
  const next = all[caret.itemIndex + 1]?.heading.number ?? null;
  if (number !== null && next === number + 1) {
    const pauses = items.slice(0, items[0]?.kind === "pause" ? 1 : 0);
    return { due: [...due, ...pauses], possible: [...possible, ...items.slice(pauses.length)] };
  }
  const headingsAlone = all.length > 1 && caret.nearby.every(({ sections }) => sections.length === 0);
  return { due: headingsAlone ? [...items, ...due] : [...due, ...items], possible };
}

/** The decision has been written, and the caret is below it: what comes next is another section. */
function isDecided({ item, section, line, before, lineStart }: Caret): boolean {
  if (!item || section?.kind !== "beslutning" || before.trim() !== "") return false;
  return (
    item.masked.slice(item.lineStarts[section.line + 1] ?? lineStart, lineStart).trim() !== "" &&
    line > section.line
  );
}

/** A blank line stands between the entries of a list and the caret: the next entry would stand right below them. */
function isListEnded({ item, section, line, before, lineStart }: Caret): boolean {
  if (
    !item ||
    (section?.kind !== "bilag" && section?.kind !== "opfølgning" && section?.kind !== "afstemning")
  )
    return false;
  const lineAbove = item.masked.slice(item.lineStarts[line - 1], lineStart);
  const entries = item.masked.slice(item.lineStarts[section.line + 1] ?? lineStart, lineStart);
  return before.trim() === "" && lineAbove.trim() === "" && entries.trim() !== "" && line > section.line + 1;
}

function unasked(caret: Caret, trigger: string): Completion[] {
  if (trigger !== " ") return [];
  if (caret.chunk.kind !== "item")
    return [...titleParts(caret), ...meetingDates(caret), ...listedNames(caret)];
  if (caret.line === 0) return [];
  if (pointsAhead(caret)) return references(caret);
  // A blank behind a mark or a number of an empty entry, not one in the middle of its words.
  const fresh = /^\s*(?:[-•*–]|bilag[\s:_-]*\d[\d.]*[:_-]|\d[\d.]*\.\d+:)\s$/i.test(caret.before);
  const listed = listedNames(caret);
  // The letter of a party is sooner written than chosen; an entry in view would keep Tab from the next field of the vote.
  const letters = listed[0]?.kind === "party";
  return unlikeTheRest([
    ...(letters ? [] : listed),
    ...(fresh ? [...attachmentEntries(caret), ...owners(caret)] : []),
  ]);
}

/** Two that would write the same in the same place are one. */
function unlikeTheRest(completions: readonly Completion[]): Completion[] {
  const seen = new Set<string>();
  return completions.filter(({ label, kind, span }) => {
    const key = `${span.start} ${kind} ${label}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
