import type { Connection, Position, ResponseError } from "vscode-languageserver";
import { caseHistory } from "../../archive/caseHistory.ts";
import { insertHistory } from "../../edits/insertHistory.ts";
import { markDone } from "../../edits/markDone.ts";
import type { EditResult } from "../../edits/result.ts";
import { applied, invalid } from "../applied.ts";
import { type archiveCommandIds, insertCaseHistoryCommand, markActionDoneCommand } from "../commandIds.ts";
import type { OpenDocument } from "../documents.ts";
import { isPosition } from "../params.ts";
import type { Session } from "../session.ts";
import { isText } from "../unknown.ts";
import { anyDocument } from "./anyDocument.ts";
import { uriIn } from "./places.ts";

type Answer = null | ResponseError<never>;
type Run = (args: readonly unknown[], connection: Connection, session: Session) => Promise<Answer>;

type ArchiveCommandId = (typeof archiveCommandIds)[number];

export function isArchiveCommand(name: string): name is ArchiveCommandId {
  return Object.hasOwn(archiveCommands, name);
}

/** Commands that change a document by what the archive knows. */
export const archiveCommands: Readonly<Record<ArchiveCommandId, Run>> = {
  /** The document need not be open: the client opens it for the edit. */
  async [markActionDoneCommand]([uri, line, done, words], connection, session) {
    if (!isText(uri) || !isLine(line) || typeof done !== "boolean" || (words != null && !isText(words)))
      return invalid(markActionDoneCommand);
    const document = await anyDocument(uri, session);
    if (!document) return invalid(markActionDoneCommand);
    const label = titles[session.language][done ? "done" : "notDone"];
    await applied(
      markDone(document.syntax, line, done, words ?? undefined),
      label,
      document,
      connection,
      session,
    );
    return null;
  },
  async [insertCaseHistoryCommand]([uri, position], connection, session) {
    if (!isText(uri) || !isPosition(position)) return invalid(insertCaseHistoryCommand);
    const document = await session.document(uri);
    if (!document) return invalid(insertCaseHistoryCommand);
    const label = titles[session.language].history;
    await applied(await history(document, position, session), label, document, connection, session);
    return null;
  },
};

const titles = {
  da: { done: "Markér som udført", notDone: "Markér som ikke udført", history: "Indsæt sagens forløb" },
  en: { done: "Mark as done", notDone: "Mark as not done", history: "Insert the course of the case" },
} as const;

async function history(document: OpenDocument, position: Position, session: Session): Promise<EditResult> {
  const { syntax } = document;
  const offset = session.positions.offset(syntax, position);
  const item = syntax.chunkIndexAt(offset) - syntax.firstItemIndex;
  const archive = await session.archive.current();
  const steps = caseHistory(archive, uriIn(archive, document.uri), item);
  return insertHistory(syntax, offset, steps);
}

function isLine(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
