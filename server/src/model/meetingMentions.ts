import { type DateMention, findDates } from "../calendar/dateText.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { lastNotAbove } from "../text/lines.ts";
import { type Span, span } from "../text/span.ts";
import { memo } from "./memo.ts";
import { type ItemReference, itemReferencesIn } from "./references.ts";
import { sentenceAround } from "./sentences.ts";

/**
 * A date that may be that of a meeting: `Kulturudvalget d. 9. oktober 2025`, `mødet den 14. maj 2025`, `Kulturudvalget
 * godkendte d. 4. marts 2026 planen`. Which meeting it is, and whether it is one, only who knows all meetings can say
 * (archive/naming.ts): here stands what the sentence says around the date.
 */
export interface MeetingMention {
  readonly date: DateMention;
  /** The sentence up to the date, as many UTF-16 units as there, with a blank for each line end. */
  readonly before: string;
  /** How the sentence goes on, where it can say whose meeting it was: ` i Kulturudvalget`, ` med klubben`. */
  readonly behind: string;
  /** The item that is meant: `punkt 5 på mødet den …`. */
  readonly item: ItemReference | null;
}

/** UTF-16 units before a date in which its meeting is named, and behind it. */
const reach = 110;
const reachBehind = 60;

const saysMeeting = /møde|referat|dagsorden/iu;
/** A name, and some words between it and the date: *Kulturudvalget godkendte på den baggrund*. */
const endsWithName = /\p{Upper}[^.;:()\r\n]{1,70}$/u;
/** *Fra den*, *senest*, *og*: what these lead to is no day on which a body met. */
const leadsElsewhere =
  /(?<!\p{Alpha})(?:til|fra|inden|senest|pr\.|efter|før|og|eller|samt|frist|med)\s{0,3}$|[-–—(,]\s{0,3}$/iu;
const goesOn = /^\s{1,3}(?:i|for|på|fra|med|hos)\s/u;
/** An entry of a list of days: `- Kulturudvalget: `. */
const entry = /(?:^|[\r\n])[ \t]{0,8}(?:[-•*][ \t]{1,4})?(\p{Upper}[^.;:()\r\n]{1,70}):[ \t]{1,4}$/u;

/** The dates of an item that may be those of meetings. The head has its own date, and the contents only repeat. */
export const meetingMentionsIn: (chunk: Chunk) => readonly MeetingMention[] = memo((chunk) => {
  if (chunk.kind !== "item") return [];
  const text = chunk.masked;
  return withYears(text, findDates(text)).flatMap((date): MeetingMention[] => {
    const sentence = sentenceAround(text, date);
    const from = rowStart(text, Math.max(sentence.start, date.start - reach), date.start);
    const lead = text.slice(from, date.start).replace(/\s/g, " ");
    const before = saysMeeting.test(lead) ? lead : nameBefore(text.slice(from, date.start), lead);
    if (before === "") return [];
    const rest = text.slice(date.end, Math.min(sentence.end, date.end + reachBehind)).replace(/\s/g, " ");
    const behind = goesOn.test(rest) ? rest : "";
    return [{ date, before, behind, item: itemMeant(chunk, span(from, date.start)) }];
  });
});

/** *4. juni, 3. september og 5. november 2025*: the year that ends a list of days is that of all. */
function withYears(text: string, dates: readonly DateMention[]): DateMention[] {
  const found = [...dates];
  for (let at = found.length - 2; at >= 0; at--) {
    const [date, next] = [found[at], found[at + 1]];
    if (date?.year !== null || next === undefined || next.year === null) continue;
    if (!/^\s{0,3}(?:,|,?\s{0,3}(?:og|samt))\s{1,3}$/u.test(text.slice(date.end, next.start))) continue;
    const isYearBefore = date.month > next.month || (date.month === next.month && date.day > next.day);
    found[at] = { ...date, year: isYearBefore ? next.year - 1 : next.year };
  }
  return found;
}

/** `from`, or where the row of a table begins that a date stands in: the rows above have their own meetings. */
function rowStart(text: string, from: number, date: number): number {
  const lead = text.slice(from, date);
  const line = Math.max(lead.lastIndexOf("\n"), lead.lastIndexOf("\r")) + 1;
  return /^\s{0,3}\||\t/u.test(lead.slice(line)) ? from + line : from;
}

/** The name that a date follows, as the end of `lead`, which is `written` with a blank for each line end; empty where none does. */
function nameBefore(written: string, lead: string): string {
  const listed = entry.exec(written)?.[1];
  if (listed !== undefined) return `${listed} `;
  return leadsElsewhere.test(lead) ? "" : (endsWithName.exec(lead)?.[0] ?? "");
}

const endsOfReferences: (chunk: Chunk) => readonly number[] = memo((chunk) =>
  itemReferencesIn(chunk).map(({ numberSpan }) => numberSpan.end),
);

/** The last item that is named before the date, with no full sentence between: `punkt 5 på mødet `, `pkt. 3 i referatet fra `. */
function itemMeant(chunk: Chunk, before: Span): ItemReference | null {
  const references = itemReferencesIn(chunk);
  const last = references[lastNotAbove(endsOfReferences(chunk), before.end)];
  if (!last || last.numberSpan.start < before.start || last.numberSpan.end > before.end) return null;
  const between = chunk.masked.slice(last.numberSpan.end, before.end);
  return /^[\s,]{1,3}(?:på|fra|i|af|til|ved)\s(?:[\p{Alpha}\p{N}-]+[\s,]{1,3}){1,10}$/iu.test(between)
    ? last
    : null;
}
