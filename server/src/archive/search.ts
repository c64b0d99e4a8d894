import { memo } from "../model/memo.ts";
import { folded } from "../text/spelling.ts";
import type { Archive } from "./archive.ts";
import { bodyKeyOf, bodyWordsOf, isSameWord } from "./bodyWords.ts";
import type { DocumentRecord, ItemRecord } from "./record.ts";

/** A part of what fits: `limit` rows from `offset` on. */
export interface Range {
  readonly offset: number;
  readonly limit: number;
}

export const everything: Range = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

/** What can be found in an item, in small letters; between its parts stands a sign that no word is joined over. */
export function itemText(item: ItemRecord): string {
  const parts = [item.title, item.journalNumber ?? "", item.decision?.text ?? ""];
  for (const { text } of item.recommendations) parts.push(text);
  for (const { owner, text } of item.actions) parts.push(owner ?? "", text);
  return foldedText(parts.join(" | "));
}

const plain = /^[ -~æøå\r\n\t]*$/;

/** As `folded`, but quick where lines end, and with blanks as they are. */
export function foldedText(text: string): string {
  const lower = text.toLowerCase();
  return plain.test(lower) ? lower.replace(/\r\n|[\r\n\t]/g, " ") : folded(lower);
}

export const bodyTextOf: (record: DocumentRecord) => string = memo((record) =>
  folded([record.body ?? "", ...record.aliases].join(" | ")),
);

/** The words of a search, each to be found; none fits everything. */
export function searchWords(text: string | undefined): readonly string[] {
  return text === undefined ? [] : folded(text).split(" ").filter(Boolean);
}

/** Whether each word stands in one of the texts, in any order, also as a part of another word. */
export function hasAll(words: readonly string[], text: string, more = ""): boolean {
  return words.every((word) => text.includes(word) || more.includes(word));
}

/** Whether a meeting lies in a period; one without a date lies in none. */
export function isInPeriod(date: string | null, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  return date !== null && (from === undefined || date >= from) && (to === undefined || date <= to);
}

/**
 * The keys of the bodies that a filter names: the body of that name; where there is none, those that have all of its words
 * (*Kulturudvalget*) or an alias of that name. Null where there is no filter.
 */
export function bodiesNamed(archive: Archive, name: string | undefined): ReadonlySet<string> | null {
  if (name === undefined || name.trim() === "") return null;
  const exact = bodyKeyOf(name);
  if (archive.of(name).length > 0) return new Set([exact]);
  const words = bodyWordsOf(name);
  const fits = (other: string): boolean => {
    const own = bodyWordsOf(other);
    return words.length > 0 && words.every((word) => own.some((each) => isSameWord(each, word)));
  };
  const keys = new Set(archive.bodies().filter(fits).map(bodyKeyOf));
  for (const { record } of archive.all())
    if (record.body !== null && record.aliases.some((alias) => bodyKeyOf(alias) === exact))
      keys.add(bodyKeyOf(record.body));
  return keys;
}

/** Whether a folded text has a folded name, as a word or words of their own; a genitive is one too. */
export function hasName(text: string, name: string): boolean {
  if (name === "") return true;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const before = text.charAt(at - 1);
    const behind = text.slice(at + name.length, at + name.length + 2);
    if (!isWordSign(before) && /^(?:s?(?![\p{Alpha}\p{N}])|$)/u.test(behind)) return true;
  }
  return false;
}

function isWordSign(sign: string): boolean {
  return /[\p{Alpha}\p{N}]/u.test(sign);
}
