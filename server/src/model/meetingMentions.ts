import { type DateMention, findDates } from "../calendar/dateText.ts";
import type { Chunk } from "../syntax/nodes.ts";
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
  /** How the sentence goes on, where it can name the body: ` i Kulturudvalget`. */
  readonly behind: string;
  /** The item that is meant: `punkt 5 på mødet den …`. */
  readonly item: ItemReference | null;
}

/** UTF-16 units before a date in which its meeting is named, and behind it. */
const reach = 110;
const reachBehind = 60;

const saysMeeting = /møde|referat|dagsorden/iu;
/** A name, and some words between it and the date: *Kulturudvalget godkendte på den baggrund*. */
const endsWithName = /\p{Lu}[^.;:()\r\n]{1,70}$/u;
/** *Fra den*, *senest*, *og*: what these lead to is no day on which a body met. */
const leadsElsewhere =
  /(?<!\p{L})(?:til|fra|inden|senest|pr\.|efter|før|og|eller|samt|frist|med)\s{0,3}$|[-–—(,]\s{0,3}$/iu;
const goesOn = /^\s{1,3}(?:i|for|på)\s/u;

/** The dates of an item that may be those of meetings. The head has its own date, and the contents only repeat. */
export const meetingMentionsIn: (chunk: Chunk) => readonly MeetingMention[] = memo((chunk) => {
  if (chunk.kind !== "item") return [];
  const text = chunk.masked;
  return findDates(text).flatMap((date): MeetingMention[] => {
    const sentence = sentenceAround(text, date);
    const from = Math.max(sentence.start, date.start - reach);
    const lead = text.slice(from, date.start).replace(/\s/g, " ");
    const before = saysMeeting.test(lead)
      ? lead
      : leadsElsewhere.test(lead)
        ? ""
        : (endsWithName.exec(lead)?.[0] ?? "");
    if (before === "") return [];
    const rest = text.slice(date.end, Math.min(sentence.end, date.end + reachBehind)).replace(/\s/g, " ");
    const behind = goesOn.test(rest) ? rest : "";
    return [{ date, before, behind, item: itemMeant(chunk, span(from, date.start)) }];
  });
});

/** The last item that is named before the date, with no full sentence between: `punkt 5 på mødet `, `pkt. 3 i referatet fra `. */
function itemMeant(chunk: Chunk, before: Span): ItemReference | null {
  const last = itemReferencesIn(chunk).findLast(
    ({ numberSpan }) => numberSpan.start >= before.start && numberSpan.end <= before.end,
  );
  if (!last) return null;
  const between = chunk.masked.slice(last.numberSpan.end, before.end);
  return /^[\s,]{1,3}(?:på|fra|i|af|til|ved)\s(?:[\p{L}\p{N}-]+[\s,]{1,3}){1,10}$/iu.test(between)
    ? last
    : null;
}
