import type { DocumentLink, Location, Position, Range } from "vscode-languageserver";
import {
  type MentionedMeeting,
  mentionedMeetingAt,
  mentionedMeetings,
  mentionsElsewhere,
} from "../../archive/mentionedMeetings.ts";
import type { OpenDocument } from "../documents.ts";
import type { Session } from "../session.ts";
import { lineIn, locationIn } from "./places.ts";

/** A meeting that an open document mentions, and the words that do. */
export interface Mentioned {
  readonly meeting: MentionedMeeting;
  readonly range: Range;
}

/** The meeting that is mentioned at a position of an open document. */
export async function mentionAt(
  { uri, syntax }: OpenDocument,
  position: Position,
  session: Session,
): Promise<Mentioned | null> {
  const archive = await session.archive.beside(uri);
  const at = syntax.positionAt(session.positions.offset(syntax, position));
  const meeting = mentionedMeetingAt(archive, uri, syntax, at);
  return meeting && { meeting, range: wordsOf(meeting, { uri, syntax }, session) };
}

/** Where a mention leads: the items that are meant, or the titles of the documents. */
export function locationsOf({ documents, items }: MentionedMeeting): Location[] {
  return items.length > 0
    ? items.map(({ uri, item }) => lineIn(uri, item.line))
    : documents.map(({ uri, record }) => lineIn(uri, record.line));
}

/** A link for each mention of a meeting that has one document. */
export async function meetingLinks(document: OpenDocument, session: Session): Promise<DocumentLink[]> {
  const { uri, syntax } = document;
  const archive = await session.archive.beside(uri);
  return mentionedMeetings(archive, uri, syntax).flatMap((meeting) => {
    const [place, ...others] = locationsOf(meeting);
    if (!place || others.length > 0) return [];
    const { line } = place.range.start;
    const [first] = meeting.documents;
    return [
      {
        range: wordsOf(meeting, document, session),
        // The form of a place in a file that VS Code and others know.
        target: line === 0 ? place.uri : `${place.uri}#L${line + 1}`,
        ...(session.support.linkTooltips && first ? { tooltip: first.record.body ?? "" } : {}),
      },
    ];
  });
}

/** Where other documents mention the meeting of a document, or one of its items. */
export async function mentionLocations(
  uri: string,
  item: number | null,
  session: Session,
): Promise<Location[]> {
  const archive = await session.archive.current();
  const found = mentionsElsewhere(archive, uri, item);
  return Promise.all(
    found.map(({ uri: other, place }) => locationIn(other, place.start, place.end, session)),
  );
}

function wordsOf(
  { start, end }: MentionedMeeting,
  { syntax }: Pick<OpenDocument, "uri" | "syntax">,
  { positions }: Session,
): Range {
  return positions.range(syntax, { start: syntax.offsetAt(start), end: syntax.offsetAt(end) });
}
