import { detached } from "../text/detached.ts";
import { withoutEnd } from "../text/ends.ts";
import { type Span, span } from "../text/span.ts";

/** `Indholdsfortegnelse`, also with a colon or in capitals. */
export function isContentsHeading(text: string, start: number, end: number): boolean {
  return end - start < 24 && /^indholdsfortegnelse\s*:?$/i.test(text.slice(start, end));
}

/**
 * An entry of the contents. Its places are numbers of its own: who types above a thousand entries has them all moved, and each
 * object of theirs costs a look into the memory.
 */
export class ContentsEntry {
  constructor(
    private readonly start: number,
    private readonly textEnd: number,
    private readonly pageStart: number,
    private readonly end: number,
    readonly page: number | null,
    /** The line that it takes, counted from the chunk's first. */
    readonly line: number,
    /** The title with its time; comments are blanks. */
    readonly words: string,
  ) {}

  /** The title with its time, without leader and page. */
  get textSpan(): Span {
    return span(this.start, this.textEnd);
  }

  /** Dots or tabs between title and page; empty for an entry that was cut short. */
  get leader(): Span {
    return span(this.textEnd, this.pageStart);
  }

  get pageSpan(): Span | null {
    return this.page === null ? null : span(this.pageStart, this.end);
  }

  /** The entry so many UTF-16 units and lines further down. */
  moved(by: number, lines: number): ContentsEntry {
    const { start, textEnd, pageStart, end, page, line, words } = this;
    return new ContentsEntry(start + by, textEnd + by, pageStart + by, end + by, page, line + lines, words);
  }

  /** The entry with words that do not hold on to the text that they were cut from. */
  detached(): ContentsEntry {
    const { start, textEnd, pageStart, end, page, line, words } = this;
    return new ContentsEntry(start, textEnd, pageStart, end, page, line, detached(words));
  }
}

const pagePattern = /(\d{1,4})$/;

/** Whether a line ends with a leader and a page. */
export function hasPage(text: string, start: number, end: number): boolean {
  return leaderBeforePage(text, start, end) !== null;
}

/**
 * Reads an entry of the contents: the item's title, a leader (dots, a tab, or both) and a page. An entry that was cut
 * short often lacks the leader, and then perhaps the page: what is left is its text.
 */
export function readContentsEntry(text: string, start: number, end: number, line: number): ContentsEntry {
  const leader = leaderBeforePage(text, start, end);
  const pageStart = leader?.end ?? end;
  // A leader may lack its page.
  const textEnd = leader?.start ?? leaderStartBefore(text, start, end) ?? end;
  const page = leader ? Number(text.slice(pageStart, end)) : null;
  return new ContentsEntry(start, textEnd, pageStart, end, page, line, text.slice(start, textEnd).trim());
}

/** The leader of a line that ends with a page. */
function leaderBeforePage(text: string, start: number, end: number): Span | null {
  const digits = pagePattern.exec(text.slice(start, end))?.[1];
  if (digits === undefined) return null;
  const leaderEnd = end - digits.length;
  const leaderStart = leaderStartBefore(text, start, leaderEnd);
  return leaderStart === null ? null : span(leaderStart, leaderEnd);
}

/** Where the dots, blanks and tabs before `at` begin; null unless they hold a tab or three dots. */
function leaderStartBefore(text: string, start: number, at: number): number | null {
  const from = start + withoutEnd(text.slice(start, at), ".…·_").length;
  const leader = text.slice(from, at);
  if (from === start) return null;
  return /\t|\.{3}|…|_{3}|·{3}|(?:\. ){3}/.test(leader) ? from : null;
}
