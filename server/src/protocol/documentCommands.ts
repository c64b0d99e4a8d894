import { type Connection, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { type CalendarDate, isDate, isoDate, dashedDate } from "../calendar/date.ts";
import { agendaToMinutes } from "../edits/agendaToMinutes.ts";
import { leftWords, refusalWords } from "../edits/left.ts";
import { minutesToAgenda } from "../edits/minutesToAgenda.ts";
import { newDocument } from "../edits/newDocument.ts";
import { nextAgenda } from "../edits/nextAgenda.ts";
import { isRefused, type NewText } from "../edits/result.ts";
import type { Profile } from "../model/profile.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { say } from "./say.ts";
import type { Session } from "./session.ts";
import { isText, recordIn } from "./unknown.ts";
import { fileNameIn } from "./uris.ts";
import { createdFile } from "./workspaceEdits.ts";

/** The file that a command makes beside the document: its text, and its name by the document's own. */
interface NewFile {
  readonly text: NewText;
  readonly name: string;
}

type Maker = (
  document: ReferatDocument,
  name: string,
  args: readonly unknown[],
  profile: Profile,
) => NewFile | null;

/**
 * Commands that make a file beside an open document. Their arguments: the document's URI, its version (or null), and what
 * the command needs besides. They answer with the URI of the file, or with null where there is none.
 */
export const documentCommands: Readonly<Record<string, Maker>> = {
  "referat.writeMinutes": (document, name, _, profile) => ({
    text: agendaToMinutes(document, profile),
    name: `${name}.referat`,
  }),
  "referat.writeAgenda": (document, name) => ({
    text: minutesToAgenda(document),
    name: `${name}.dagsorden`,
  }),
  "referat.writeNextAgenda"(document, name, [day]) {
    const date = isText(day) ? calendarDate(day) : null;
    return date && { text: nextAgenda(document, date), name: nextName(name, date) };
  },
};

/** Gives the text of a new document from the answers that the client asked for. */
export const newDocumentCommand = "referat.newDocument";

export function newDocumentText([kind, answers]: readonly unknown[]): string | ResponseError<never> {
  const { body, date, time, place, participants } = recordIn(answers);
  const day = isText(date) ? calendarDate(date) : null;
  if ((kind !== "referat" && kind !== "dagsorden") || !isText(body) || !day) {
    return new ResponseError<never>(ErrorCodes.InvalidParams, `${newDocumentCommand}: invalid arguments`);
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

export async function executeDocumentCommand(
  name: string,
  [uri, version, ...args]: readonly unknown[],
  connection: Connection,
  session: Session,
): Promise<string | null | ResponseError<never>> {
  const document = isText(uri) ? await session.document(uri) : undefined;
  const file =
    document &&
    documentCommands[name]?.(
      document.syntax,
      fileNameIn(document.uri).replace(/\.[^.]*$/, ""),
      args,
      session.profileOf(document),
    );
  if (!file) return new ResponseError<never>(ErrorCodes.InvalidParams, `${name}: invalid arguments`);
  if (version != null && version !== document.version) {
    return new ResponseError<never>(LSPErrorCodes.ContentModified, "The document has changed since");
  }
  const { language } = session;
  if (isRefused(file.text)) {
    await say(refusalWords[language](file.text.refused), connection);
    return null;
  }
  const created = createdFile(document.uri, encodeURIComponent(file.name), file.text.text, session);
  if (!created) return null;
  const answer: unknown = await connection.workspace.applyEdit({ label: file.name, edit: created.edit });
  if (recordIn(answer)["applied"] !== true) {
    await say(taken[language](file.name), connection);
    return null;
  }
  const { left } = file.text;
  if (left.length > 0) await say(left.map((each) => leftWords[language](each)).join(" "), connection);
  return created.uri;
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

function calendarDate(text: string): CalendarDate | null {
  const [year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = { year, month, day };
  return isDate(date) ? date : null;
}
