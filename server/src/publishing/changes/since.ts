import { bodyKeyOf } from "../../archive/bodyWords.ts";
import { type CalendarDate, danishDate, sameDate } from "../../calendar/date.ts";
import type { Profile } from "../../model/profile.ts";
import type { ReferatDocument } from "../../syntax/document.ts";
import { cleanText } from "../cleanText.ts";
import { render } from "../render.ts";
import type { RenderDocument } from "../renderModel.ts";
import { words } from "../words.ts";
import { withChanges } from "./changes.ts";

/** An earlier version of a document, and where it is from. */
export interface EarlierVersion {
  readonly document: ReferatDocument;
  /** What the ending of its file says: it decides where it has no title line. */
  readonly fileKind: RenderDocument["kind"];
  /** The name of its file. */
  readonly fileName: string;
  /** The day of which it is, where it is a version that was kept of the file; null where it is a file of its own. */
  readonly date: CalendarDate | null;
}

/** The document with what has changed in it since the earlier version, which is read as the profile says. */
export function withChangesSince(
  after: RenderDocument,
  earlier: EarlierVersion,
  profile: Profile,
): RenderDocument {
  const before = render(earlier.document, earlier.fileKind, profile, { public: after.public });
  return withChanges(after, before, sinceWords(after, before, earlier));
}

/**
 * What the earlier version is to the reader: the agenda of the same meeting, a version of a day, or a file. Everybody is told
 * no file's name: it can say what they are not to know.
 */
function sinceWords(after: RenderDocument, before: RenderDocument, earlier: EarlierVersion): string {
  if (after.kind === "referat" && before.kind === "dagsorden" && isSameMeeting(after, before))
    return words.agenda;
  if (earlier.date) return words.versionOf(danishDate(earlier.date));
  return after.public ? words.earlierVersion : `»${cleanText(earlier.fileName)}«`;
}

function isSameMeeting({ meeting: one }: RenderDocument, { meeting: other }: RenderDocument): boolean {
  if (one.body === null || other.body === null || one.date === null || other.date === null) return false;
  return sameDate(one.date, other.date) && bodyKeyOf(one.body) === bodyKeyOf(other.body);
}
