import {
  type CodeAction,
  type Command,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { configFromDocument } from "../config/fromDocument.ts";
import { invalid } from "./applied.ts";
import { archiveCommands, isArchiveCommand } from "./archive/archiveCommands.ts";
import { applyEditCommand, createConfigCommand, newDocumentCommand, showCommand } from "./commandIds.ts";
import { createdConfig } from "./configEdits.ts";
import { configFileName } from "./configurations.ts";
import { executeDocumentCommand, isDocumentCommand, newDocumentText } from "./documentCommands.ts";
import type { OpenDocuments } from "./documents.ts";
import { type CommandAnswer, executeItemCommand, isItemCommand } from "./itemCommands.ts";
import { isPosition } from "./params.ts";
import type { Session } from "./session.ts";
import { isRecord, isText, recordIn } from "./unknown.ts";
import { folderOf } from "./uris.ts";

/** The action as a command. It knows the versions that its edit fits: it can be called long after it was offered. */
export function asCommand({ title, edit = {} }: CodeAction, documents: OpenDocuments): Command {
  return { title, command: applyEditCommand, arguments: [title, edit, versionsUnder(edit, documents)] };
}

/**
 * The answer to `workspace/executeCommand`. Which arguments a command takes, and what it answers, is said where the
 * command is.
 */
export async function executeCommand(
  command: string,
  args: readonly unknown[],
  connection: Connection,
  session: Session,
): Promise<string | CommandAnswer | ResponseError<never>> {
  if (isItemCommand(command)) return executeItemCommand(command, args, connection, session);
  if (isDocumentCommand(command)) return executeDocumentCommand(command, args, connection, session);
  if (isArchiveCommand(command)) return archiveCommands[command](args, connection, session);
  switch (command) {
    case applyEditCommand:
      return applyEdit(args, connection, session.documents);
    case createConfigCommand:
      return createConfig(args[0], connection, session);
    case newDocumentCommand:
      return newDocumentText(args);
    case showCommand:
      return show(args, connection, session);
    default:
      return new ResponseError<never>(ErrorCodes.InvalidParams, `Unknown command ${command}`);
  }
}

/** A client that shows no documents on request is left in peace. */
async function show(
  [uri, range]: readonly unknown[],
  connection: Connection,
  session: Session,
): Promise<null | ResponseError<never>> {
  const { start, end } = recordIn(range);
  if (!isText(uri) || !isPosition(start) || !isPosition(end)) return invalid(showCommand);
  if (session.support.showDocument && session.documents.get(uri))
    await connection.window.showDocument({ uri, takeFocus: true, selection: { start, end } });
  return null;
}

async function applyEdit(
  [label, edit, versions]: readonly unknown[],
  connection: Connection,
  documents: OpenDocuments,
): Promise<null | ResponseError<never>> {
  if (!isText(label) || !isRecord(edit) || !isRecord(versions)) {
    return invalid(applyEditCommand);
  }
  if (Object.entries(versions).some(([uri, version]) => versionOf(uri, documents) !== version)) {
    return new ResponseError<never>(
      LSPErrorCodes.ContentModified,
      "The document is another than the edit was made for",
    );
  }
  await connection.workspace.applyEdit({ label, edit });
  return null;
}

/** Says with the URI of the referat.json that it is there now, or with null that it is not. */
async function createConfig(uri: unknown, connection: Connection, session: Session): Promise<string | null> {
  const document = isText(uri) ? session.documents.get(uri) : undefined;
  const folder = document && folderOf(document.uri);
  if (!document || folder == null) return null;
  const edit = createdConfig(document.uri, configFromDocument(document.syntax), session);
  if (!edit) return null;
  const answer: unknown = await connection.workspace.applyEdit({ label: configFileName, edit });
  return recordIn(answer)["applied"] === true ? folder + configFileName : null;
}

function versionsUnder(edit: WorkspaceEdit, documents: OpenDocuments): Record<string, number | null> {
  const uris = [
    ...Object.keys(edit.changes ?? {}),
    ...(edit.documentChanges ?? []).flatMap((change) =>
      "textDocument" in change ? change.textDocument.uri : [],
    ),
  ];
  return Object.fromEntries(uris.map((uri) => [uri, versionOf(uri, documents)]));
}

function versionOf(uri: string, documents: OpenDocuments): number | null {
  return documents.get(uri)?.version ?? null;
}
