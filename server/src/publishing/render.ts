import { type DocumentState, stateMarkOf } from "../model/documentState.ts";
import { kindOf } from "../model/itemKind.ts";
import { meetingOf } from "../model/meeting.ts";
import { participantsOf } from "../model/participants.ts";
import type { Profile } from "../model/profile.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { filesByKey } from "./blocks.ts";
import { cleanText } from "./cleanText.ts";
import { readHead } from "./head.ts";
import { soundClock, closedItem, readItem } from "./item.ts";
import { Places } from "./places.ts";
import type { RenderDocument } from "./renderModel.ts";

export interface RenderOptions {
  /** For everybody: closed items are replaced by a neutral line, and nothing of them is in the result. */
  readonly public?: boolean;
  /** How far the document has come; where nothing is given, what its own mark says. */
  readonly state?: DocumentState | null;
  /** The names of the files that the output will lie beside: an attachment among them is linked to. */
  readonly files?: readonly string[];
}

/**
 * Reads a document as its readers are to receive it. `fileKind` is what the file's ending says: it decides where there is no
 * title line. Any document can be read; what is not understood is a paragraph.
 */
export function render(
  document: ReferatDocument,
  fileKind: RenderDocument["kind"],
  profile: Profile,
  options: RenderOptions = {},
): RenderDocument {
  const isPublic = options.public === true;
  const isOpen = document.items.map((item) => !isPublic || !kindOf(item).closed);
  const withTitles = profile.publish.closedItems === "title";
  const places = new Places(document, {
    item: (index) => isOpen[index] ?? false,
    title: (index) => withTitles || (isOpen[index] ?? false),
    hidesClosed: isPublic && !withTitles,
  });
  const meeting = meetingOf(document, fileKind);
  const files = filesByKey(options.files ?? []);
  return {
    kind: meeting.kind,
    state: options.state ?? stateMarkOf(document)?.state ?? null,
    public: isPublic,
    meeting: {
      body: meeting.body === null ? null : cleanText(meeting.body),
      date: meeting.date,
      start: soundClock(meeting.start),
      end: soundClock(meeting.end),
      place: meeting.place === null ? null : cleanText(meeting.place),
    },
    participants: participantsOf(document.preambles).map(({ name, affiliation, absent }) => ({
      name: cleanText(name),
      affiliation: affiliation === null ? null : cleanText(affiliation),
      absent,
    })),
    head: readHead(places),
    changes: null,
    items: document.items.map((_, index) =>
      isOpen[index] ? readItem(places, index, meeting, files) : closedItem(places, index),
    ),
  };
}
