import { meetingMeant } from "../archive/naming.ts";
import { danishDate, isoDate } from "../calendar/date.ts";
import { resolveDate } from "../calendar/dateText.ts";
import { type Abbreviation, abbreviationsIn, abbreviationsOf } from "../model/abbreviations.ts";
import { itemsThat } from "../model/inChunks.ts";
import { type MeetingMention, meetingMentionsIn } from "../model/meetingMentions.ts";
import type { Item } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";
import { greatest, least } from "../text/many.ts";
import { meetingWords, readingOf } from "./reads.ts";
import { paragraphsWith } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly number: number;
  readonly body: string;
  /** `4. marts 2026` */
  readonly date: string;
  readonly first: number;
  readonly last: number;
}

/** The references to items of other meetings, with the words that say which. */
const references = readingOf(
  (item) => [
    { at: 0, words: explained(abbreviationsIn(item)) },
    ...referencesIn(item).map(({ date, before, behind, item: meant }) => ({
      at: date.start,
      words: JSON.stringify([
        before,
        date.day,
        date.month,
        date.year,
        behind,
        meant?.number,
        placeBefore(date, meant),
      ]),
    })),
  ],
  (preamble) => meetingWords(preamble) + explained(abbreviationsIn(preamble)),
);

/** Where the item is named, counted back from the date. */
function placeBefore(date: Span, meant: MeetingMention["item"]): readonly number[] {
  return meant ? [date.start - meant.span.start, date.start - meant.span.end] : [];
}

function explained(abbreviations: readonly Abbreviation[]): string {
  return abbreviations.length === 0 ? "" : JSON.stringify(abbreviations);
}

/** Dates of meetings beside which an item is named. */
function referencesIn(item: Item): MeetingMention[] {
  return meetingMentionsIn(item).filter((mention) => mention.item !== null);
}

const itemsWithReferences = itemsThat((item) => referencesIn(item).length > 0);

export const meetingItem = documentRule<State>({
  id: "meeting-item",
  severity: "warning",
  archive: "needed",
  ...references,
  heeds: paragraphsWith(/p(?:un)?kt|\(/i),
  *detect({ document, meeting, around, items, chunkOf }) {
    if (!around) return;
    const own = {
      body: meeting.body,
      date: meeting.date && isoDate(meeting.date),
      abbreviations: abbreviationsOf(document),
    };
    for (const index of itemsWithReferences(document)) {
      const item = items[index];
      if (!item) continue;
      for (const { date: mention, before, behind, item: meant } of referencesIn(item)) {
        const date = resolveDate(mention, meeting.date);
        if (!meant || !date) continue;
        const found = meetingMeant(around.archive, own, { date: isoDate(date), before, behind });
        const [there, ...others] = found?.documents ?? [];
        // Two documents of one meeting, or an agenda that can still change: nobody knows.
        if (!there || others.length > 0 || there.record.kind !== "referat" || there.uri === around.uri)
          continue;
        const numbers = there.record.items.flatMap(({ number }) => number ?? []);
        const first = least(numbers);
        const last = greatest(numbers);
        // A number within the row is that of an item that the public's copy leaves out.
        if (numbers.length === 0 || (meant.number >= first && meant.number <= last)) continue;
        yield {
          chunk: chunkOf(index),
          span: meant.span,
          state: { number: meant.number, body: there.record.body ?? "", date: danishDate(date), first, last },
        };
      }
    }
  },
  message: {
    da: ({ number, body, date, first, last }) =>
      `Referatet fra ${body} d. ${date} har intet punkt ${number} (det har punkt ${first}-${last}), så læseren leder forgæves. Ret nummeret eller datoen.`,
    en: ({ number, body, date, first, last }) =>
      `The minutes of ${body} of ${date} have no item ${number} (they have items ${first}-${last}). Correct the number or the date.`,
  },
});
