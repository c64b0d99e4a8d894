import { applyEdits } from "../edits/applyEdits.ts";
import { chunkEdits } from "../edits/textChanges.ts";
import { contentsOf } from "../model/contents.ts";
import { absentFrom } from "../model/absence.ts";
import { headOf } from "../model/meeting.ts";
import { participantsOf } from "../model/participants.ts";
import type { ReferatDocument, TextChange } from "../syntax/document.ts";
import { shifted, type Span } from "../text/span.ts";
import type { InBoth } from "./language.ts";
import { entryTitleSpan } from "./linkedEditing.ts";
import { sameName } from "./names.ts";
import { occurrencesOf } from "./occurrences.ts";
import { type BodyTarget, type FoundTarget, type Target, targetAt } from "./targets.ts";

/** What can be given another name from a place: what is written there, and the name that it has. */
export interface Renameable {
  readonly span: Span;
  readonly name: string;
}

export type RenameResult = { readonly changes: readonly TextChange[] } | { readonly refused: InBoth };

/** What would be renamed from `offset`; null where nothing is that can be. */
export function renameableAt(
  document: ReferatDocument,
  offset: number,
  aliases: readonly string[] = [],
): Renameable | null {
  const found = renamed(document, offset, aliases);
  if (!found) return null;
  const { target, span } = found;
  if (target.kind === "person" || target.kind === "body") return { span, name: target.name };
  const item = target.kind === "item" ? document.items[target.items[0] ?? -1] : undefined;
  if (!item || target.kind !== "item") return null;
  const titles = titleSpans(document, target.items[0] ?? -1);
  const here = titles.find((each) => each.start <= offset && offset <= each.end);
  return { span: here ?? span, name: item.heading.title };
}

/** The edits that give the thing at `offset` another name, everywhere; or why that cannot be. */
export function renameAt(
  document: ReferatDocument,
  offset: number,
  written: string,
  aliases: readonly string[] = [],
): RenameResult {
  const found = renamed(document, offset, aliases);
  if (!found)
    return {
      refused: {
        da: "Her er ikke noget, der kan omdøbes.",
        en: "There is nothing here that can be renamed.",
      },
    };
  const { target } = found;
  if (written.trim() === renameableAt(document, offset, aliases)?.name) return { changes: [] };
  return renameTarget(document, target, written);
}

/** The edits that give a thing another name in a document that names it; or why that cannot be. */
export function renameTarget(document: ReferatDocument, target: Target, written: string): RenameResult {
  const name = written.trim();
  if (name === "") return { refused: { da: "Det nye navn er tomt.", en: "The new name is empty." } };
  if (/[\r\n\u0085\u2028\u2029]/.test(name))
    return {
      refused: {
        da: "Det nye navn må ikke have linjeskift.",
        en: "The new name must not hold a line break.",
      },
    };
  if (/<!--|-->/.test(name)) return { refused: misread };
  switch (target.kind) {
    case "person":
      return renamePerson(document, target.name, name);
    case "body":
      return renameBody(document, target, name);
    case "item":
      return renameItem(document, target.items[0] ?? -1, name);
    case "attachment":
    case "journalNumber":
    case "footnote":
      return {
        refused: {
          da: "Her er ikke noget, der kan omdøbes.",
          en: "There is nothing here that can be renamed.",
        },
      };
  }
}

/** The thing to be renamed; a time is none, and of two items with one number nobody knows which is meant. */
function renamed(document: ReferatDocument, offset: number, aliases: readonly string[]): FoundTarget | null {
  const found = targetAt(document, offset, aliases);
  if (!found) return null;
  const { target } = found;
  if (target.kind === "person" || target.kind === "body") return found;
  if (target.kind !== "item" || target.items.length !== 1) return null;
  const inTitle = titleSpans(document, target.items[0] ?? -1).some(
    ({ start, end }) => start <= offset && offset <= end,
  );
  return target.by === "number" || inTitle ? found : null;
}

/** The title in the heading, and in the entries of the contents. */
function titleSpans(document: ReferatDocument, itemIndex: number): Span[] {
  const item = document.items[itemIndex];
  const base = document.offsetOf(document.firstItemIndex + itemIndex);
  const entries = contentsOf(document)
    .filter((line) => line.item === itemIndex)
    .map((line) => shifted(entryTitleSpan(line.words, line.wordsSpan.start), document.offsetOf(line.index)));
  return item ? [...entries, shifted(item.heading.titleSpan, base)] : entries;
}

const misread: InBoth = {
  da: "Det nye navn ville blive læst som noget andet (en tid, en overskrift, en anden person). Vælg et andet.",
  en: "The new name would be read as something else (a time, a heading, another person). Choose another.",
};

const commented: RenameResult = {
  refused: {
    da: "Der står en kommentar i titlen. Flyt den, og omdøb så.",
    en: "A comment stands in the title. Move it, then rename.",
  },
};

function renameItem(document: ReferatDocument, itemIndex: number, name: string): RenameResult {
  const item = document.items[itemIndex];
  if (!item) return { changes: [] };
  const { titleSpan, fullTitleSpan } = item.heading;
  const base = document.offsetOf(document.firstItemIndex + itemIndex);
  const changes: TextChange[] = [];
  if (item.text.slice(titleSpan.start, titleSpan.end) !== item.heading.title) return commented;
  for (const line of contentsOf(document)) {
    if (line.item !== itemIndex) continue;
    if (line.chunk.text.slice(line.wordsSpan.start, line.wordsSpan.end) !== line.words) return commented;
    const at = document.offsetOf(line.index);
    const whole = shifted(line.wordsSpan, at);
    // What was cut short follows the heading.
    const behind = item.text.slice(titleSpan.end, fullTitleSpan.end);
    const title = shifted(entryTitleSpan(line.words, line.wordsSpan.start), at);
    changes.push(line.difference === "cut" ? { ...whole, text: name + behind } : { ...title, text: name });
  }
  changes.push({ ...shifted(titleSpan, base), text: name });
  return checked(document, changes, (after) => {
    const renamedItem = after.items[itemIndex];
    const before = item.heading;
    const now = renamedItem?.heading;
    return (
      now?.title === name &&
      now.number === before.number &&
      item.text.slice(before.titleSpan.end, before.fullTitleSpan.end) ===
        renamedItem?.text.slice(now.titleSpan.end, now.fullTitleSpan.end) &&
      sameEntries(document, after, itemIndex, name)
    );
  });
}

/** Whether the contents have the same entries and pages as before, the renamed one still of its item. */
function sameEntries(before: ReferatDocument, after: ReferatDocument, item: number, name: string): boolean {
  const was = contentsOf(before);
  const is = contentsOf(after);
  return (
    was.length === is.length &&
    was.every((line, index) => {
      const now = is[index];
      if (now?.entry.page !== line.entry.page) return false;
      return line.item !== item || now.words.startsWith(name);
    })
  );
}

function renamePerson(document: ReferatDocument, name: string, newName: string): RenameResult {
  const listed = participantsOf(document.preambles).map((person) => person.name);
  // Two persons would be one, and no renaming could part them again.
  if (listed.includes(name) && listed.includes(newName))
    return {
      refused: { da: `»${newName}« er en anden deltager.`, en: `“${newName}” is another participant.` },
    };
  const changes = occurrencesOf(document, { kind: "person", name }).flatMap(({ span }) => [
    ...nameChanges(document, span, newName),
    ...genitiveChange(document, span, name, newName),
  ]);
  const swapped = (each: string): string => (sameName(each, name) ? newName : each);
  const persons = (of: ReferatDocument, swap: (each: string) => string): string =>
    JSON.stringify([
      participantsOf(of.preambles).map((person) => [swap(person.name), person.affiliation, person.absent]),
      of.items.map((item) => absentFrom(item).map((absent) => swap(absent.name))),
    ]);
  return checked(document, changes, (after) => persons(document, swapped) === persons(after, (each) => each));
}

/** A name that runs over a line end keeps it: as many words stand on the first line as before. */
function nameChanges(document: ReferatDocument, span: Span, newName: string): TextChange[] {
  const written = document.getText(span);
  if (!/[\r\n]/.test(written)) return [{ ...span, text: newName }];
  const old = [...written.matchAll(/\S+/g)];
  const words = newName.split(/\s+/);
  return old.map((match, index) => {
    const start = span.start + match.index;
    const end = start + match[0].length;
    if (words.length >= old.length) {
      const text = index === old.length - 1 ? words.slice(index).join(" ") : (words[index] ?? "");
      return { start, end, text };
    }
    if (index === 0) return { start, end, text: newName };
    const blank = document.getText({ start: end, end: end + 1 }) === " " ? 1 : 0;
    return { start, end: end + blank, text: "" };
  });
}

/** *Anna Holms* is *Jens Friis'*, and *Jens Friis'* is *Anna Holms*: names that end in an s take no other. */
function genitiveChange(
  document: ReferatDocument,
  { start, end }: Span,
  name: string,
  newName: string,
): TextChange[] {
  const sibilant = /[sxz]$/i;
  const behind = document.getText({ start: end, end: end + 2 });
  if (behind.startsWith("s") && sibilant.test(newName)) return [{ start: end, end: end + 1, text: "'" }];
  const quoted = /["'’‘”»]$/.test(document.getText({ start: Math.max(0, start - 1), end: start }));
  if (/^['’](?!s)/.test(behind) && sibilant.test(name) && !sibilant.test(newName) && !quoted)
    return [{ start: end, end: end + 1, text: "s" }];
  return [];
}

/** What else the body is called stays: an abbreviation is the writer's, or stands in referat.json. */
function renameBody(document: ReferatDocument, target: BodyTarget, newName: string): RenameResult {
  const { name } = target;
  const places = occurrencesOf(document, target).filter(({ role }) => role !== "alias");
  const changes = places.flatMap(({ span }) => [
    { ...span, text: writtenLike(document.getText(span), name, newName) },
    ...genitiveChange(document, span, name, newName),
  ]);
  return checked(document, changes, (after) => {
    const title = headOf(after)?.titleLine;
    const before = headOf(document)?.titleLine;
    // The minutes of another body only mention it.
    const body = before?.body === name ? newName : before?.body;
    return title?.body === body && title?.kind === before?.kind && sameDate(title?.date, before?.date);
  });
}

type WrittenDate = { readonly day: number; readonly month: number; readonly year: number | null } | null;

function sameDate(a: WrittenDate | undefined, b: WrittenDate | undefined): boolean {
  return a?.day === b?.day && a?.month === b?.month && a?.year === b?.year;
}

/** The new name in capitals, or with a small first letter, as the old one stands there. */
function writtenLike(written: string, name: string, newName: string): string {
  if (written === written.toUpperCase() && name !== name.toUpperCase()) return newName.toUpperCase();
  const lowered = startsSmall(written) && !startsSmall(name);
  // An abbreviation keeps its capitals.
  return lowered && !/^\p{Upper}{2}/u.test(newName)
    ? newName.charAt(0).toLowerCase() + newName.slice(1)
    : newName;
}

function startsSmall(text: string): boolean {
  const [first = ""] = text;
  return first === first.toLowerCase();
}

/** The changes, where the document that they give is the same document with another name in it. */
function checked(
  document: ReferatDocument,
  changes: readonly TextChange[],
  says: (after: ReferatDocument) => boolean,
): RenameResult {
  const apart = changes.filter(({ start, end, text }) => document.getText({ start, end }) !== text);
  if (apart.length === 0) return { changes: [] };
  const after = applyEdits(document, chunkEdits(document, apart));
  if (sameShape(document, after) && says(after)) return { changes: apart };
  return { refused: misread };
}

/** Whether the two have the same items, sections and blocks on the same lines. */
function sameShape(a: ReferatDocument, b: ReferatDocument): boolean {
  if (a.chunks.length !== b.chunks.length) return false;
  return a.chunks.every((chunk, index) => {
    const other = b.chunks[index];
    if (other === chunk) return true;
    return (
      other?.kind === chunk.kind &&
      other.comments.length === chunk.comments.length &&
      other.lineStarts.length === chunk.lineStarts.length &&
      other.blocks.length === chunk.blocks.length &&
      chunk.blocks.every((block, at) => {
        const now = other.blocks[at];
        return now?.kind === block.kind && now.line === block.line;
      })
    );
  });
}
