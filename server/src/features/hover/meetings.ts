import { type CalendarDate, dayNumber, readIsoDate } from "../../calendar/date.ts";
import type { Archive, ArchivedItem } from "../../archive/archive.ts";
import { type MentionedMeeting, mentionsElsewhere } from "../../archive/mentionedMeetings.ts";
import { counted, type Language } from "../language.ts";
import { distanceText, longDate } from "./dates.ts";
import type { Hover } from "./hover.ts";
import { shortened } from "./quote.ts";

type Text = Omit<Hover, "span">;

/**
 * What there is to say of a meeting that is mentioned: when and where it was, the item that is meant, and what was decided there.
 * `ownDate` is that of the meeting that mentions it: `2026-03-04`.
 */
export function mentionedMeetingText(
  { documents, items }: MentionedMeeting,
  ownDate: string | null,
  language: Language,
): Text {
  const da = language === "da";
  const [first] = documents;
  const [item] = items;
  const record = first?.record;
  const decision = item?.item.decision?.text ?? "";
  return {
    heading: record?.body ?? "",
    lines: [
      whenText(record?.date ?? null, ownDate, language),
      ...(record?.place == null ? [] : [record.place]),
      ...(record?.kind === "dagsorden" ? [da ? "Dagsordenen" : "The agenda"] : []),
      ...(documents.length > 1
        ? [
            da
              ? `${documents.length} dokumenter om dette møde`
              : `${documents.length} documents of this meeting`,
          ]
        : []),
      ...(item ? [itemTitle(item, language)] : []),
      ...(decision === "" ? [] : [da ? "Beslutning:" : "Decision:"]),
    ],
    quote: decision === "" ? null : shortened(decision),
  };
}

/** Where other documents mention a meeting, a line each; none where nobody does. */
export function mentionedInLines(
  archive: Archive,
  uri: string,
  item: number | null,
  language: Language,
): string[] {
  const most = 8;
  const found = mentionsElsewhere(archive, uri, item);
  const sources = new Map(found.map((each) => [each.uri, archive.get(each.uri)]));
  const lines = [...sources.values()].flatMap((record) => {
    const date = record?.date == null ? null : readIsoDate(record.date);
    return record ? [`${record.body ?? ""}${date ? `, ${dayWithin(date, language)}` : ""}`] : [];
  });
  if (lines.length === 0) return [];
  const da = language === "da";
  const more = lines.length - most;
  const rest = da
    ? `og ${counted(more, "dokument", "dokumenter")} til`
    : `and ${counted(more, "other document", "other documents")}`;
  return [
    `${da ? "Nævnt i" : "Mentioned in"}: ${lines.slice(0, most).join(" · ")}${more > 0 ? ` · ${rest}` : ""}`,
  ];
}

/** What other meetings did with the case of a journal number, a line each, the newest first. */
export function sameCaseLines(archive: Archive, uri: string, number: string, language: Language): string[] {
  const most = 6;
  return archive
    .withJournalNumber(number)
    .filter((found) => found.uri !== uri && found.item.journalNumber === number)
    .reverse()
    .slice(0, most)
    .map(({ record, item }) => {
      const date = record.date === null ? null : readIsoDate(record.date);
      const when = date ? `${longDate(date, language)}, ` : "";
      const decided = item.decision ? `: ${shortened(item.decision.text, 120)}` : "";
      return `${when}${record.body ?? item.title}${decided}`;
    });
}

function itemTitle({ item }: ArchivedItem, language: Language): string {
  const label = item.number === null ? "" : `${language === "da" ? "Punkt" : "Item"} ${item.number}: `;
  return `${label}${item.title}`;
}

/** `Onsdag 4. marts 2026, 12 dage før mødet` */
function whenText(date: string | null, own: string | null, language: Language): string {
  const when = date === null ? null : readIsoDate(date);
  if (!when) return "";
  const meeting = own === null ? null : readIsoDate(own);
  const distance = meeting
    ? `, ${lowered(distanceText(dayNumber(when) - dayNumber(meeting), language))}`
    : "";
  return `${longDate(when, language)}${distance}`;
}

/** A day within a sentence: English weekdays keep their capitals. */
function dayWithin(date: CalendarDate, language: Language): string {
  const day = longDate(date, language);
  return language === "da" ? lowered(day) : day;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
