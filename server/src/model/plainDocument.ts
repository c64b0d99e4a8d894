import { formatClock } from "../calendar/clock.ts";
import { isoDate } from "../calendar/date.ts";
import { resolveDate } from "../calendar/dateText.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import { absentFrom } from "./absence.ts";
import { actionsOf } from "./actions.ts";
import { attachmentsOf } from "./attachments.ts";
import { contentsOf } from "./contents.ts";
import { decisionOf } from "./decision.ts";
import { kindOf } from "./itemKind.ts";
import { headOf, type Meeting, meetingOf } from "./meeting.ts";
import { participantsOf } from "./participants.ts";
import { plainText } from "./plainText.ts";
import { recommendationsOf } from "./recommendations.ts";
import { lineStartIn } from "../syntax/lineStart.ts";

/**
 * The document as plain data: what `referat parse` prints. Lines count from 1; what the document does not say is null or
 * an empty list. Programs outside of the project rely on the names: they change only on purpose.
 */
export function plainDocument(document: ReferatDocument, fileKind?: "referat" | "dagsorden"): object {
  const meeting = meetingOf(document, fileKind);
  const head = headOf(document);
  const title = meeting.titleLine;
  return {
    kind: meeting.kind,
    title: title &&
      head && {
        line: lineAt(document, 0, title.span.start),
        body: meeting.body,
        date: title.date ? isoOrNull(resolveDate(title.date, null)) : null,
      },
    fields: document.preambles.flatMap((chunk, index) =>
      chunk.fields.map((field) => ({
        name: field.name,
        line: lineAt(document, index, field.labelSpan.start),
        value: plainText(chunk, field.valueSpan),
      })),
    ),
    meeting: {
      date: isoOrNull(meeting.date),
      start: meeting.start && formatClock(meeting.start),
      end: meeting.end && formatClock(meeting.end),
      place: meeting.place,
    },
    participants: participantsOf(document.preambles).map(({ name, affiliation, absent }) => ({
      name,
      affiliation,
      absent,
    })),
    toc: plainContents(document),
    items: document.items.map((item, index) =>
      plainItem(item, document.lineOf(document.firstItemIndex + index), meeting),
    ),
  };
}

function plainContents(document: ReferatDocument): object[] {
  return contentsOf(document).map(({ chunk, index, entry, item }) => {
    let text = plainText(chunk, entry.textSpan);
    // A heading that ends with a full stop (Evt.) lends it to its entry: the leader's dots hide it.
    const heading = item === null ? undefined : document.items[item];
    if (heading && plainText(heading, heading.heading.fullTitleSpan) === `${text}.`) text += ".";
    return { line: document.lineOf(index) + entry.line + 1, text, page: entry.page, item };
  });
}

function plainItem(item: Item, firstLine: number, meeting: Meeting): object {
  const line = (inItem: number): number => firstLine + inItem + 1;
  const { heading } = item;
  const time = heading.time;
  const { kind, closed } = kindOf(item);
  const decision = decisionOf(item);
  return {
    line: line(0),
    number: heading.number,
    title: heading.title,
    kind,
    closed,
    slot:
      time && time.type !== "duration"
        ? { start: formatClock(time.start), end: time.end && formatClock(time.end) }
        : null,
    durationMinutes: time?.type === "duration" ? time.minutes : null,
    journalNumber: item.journalNumber?.number ?? null,
    sections: item.sections.map((section) => ({
      kind: section.kind,
      heading: plainText(item, { start: section.start, end: headingLineEnd(item, section.line) }),
      line: line(section.line),
    })),
    recommendations: recommendationsOf(item).map((recommendation) => ({
      line: line(recommendation.line),
      text: recommendation.text,
      outcomes: recommendation.outcomes,
    })),
    decision: decision && {
      line: line(decision.line),
      text: decision.text,
      outcomes: decision.outcomes,
    },
    actions: actionsOf(item, meeting.date).map((action) => ({
      line: line(action.line),
      text: action.text,
      owner: action.owner,
      deadline: action.deadline,
    })),
    attachments: attachmentsOf(item).map((attachment) => ({
      line: line(attachment.line),
      number: attachment.number,
      name: attachment.name,
    })),
    absent: absentFrom(item).map((person) => person.name),
  };
}

function headingLineEnd(item: Item, line: number): number {
  return lineStartIn(item, line + 1);
}

function lineAt(document: ReferatDocument, chunkIndex: number, offset: number): number {
  return document.positionAt(document.offsetOf(chunkIndex) + offset).line + 1;
}

function isoOrNull(date: Parameters<typeof isoDate>[0] | null): string | null {
  return date && isoDate(date);
}
