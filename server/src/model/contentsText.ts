import { type ItemTime, readTitleTime } from "../syntax/itemTime.ts";
import { withoutEnd } from "../text/ends.ts";
import { folded, nearestPrefix } from "../text/spelling.ts";

/** How the text of an entry of the contents compares with the text of a heading. */

/** A title and its time, apart. */
export interface TimedTitle {
  /** Title and time. */
  readonly full: string;
  readonly title: string;
  readonly time: ItemTime | null;
}

export function timedTitle(text: string): TimedTitle {
  const found = readTitleTime(text, 0, text.length);
  return {
    full: text,
    title: found ? text.slice(0, Math.max(0, found.titleEnd)) : text,
    time: found ? found.time : null,
  };
}

/** The time by its value: `13.05-13.30` and `kl. 13:05 – 13:30` are one. Empty for none. */
export function timeKey(time: ItemTime | null): string {
  if (!time) return "";
  if (time.type === "duration") return `${time.minutes} min`;
  const minutes = time.start.hour * 60 + time.start.minute;
  return `${minutes}-${time.end ? time.end.hour * 60 + time.end.minute : ""}`;
}

/** The title alone, without the number that some contents repeat (`Punkt 3: …`, `3. …`). */
export function withoutNumber(entry: string): { number: number | null; length: number } {
  const match = /^(?:(?:punkt|pkt\.?)\s{0,3}(\d{1,6})\s{0,3}[:.)]?|(\d{1,4})[.):])(?:\s{1,8}|$)/i.exec(entry);
  if (!match) return { number: null, length: 0 };
  return { number: Number(match[1] ?? match[2]), length: match[0].length };
}

/**
 * `same`: the words of the heading, perhaps with the time in another form. `cut`: what is there stands in the heading,
 * as far as it goes, be it misspelt besides. `other`: something else.
 */
export type EntryDifference = "same" | "cut" | "other";

/** Longer titles are compared by their beginnings. */
const longest = 400;

/** How the words of an entry, without a number that it repeats, differ from a heading's full title. Times count by their value. */
export function differenceOf(entryText: string, headingText: string): EntryDifference {
  if (entryText === headingText) return "same";
  const entry = tidied(timedTitle(entryText));
  const heading = tidied(timedTitle(headingText));
  if (sameWords(entry.full, heading.full)) return "same";
  if (sameWords(entry.title, heading.title) && timeKey(entry.time) === timeKey(heading.time)) return "same";
  // A closed item may keep its title to itself.
  if (/^lukket(?: (?:punkt|sag))?$/i.test(entry.full) && startsLike(heading.full, entry.full)) return "same";
  return isCut(entry, heading) ? "cut" : "other";
}

function startsLike(text: string, start: string): boolean {
  return folded(text).startsWith(folded(start));
}

/** The leader hides a full stop at the end; dashes, quotation marks and blanks of other widths are the same signs. */
function tidied({ full, title, time }: TimedTitle): TimedTitle {
  return { full: tidy(full), title: tidy(title), time };
}

function tidy(text: string): string {
  const alike = text
    .slice(0, longest)
    .replace(/[\t\u00a0\u202f]/g, " ")
    .replace(/[–—‑]/g, "-")
    .replace(/[”„“»«]/g, '"')
    .replace(/[’‘´`]/g, "'");
  return withoutEnd(alike, ".…");
}

function sameWords(entry: string, heading: string): boolean {
  if (entry === heading) return true;
  // The heading's own double blanks are its own matter; a contents in capitals is a style.
  if (entry === heading.replace(/\s+/g, " ")) return true;
  return entry === entry.toUpperCase() && entry === heading.toUpperCase();
}

function isCut(entry: TimedTitle, heading: TimedTitle): boolean {
  const written = folded(entry.full);
  const whole = folded(heading.full);
  if (written.length < whole.length && whole.startsWith(written)) return true;
  const title = folded(heading.title);
  const rest = written.startsWith(title) ? written.slice(title.length) : null;
  if (rest !== null && heading.time && timeBeginning.test(rest)) {
    // Cut in the time, which may stand in another form.
    if (entry.time === null) return true;
    return (
      entry.time.type === "start" &&
      heading.time.type === "slot" &&
      timeKey({ ...heading.time, end: null }) === timeKey(entry.time)
    );
  }
  // Misspelt and cut. A time at its end says that an entry is whole.
  if (entry.time !== null || written.length < 12) return false;
  const found = nearestPrefix(written, whole, Math.max(1, Math.floor(written.length / 16)));
  return found !== null && whole.length - found >= 4;
}

const timeBeginning = /^[,\s]{0,4}(?:-\s)?\(?\s{0,3}(?:k|kl\.?)?[\d.:\s-]{0,16}[a-z]{0,10}$/;
