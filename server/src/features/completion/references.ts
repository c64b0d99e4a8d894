import { bodyKeyOf } from "../../archive/bodyWords.ts";
import { type CalendarDate, danishDate, dayNumber, readIsoDate } from "../../calendar/date.ts";
import { attachmentsOf } from "../../model/attachments.ts";
import type { Item } from "../../syntax/nodes.ts";
import { fileNameIn } from "../../text/uri.ts";
import { folded } from "../../text/spelling.ts";
import type { Caret } from "./caret.ts";
import { type Completion, type Offer } from "./entries.ts";

/** More than this nobody reads through; what is typed of the number narrows it down. */
const most = 200;

const itemWord =
  /(?<![\p{Alpha}\p{N}-])(?:punkt(?:erne)?|pkt\.?)[ \u00a0]{1,3}(?:\d{1,4}\s?(?:,|og|eller|samt|-|–)\s?){0,8}(\d{0,4})$/iu;
const attachmentWord =
  /(?<![\p{Alpha}\p{N}-])bilag(?:ene)?[ \u00a0]{1,3}(?:\d{1,3}(?:\.\d{1,3})*\s?(?:,|og|samt|-|–)\s?){0,8}([\d.]{0,8})$/iu;

/** A word that points: behind it a number is all that can follow. */
const pointing =
  /(?:(?<!\p{Alpha})(?:jf\.?|jfr\.?|jævnfør|se|under)\s(?:punkt|bilag)|(?<!\p{Alpha})pkt\.)\s$/iu;

/** Whether a blank that was just typed ends a word that points at something. */
export function pointsAhead({ before }: Caret): boolean {
  return pointing.test(before);
}

const meetingWord =
  /(?<!\p{Alpha})\p{Alpha}{0,20}(?:møde|mødet|referat|referatet|dagsorden|dagsordenen)(?: af mødet)?[ \u00a0]{1,3}(?:d\.|den)[ \u00a0]{1,3}([\d.]{0,5}(?:[ \u00a0]?\p{Alpha}{0,9})?)$/iu;

/** *mødet i Skoleudvalget den*: what stands between may be anything, so it counts only where it names a body. */
const meetingIn =
  /(?<!\p{Alpha})(?:møde|mødet)[ \u00a0]i[ \u00a0][^.,;:!?]{1,120}[ \u00a0](?:d\.|den)[ \u00a0]{1,3}([\d.]{0,5}(?:[ \u00a0]?\p{Alpha}{0,9})?)$/iu;

/**
 * The items behind `punkt `, the attachments behind `bilag `, and the meetings behind `mødet den `, in running text.
 */
export function references(caret: Caret): Completion[] {
  const { item, section, before, after, chunk } = caret;
  if (/^[\p{Alpha}\p{N}]/u.test(after) || chunk.kind === "contents" || (item && caret.line === 0)) return [];
  const number = itemWord.exec(before)?.[1];
  if (number !== undefined) return caret.completed(itemOffers(caret, number), number);
  const day =
    meetingWord.exec(before)?.[1] ?? (bodyNamed(caret) === null ? undefined : meetingIn.exec(before)?.[1]);
  if (day !== undefined) return caret.completed(meetingOffers(caret), day);
  if (!item || section?.kind === "bilag") return [];
  const attachment = attachmentWord.exec(before)?.[1];
  return attachment === undefined
    ? []
    : caret.completed(attachmentOffers(caret, item, attachment), attachment);
}

function itemOffers({ document, itemIndex }: Caret, typed: string): Offer[] {
  const numbered = document.items.flatMap((item, index) => {
    const { number } = item.heading;
    return number === null || !String(number).startsWith(typed) || index === itemIndex
      ? []
      : [{ item, number, index }];
  });
  const nearest =
    numbered.length <= most
      ? numbered
      : [...numbered]
          .sort((a, b) => Math.abs(a.index - itemIndex) - Math.abs(b.index - itemIndex))
          .slice(0, most)
          .sort((a, b) => a.index - b.index);
  return nearest.map(({ item, number }): Offer => {
    const label = `${number} ${item.heading.title}`.trim();
    return {
      kind: "reference",
      label,
      text: [String(number)],
      filter: label,
      words: { da: `Punkt ${number}: ${item.heading.title}`, en: `Item ${number}: ${item.heading.title}` },
    };
  });
}

interface MeetingChoice {
  readonly date: CalendarDate;
  /** Its body, where it is not ours. */
  readonly body: string | null;
  readonly file: string | null;
}

/** The meetings that are known: the last one first, then this one, and the others back in time. */
function meetingOffers(caret: Caret): Offer[] {
  const { meeting } = caret;
  const body = bodyNamed(caret);
  const found = new Map<number, MeetingChoice>();
  const choices = [...(body === null ? meetingsBeside(caret) : []), ...meetingsInArchive(caret, body)];
  for (const choice of choices) found.set(dayNumber(choice.date), choice);
  const own = meeting.date ? dayNumber(meeting.date) : Infinity;
  if (meeting.date && body === null) found.set(own, { date: meeting.date, body: null, file: null });
  const latest = [...found].sort(([a], [b]) => b - a);
  const earlier = latest.filter(([day]) => day < own);
  const ranked = [
    ...earlier.slice(0, 1),
    ...latest.filter(([day]) => day === own),
    ...earlier.slice(1),
    ...latest.filter(([day]) => day > own),
  ];
  return ranked.slice(0, most).map(([, { date, body, file }]): Offer => ({
    kind: "reference",
    label: danishDate(date),
    ...(file === null ? {} : { detail: body ?? file }),
    text: [danishDate(date)],
    words:
      file === null
        ? { da: "Dette møde.", en: "This meeting." }
        : { da: `Mødet, hvis dokument er ${file}.`, en: `The meeting of ${file}.` },
  }));
}

const documentDay = /(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/** The meetings whose files lie beside, by the days in their names. */
function meetingsBeside({ context }: Caret): MeetingChoice[] {
  return (context.filesBeside ?? []).flatMap((file): MeetingChoice[] => {
    const day = /\.(?:referat|dagsorden)$/i.test(file) ? documentDay.exec(file)?.[0] : undefined;
    const date = day === undefined ? null : readIsoDate(day);
    return date ? [{ date, body: null, file }] : [];
  });
}

/** The other body whose name stands before the caret: *møde i Skoleudvalget den*. */
function bodyNamed({ context, meeting, before }: Caret): string | null {
  const text = folded(before);
  const bodies = context.around?.archive.bodies() ?? [];
  const own = meeting.body === null ? "" : bodyKeyOf(meeting.body);
  return bodies.find((name) => bodyKeyOf(name) !== own && text.includes(folded(name))) ?? null;
}

function meetingsInArchive({ context: { around }, meeting }: Caret, body: string | null): MeetingChoice[] {
  const name = body ?? meeting.body;
  if (!around || name === null) return [];
  return around.archive.of(name).flatMap(({ uri, record }): MeetingChoice[] => {
    const date = record.date === null ? null : readIsoDate(record.date);
    return date && uri !== around.uri ? [{ date, body, file: fileNameIn(uri) }] : [];
  });
}

/** The item's own attachments first, then those of the items around. */
function attachmentOffers(caret: Caret, item: Item, typed: string): Offer[] {
  const offers: Offer[] = [];
  const seen = new Set<string>();
  for (const each of [item, ...caret.nearby]) {
    for (const { number, name } of attachmentsOf(each)) {
      if (number === null || !number.startsWith(typed) || seen.has(number)) continue;
      seen.add(number);
      const label = `${number} ${name}`.trim();
      offers.push({
        kind: "reference",
        label,
        text: [number],
        filter: label,
        words: { da: `Bilag ${number}: ${name}`, en: `Attachment ${number}: ${name}` },
      });
    }
  }
  return offers.slice(0, most);
}
