import { kindOf } from "../model/itemKind.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";
import { editDistance } from "../text/spelling.ts";
import { type Span, span } from "../text/span.ts";

/** The words that a closed item is announced with: *Lukket punkt*, *Lukket sag*, *Lukket beslutningssag*. */
const noun = String.raw`(?:punkt(?:er)?|sag|pkt|møde|del|dagsorden|behandling|orientering|drøftelse|beslutning|\p{Alpha}{2,20}(?:sag|punkt))(?!\p{Alpha})`;
const closed = String.raw`(?:lukket|lukkede)(?!\p{Alpha})`;

/** `Lukket punkt: …`, `lukket: …`, `[Lukket] …`, on any line. */
const marked = new RegExp(String.raw`^[[(]?${closed}(?:[ -]${noun})?\.?[\])]? ?[:;/–—-]|^[[(]${closed}(?: ${noun})?[\])]`, "iu"); // prettier-ignore
/** The same where `Punkt 7` stands before it: `Punkt 7 Lukket punkt …`, `Punkt 7 (lukket) …`. */
const numbered = new RegExp(String.raw`^[[(]? ?${closed}(?:[ -]${noun}|[\])]| ?[:;/–—-]|$)`, "iu");
/** At the end of a title, or in brackets within it. */
const behind = new RegExp(String.raw`(?:,| [–—-]) ?lukket(?: (?:punkt|sag))?$|[[(] ?lukket(?: (?:punkt|sag|pkt|møde|del)[^)\]]{0,40})? ?[\])]|(?<!\p{Alpha})lukket (?:punkt|pkt)(?!\p{Alpha})|^fortroligt?(?: (?:punkt|sag))? ?[:–-]`, "iu"); // prettier-ignore
/** A line that parts the closed items from the others. */
const divider = /^(?:lukket (?:punkt|sag|møde|dagsorden|del|behandling)|lukkede punkter)[:.]?$/iu;

const lead =
  /^(?:\p{Alpha}{0,12} )?\p{Alpha}{0,20}(?:punkt|pkt\.?) ?(?:nr\.? ?)?\d{1,6}(?: ?[a-z](?!\p{Alpha}))? ?[:.)–—-]? ?/iu;
const listLead = /^\d{1,6}[a-z]?[.):] ?/i;

/** So much of a line tells what it is. */
const longestStart = 300;

/**
 * The lines of an open item or of the head that announce a closed item without being read as its heading: whoever wrote them
 * meant what follows to be kept. `next` is the item behind the chunk.
 */
export function closedAnnouncements(chunk: Chunk, next: Item | undefined): Span[] {
  const found: Span[] = [];
  const { masked, lineStarts } = chunk;
  // A line that parts the closed items from the open ones is in order where a closed one follows it.
  const worded = masked.trimEnd().length;
  const isParted = next !== undefined && kindOf(next).closed;
  const isItem = chunk.kind === "item";
  for (const [index, start] of lineStarts.entries()) {
    const whole = masked.slice(start, Math.min(lineStarts[index + 1] ?? masked.length, start + longestStart));
    if (!/luk|fortrolig/iu.test(whole.replace(invisible, ""))) continue;
    const at = start + whole.search(/\S/);
    const end = start + whole.trimEnd().length;
    // Where a page ended in the original, a line can begin within one.
    const line = plainLine(whole.slice(Math.max(whole.lastIndexOf("\f"), whole.lastIndexOf("\v")) + 1));
    const isHeading = isItem && index === 0;
    if (announces(line, isHeading) || (divider.test(line) && !(isParted && end >= worded)))
      found.push(span(at, end));
  }
  return found;
}

/** A comment that takes the heading of a closed item away from the words behind it: these are those of the item before. */
export function hiddenAnnouncement({ text, masked, comments }: Chunk): Span | null {
  const worded = masked.trimEnd().length;
  return (
    comments.find(({ start, end }) => {
      if (end >= worded) return false;
      const lines = text
        .slice(start, end)
        .replace(/^<!--|-->$/g, "")
        .split(/\r\n?|\n/);
      return lines.some((line) => announces(plainLine(line.slice(0, longestStart)), true));
    }) ?? null
  );
}

/** Signs that nobody sees, and those that only set a line apart. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff*_`]/gu;

function plainLine(written: string): string {
  return written
    .replace(invisible, "")
    .replace(/\s+/g, " ")
    .replace(/^[ >#|•·–—-]+/u, "")
    .replace(/(?<![ |])[ |]+$/u, "");
}

function announces(line: string, isHeading: boolean): boolean {
  const number = lead.exec(line)?.[0] ?? "";
  if (number === "") return marked.test(line) || marked.test(line.replace(listLead, ""));
  const title = line.slice(number.length);
  return numbered.test(title) || isMisspelt(title) || (isHeading && behind.test(title));
}

/** `Luket punkt: …` */
function isMisspelt(title: string): boolean {
  const [, first = "", second = ""] =
    /^(\p{Alpha}{4,8}) (\p{Alpha}{3,6}) ?:/u.exec(title.toLowerCase()) ?? [];
  return editDistance(first, "lukket", 1) <= 1 && /^(?:punkt|sag|pkt)$/u.test(second);
}
