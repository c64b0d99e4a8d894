import type { Connection, ResponseError } from "vscode-languageserver";
import { actionsIn } from "../archive/actionRegister.ts";
import { type CalendarDate, dashedDate, isoDate, readIsoDate } from "../calendar/date.ts";
import { agendaToMinutes } from "../edits/agendaToMinutes.ts";
import { minutesToAgenda } from "../edits/minutesToAgenda.ts";
import { newDocument } from "../edits/newDocument.ts";
import { nextAgenda, type OpenAction } from "../edits/nextAgenda.ts";
import { isRefused, type NewText } from "../edits/result.ts";
import { meetingOf } from "../model/meeting.ts";
import type { Profile } from "../model/profile.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { invalid, outdated, sayLeft, sayRefused } from "./applied.ts";
import { type documentCommandIds, newDocumentCommand } from "./commandIds.ts";
import { say } from "./say.ts";
import type { Session } from "./session.ts";
import { isText, recordIn } from "./unknown.ts";
import { fileNameIn } from "../text/uri.ts";
import { createdFile } from "./workspaceEdits.ts";

/** The file that a command makes beside the document: its text, and its name by the document's own. */
interface NewFile {
  readonly text: NewText;
  readonly name: string;
}

/** What a document is made from. */
interface Source {
  readonly document: ReferatDocument;
  /** The name of its file, without the ending. */
  readonly name: string;
  readonly profile: Profile;
  /** What its body has still to do; nothing where the other meetings are not known. */
  readonly openActions: () => Promise<readonly OpenAction[] | undefined>;
}

type DocumentCommandId = (typeof documentCommandIds)[number];

type Maker = (source: Source, args: readonly unknown[]) => NewFile | null | Promise<NewFile | null>;

/**
 * Commands that make a file beside an open document. Their arguments: the document's URI, its version (or null), and what
 * the command needs besides. They answer with the URI of the file, or with null where there is none.
 */
const documentCommands: Readonly<Record<DocumentCommandId, Maker>> = {
  "referat.writeMinutes": ({ document, name, profile }) => ({
    text: agendaToMinutes(document, profile),
    name: `${name}.referat`,
  }),
  "referat.writeAgenda": ({ document, name }) => ({
    text: minutesToAgenda(document),
    name: `${name}.dagsorden`,
  }),
  async "referat.writeNextAgenda"({ document, name, openActions }, [day]) {
    const date = isText(day) ? readIsoDate(day) : null;
    return date && { text: nextAgenda(document, date, await openActions()), name: nextName(name, date) };
  },
};

export function isDocumentCommand(name: string): name is DocumentCommandId {
  return Object.hasOwn(documentCommands, name);
}

export function newDocumentText([kind, answers]: readonly unknown[]): string | ResponseError<never> {
  const { body, date, time, place, participants } = recordIn(answers);
  const day = isText(date) ? readIsoDate(date) : null;
  if ((kind !== "referat" && kind !== "dagsorden") || !isText(body) || !day) {
    return invalid(newDocumentCommand);
  }
  const words = (value: unknown): string => (isText(value) ? value.trim() : "");
  return newDocument({
    kind,
    body,
    date: day,
    time: words(time),
    place: words(place),
    participants: words(participants),
  });
}

/** Has the client create the file that a command makes, and says what it left; or why there is none, as where one has that name. */
export async function executeDocumentCommand(
  name: DocumentCommandId,
  [uri, version, ...args]: readonly unknown[],
  connection: Connection,
  session: Session,
): Promise<string | null | ResponseError<never>> {
  const document = isText(uri) ? await session.document(uri) : undefined;
  if (!document) return invalid(name);
  const source: Source = {
    document: document.syntax,
    name: fileNameIn(document.uri).replace(/\.[^.]*$/, ""),
    profile: session.profileOf(document),
    openActions: () => openActionsOf(document.syntax, session),
  };
  const file = await documentCommands[name](source, args);
  if (!file) return invalid(name);
  if (version != null && version !== document.version) {
    return outdated();
  }
  if (isRefused(file.text)) {
    await sayRefused(file.text.refused, connection, session);
    return null;
  }
  const created = createdFile(document.uri, encodeURIComponent(file.name), file.text.text, session);
  if (!created) return null;
  const answer: unknown = await connection.workspace.applyEdit({ label: file.name, edit: created.edit });
  if (recordIn(answer)["applied"] !== true) {
    await say(taken[session.language](file.name), connection);
    return null;
  }
  await sayLeft(file.text.left, connection, session);
  return created.uri;
}

/** An action that so many meetings in a row have not mentioned is no longer carried from one to the next. */
const mostPassedOver = 6;

/** What the document's body agreed at its meetings up to this one, and has not done, the oldest first. */
async function openActionsOf(
  document: ReferatDocument,
  session: Session,
): Promise<readonly OpenAction[] | undefined> {
  const { body, date } = meetingOf(document);
  const archive = await session.archive.current();
  if (body === null || date === null || session.archive.indexing) return undefined;
  const { rows } = actionsIn(archive, { body, to: isoDate(date) }, "");
  return rows
    .filter(({ state, passedOver }) => state !== "done" && passedOver < mostPassedOver)
    .sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1));
}

const taken = {
  da: (name: string) => `»${name}« er der allerede og er ikke rørt.`,
  en: (name: string) => `“${name}” is there already, and was left.`,
} as const;

/** `kulturudvalget-2026-03-04` → `kulturudvalget-2026-04-01.dagsorden`: a date in the name follows the meeting. */
function nextName(name: string, date: CalendarDate): string {
  const iso = isoDate(date);
  const dated = name.replace(/\d{4}-\d{2}-\d{2}/, iso).replace(/\d{2}-\d{2}-\d{4}/, dashedDate(date));
  return `${dated === name ? `${name}-${iso}` : dated}.dagsorden`;
}
