import { minutesOf } from "../calendar/clock.ts";
import { type ContentsLine, contentsOf } from "../model/contents.ts";
import { timeKey } from "../model/contentsText.ts";
import { kindOf } from "../model/itemKind.ts";
import type { ReferatDocument, TextChange } from "../syntax/document.ts";
import { readTitleTime } from "../syntax/itemTime.ts";
import type { Item } from "../syntax/nodes.ts";
import { append } from "../text/many.ts";
import { slice } from "../text/span.ts";
import type { Arrangement, NewItem } from "./arrangement.ts";
import { entriesHaveTimes, isPlain, newEntry, wholeLine } from "./contentsLines.ts";
import { clockChanges, withChanges } from "./headingChanges.ts";
import type { Left } from "./left.ts";
import { textChange } from "./textChanges.ts";

/**
 * The contents after an arrangement: the words of the entries move with their items, the pages stay at their places, numbers
 * and times follow, and a new item gets a line where the others have one.
 */
export function contentsChanges(
  document: ReferatDocument,
  arrangement: Arrangement,
): { changes: TextChange[]; left: Left[] } {
  const lines = contentsOf(document);
  const changes: TextChange[] = [];
  const left: Left[] = [];
  const leave = (line: ContentsLine, why: "order" | "comment" | "other"): void => {
    left.push({ what: "entry", words: line.words, why });
  };
  const kept = new Set(arrangement.order.filter((each) => typeof each === "number"));
  const lineOf = new Map<number, ContentsLine>();
  for (const line of lines) {
    if (line.item === null) continue;
    if (kept.has(line.item)) lineOf.set(line.item, line);
    else if (isPlain(line, wholeLine(line)))
      changes.push(textChange(document, { chunk: line.index, span: wholeLine(line), newText: "" }));
    else leave(line, "comment");
  }
  const places = lines.filter((line) => line.item !== null && kept.has(line.item));
  const order = arrangement.order.flatMap((each) =>
    typeof each === "number" ? (lineOf.get(each) ?? []) : [],
  );
  const moved = order.filter((line, index) => line !== places[index]);
  const inOrder = places.every((line, index) => (line.item ?? 0) > (places[index - 1]?.item ?? -1));
  const plain = moved.every((line) => isPlain(line, line.entry.textSpan));
  const stays = moved.length > 0 && (!inOrder || !plain);
  if (stays && moved[0]) leave(moved[0], inOrder ? "comment" : "order");
  for (const [index, line] of places.entries()) {
    const source = stays ? line : (order[index] ?? line);
    const was = slice(line.chunk.text, line.entry.textSpan);
    const is = entryText(document, source, arrangement);
    if (is === null) leave(source, "other");
    const newText = is ?? slice(source.chunk.text, source.entry.textSpan);
    if (newText === was) continue;
    if (isPlain(line, line.entry.textSpan))
      changes.push(textChange(document, { chunk: line.index, span: line.entry.textSpan, newText }));
    else leave(line, "comment");
  }
  append(changes, newLines(document, arrangement, lines, places));
  return { changes, left };
}

/** What the entry of an item says afterwards; null where it says something else than the heading, now as before. */
function entryText(document: ReferatDocument, line: ContentsLine, arrangement: Arrangement): string | null {
  const item = line.item === null ? undefined : document.items[line.item];
  const text = slice(line.chunk.text, line.entry.textSpan);
  if (!item || line.item === null) return text;
  const { title, time: oldTime, number: oldNumber } = item.heading;
  const wordsAt = line.wordsSpan.start - line.entry.textSpan.start;
  const number = arrangement.renumbering.numbers.get(line.item);
  const prefix =
    number !== undefined && line.number === oldNumber
      ? text.slice(0, wordsAt).replace(/\d+/, String(number))
      : text.slice(0, wordsAt);
  let words = text.slice(wordsAt);
  const newTime = arrangement.times.get(line.item);
  if (newTime) {
    const found = readTitleTime(words, 0, words.length);
    if ("written" in newTime) {
      const sameTime = found && timeKey(found.time) === timeKey(oldTime);
      if (sameTime || (!found && !oldTime && line.difference === "same" && entriesHaveTimes(document)))
        words = words.slice(0, found ? found.titleEnd : words.length) + newTime.written;
      else if (found) return null;
    } else if (found && found.time.type !== "duration") {
      // An entry that was cut short can hold the start alone.
      const startOnly = timeKey({ ...found.time, end: null });
      const old = oldTime && oldTime.type !== "duration" ? oldTime : null;
      if (!old || timeKey({ ...old, end: null }) !== startOnly) return null;
      if (found.time.end && timeKey(found.time) !== timeKey(old)) return null;
      const changes = clockChanges(found.time, newTime, arrangement.writing.slot);
      if (!changes) return null;
      words = withChanges(words, changes);
    } else if (found) return null;
  } else if (arrangement.timedByHand === line.item) words = withTimeOf(document, item, words, arrangement);
  const change = arrangement.titles.get(line.item);
  if (change) {
    if (words.slice(0, change.end) !== title.slice(0, change.end)) return null;
    words = withChanges(words, [{ span: change, newText: change.newText }]);
  }
  return prefix + words;
}

/** The words of an entry with the time of the heading as it is, in the form that the entry's has where both can have it. */
function withTimeOf(
  document: ReferatDocument,
  { heading, text }: Item,
  words: string,
  { writing }: Arrangement,
): string {
  const found = readTitleTime(words, 0, words.length);
  const { time } = heading;
  if (!time || timeKey(found?.time ?? null) === timeKey(time)) return words;
  const written = slice(text, { start: heading.titleSpan.end, end: time.span.end });
  if (!found) return words === heading.title && entriesHaveTimes(document) ? words + written : words;
  const is = found.time;
  if (time.type !== "duration" && is.type !== "duration" && !is.end === !time.end) {
    const clocks = { start: minutesOf(time.start), end: time.end && minutesOf(time.end) };
    const changes = clockChanges(is, clocks, writing.slot);
    return changes ? withChanges(words, changes) : words;
  }
  // What was cut short after the start says nothing that is wrong.
  const isCut = time.type === "slot" && timeKey({ ...time, end: null }) === timeKey(is);
  return isCut ? words : words.slice(0, found.titleEnd) + written;
}

function newLines(
  document: ReferatDocument,
  { order }: Arrangement,
  lines: readonly ContentsLine[],
  places: readonly ContentsLine[],
): TextChange[] {
  const changes: TextChange[] = [];
  let before: ContentsLine | null = null;
  let seen = 0;
  const listed = new Set(lines.map((line) => line.item));
  for (const each of order) {
    if (typeof each === "number") {
      // Places, not lines: it is behind the same number of entries.
      if (listed.has(each)) before = places[seen++] ?? before;
    } else if (isListed(each, document.items, lines)) {
      const time = entriesHaveTimes(document) ? each.time : "";
      const edit = newEntry(document, before, each.title + time, each.number);
      if (edit) changes.push(textChange(document, edit));
    }
  }
  return changes;
}

/** A pause has a line where another one has. */
function isListed(
  { number, title }: NewItem,
  items: readonly Item[],
  lines: readonly ContentsLine[],
): boolean {
  if (number !== null) return title !== "";
  return lines.some((line) => {
    const item = line.item === null ? undefined : items[line.item];
    return item !== undefined && kindOf(item).kind === "pause";
  });
}
