import { type ContentsLine, contentsIn, contentsOf } from "../model/contents.ts";
import { kindOf } from "../model/itemKind.ts";
import { headOf } from "../model/meeting.ts";
import { plainText } from "../model/plainText.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { append } from "../text/many.ts";
import { slice, type Span } from "../text/span.ts";
import { applyEdits } from "./applyEdits.ts";
import type { ChunkEdit } from "./chunkEdit.ts";
import {
  areRead,
  entriesHaveTimes,
  entrySpan,
  isPlain,
  leaderLike,
  leaderOf,
  newContents,
  pagesFall,
  pagesInUse,
  newEntry,
  readableEntry,
  wholeEntries,
  wholeLine,
} from "./contentsLines.ts";
import type { Left } from "./left.ts";
import { type EditResult, refused } from "./result.ts";
import { chunkEdits, textChange } from "./textChanges.ts";

export interface ContentsOptions {
  /** The pages that a layout knows, by the items' indices. */
  readonly pages?: ReadonlyMap<number, number>;
  /** Contents are made where there are none; what is done at each save makes none that nobody asked for. */
  readonly create?: boolean;
}

/**
 * "Opdatér indholdsfortegnelse": the entries follow the headings in order, words and times, as the document writes its entries; a
 * line without an item goes, an item without a line gets one. Pages that are known are kept. Nothing but these lines changes.
 */
export function updateContents(
  document: ReferatDocument,
  { pages, create = false }: ContentsOptions = {},
): EditResult {
  const lines = contentsOf(document);
  if (lines.length === 0) return firstContents(document, create, pages);
  const edits: ChunkEdit[] = [];
  const left: Left[] = [];
  const leave = (line: ContentsLine, why: "comment" | "reading"): void => {
    left.push({ what: "entry", words: line.words, why });
  };
  const places = lines.filter((line) => line.item !== null);
  const order = [...places].sort((a, b) => (a.item ?? 0) - (b.item ?? 0));
  // Where a line that should move holds a comment, all stay where they are.
  const locked = places.find((line, at) => line !== order[at] && !isPlain(line, entrySpan(line)));
  if (locked) leave(locked, "comment");
  const targets = locked ? places : order;
  // Pages stay at their places, unless it is with their words that they rise.
  const withPages = pagesFall(places) && !pagesFall(order) && places.every((line) => line.entry.pageSpan);
  const lineOf = new Map<number, ContentsLine>();
  for (const [at, line] of places.entries()) {
    const source = targets[at] ?? line;
    lineOf.set(source.item ?? -1, line);
    const known = pages?.get(source.item ?? -1) ?? null;
    const page = known ?? (withPages ? source : line).entry.page;
    const changed = entryEdits(document, lines, line, source, page);
    if (changed.length === 0 || isPlain(line, entrySpan(line))) append(edits, changed);
    else if (line !== locked) leave(line, "comment");
  }
  for (const line of lines) {
    if (line.item !== null || line.words === "") continue;
    const span = wholeLine(line);
    if (isPlain(line, span)) edits.push({ chunk: line.index, span, newText: "" });
    else leave(line, "comment");
  }
  append(edits, missingLines(document, lineOf, pages, left));
  const changes = edits.map((edit) => textChange(document, edit));
  const result = chunkEdits(document, changes);
  const after = applyEdits(document, result);
  const sound =
    after.chunks.length === document.chunks.length && after.items.length === document.items.length;
  return sound
    ? { edits: result, left, caret: null }
    : refused({ why: "reads", label: "Indholdsfortegnelsen" });
}

function firstContents(
  document: ReferatDocument,
  create: boolean,
  pages?: ReadonlyMap<number, number>,
): EditResult {
  const headed = document.preambles.some((chunk) => chunk.contentsHeading);
  if (!headed && !create) return refused({ why: "noContents" });
  // Without a title line nobody knows where the head ends, nor what the document is.
  if (!headed && !headOf(document)?.titleLine) return refused({ why: "noContents" });
  // A pause need not be listed: with nothing else there is nothing to do.
  const cases = document.items.some((item) => kindOf(item).kind !== "pause");
  const edit = cases ? newContents(document, pages) : null;
  if (!edit) return headed ? { edits: [], left: [], caret: null } : refused({ why: "noItems" });
  const after = applyEdits(document, [edit]);
  const sound =
    after.items.length === document.items.length &&
    after.preambles.length === document.preambles.length + (headed ? 0 : 1) &&
    after.preambles.some((chunk) => chunk.entries.length > 0);
  return sound
    ? { edits: [edit], left: [], caret: null }
    : refused({ why: "reads", label: "Indholdsfortegnelsen" });
}

/** What makes the line at a place the entry of another one's item. */
function entryEdits(
  document: ReferatDocument,
  lines: readonly ContentsLine[],
  line: ContentsLine,
  source: ContentsLine,
  page: number | null,
): ChunkEdit[] {
  const { textSpan, leader, pageSpan } = line.entry;
  // Entries of the same words cannot be told apart, wherever they stand.
  const alike = source !== line && source.words === line.words;
  const text = alike ? slice(line.chunk.text, textSpan) : entryText(document, source);
  const edits: ChunkEdit[] = [];
  const replace = (span: Span, newText: string): void => {
    if (slice(line.chunk.text, span) !== newText) edits.push({ chunk: line.index, span, newText });
  };
  replace(textSpan, text);
  const usual = leaderLike(wholeEntries(lines), undefined);
  if (pageSpan) {
    // The dots were cut off with the words.
    if (source.difference === "cut" && !leaderOf(line).includes("..") && usual.includes(".."))
      replace(leader, usual);
    if (page !== null && page !== line.entry.page) replace(pageSpan, String(page));
  } else if (page !== null && pagesInUse(contentsIn(document))) replace(leader, `${usual}${page}`);
  return joined(edits, line);
}

/** Edits that touch are one: the words, the leader behind them, the page. */
function joined(edits: readonly ChunkEdit[], { chunk }: ContentsLine): ChunkEdit[] {
  const [first] = edits;
  const last = edits.at(-1);
  if (edits.length < 2 || !first || !last) return [...edits];
  let newText = "";
  let at = first.span.start;
  for (const edit of edits) {
    newText += chunk.text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return [{ chunk: first.chunk, span: { start: first.span.start, end: last.span.end }, newText }];
}

/** The entry's words as the heading has them, with the number that the contents repeat. */
function entryText(document: ReferatDocument, line: ContentsLine): string {
  const item = line.item === null ? undefined : document.items[line.item];
  const { textSpan } = line.entry;
  const text = slice(line.chunk.text, textSpan);
  if (!item) return text;
  const wordsAt = line.wordsSpan.start - textSpan.start;
  const { heading } = item;
  const prefix =
    line.number !== null && heading.number !== null && line.number !== heading.number
      ? text.slice(0, wordsAt).replace(/\d+/, String(heading.number))
      : text.slice(0, wordsAt);
  if (line.difference === "same") return prefix + text.slice(wordsAt);
  return prefix + (entriesHaveTimes(document) ? plainText(item, heading.fullTitleSpan) : heading.title);
}

function missingLines(
  document: ReferatDocument,
  lineOf: ReadonlyMap<number, ContentsLine>,
  pages: ReadonlyMap<number, number> | undefined,
  left: Left[],
): ChunkEdit[] {
  const wanted = missingEntries(document, lineOf);
  // Nearly always all can be read: only where one cannot, each is tried by itself.
  const together = written(newEntry);
  if (together.length === wanted.length && areRead(document, together))
    return together.map(({ edit }) => edit);
  const readable = written(readableEntry);
  const told = new Set(readable.map(({ index }) => index));
  for (const { index, title } of wanted)
    if (!told.has(index)) left.push({ what: "entry", words: title, why: "reading" });
  return readable.map(({ edit }) => edit);

  function written(write: typeof newEntry): { index: number; title: string; edit: ChunkEdit }[] {
    let last: ContentsLine | null = null;
    let above = 0;
    return wanted.flatMap(({ index, before, title }) => {
      if (before !== last) above = 0;
      last = before;
      const number = document.items[index]?.heading.number ?? null;
      const edit = write(document, before, title, number, { page: pages?.get(index) ?? null, above });
      if (!edit) return [];
      above++;
      return [{ index, title, edit }];
    });
  }
}

/** The items without a line, with the title that it would bear and the line that it would follow. */
function missingEntries(
  document: ReferatDocument,
  lineOf: ReadonlyMap<number, ContentsLine>,
): { readonly index: number; readonly before: ContentsLine | null; readonly title: string }[] {
  const timed = entriesHaveTimes(document);
  let before: ContentsLine | null = null;
  return document.items.flatMap((item, index) => {
    const there = lineOf.get(index);
    if (there) {
      before = there;
      return [];
    }
    const title = timed ? plainText(item, item.heading.fullTitleSpan) : item.heading.title;
    return title === "" || kindOf(item).kind === "pause" ? [] : { index, before, title };
  });
}
