import { withoutEnd } from "../text/ends.ts";
import { type Span, span } from "../text/span.ts";
import type { EntryParts } from "./nodes.ts";

/** `Indholdsfortegnelse`, also with a colon or in capitals. */
export function isContentsHeading(text: string, start: number, end: number): boolean {
  return end - start < 24 && /^indholdsfortegnelse\s*:?$/i.test(text.slice(start, end));
}

const pagePattern = /(\d{1,4})$/;

/**
 * Reads an entry of the contents: the item's title, a leader (dots, a tab, or both) and a page. An entry that was cut
 * short often lacks the leader, and then perhaps the page: what is left is its text.
 */
export function readContentsEntry(text: string, start: number, end: number): EntryParts {
  const line = text.slice(start, end);
  const digits = pagePattern.exec(line)?.[1];
  if (digits !== undefined) {
    const leaderEnd = end - digits.length;
    const leaderStart = leaderStartBefore(text, start, leaderEnd);
    if (leaderStart !== null) {
      return {
        textSpan: span(start, leaderStart),
        leader: span(leaderStart, leaderEnd),
        page: Number(digits),
        pageSpan: span(leaderEnd, end),
      };
    }
  }
  // A leader without its page.
  const leaderStart = leaderStartBefore(text, start, end);
  const textSpan: Span = span(start, leaderStart ?? end);
  return { textSpan, leader: span(textSpan.end, end), page: null, pageSpan: null };
}

/** Where the dots, blanks and tabs before `at` begin; null unless they hold a tab or three dots. */
function leaderStartBefore(text: string, start: number, at: number): number | null {
  const from = start + withoutEnd(text.slice(start, at), ".…·_").length;
  const leader = text.slice(from, at);
  if (from === start) return null;
  return /\t|\.{3}|…|_{3}|·{3}|(?:\. ){3}/.test(leader) ? from : null;
}
