import {
  LSPErrorCodes,
  type Position,
  type PrepareRenameResult,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { chunkEdits } from "../edits/textChanges.ts";
import { renameableAt, renameAt } from "../features/rename.ts";
import type { OpenDocument } from "./documents.ts";
import type { Session } from "./session.ts";
import { documentEdit } from "./workspaceEdits.ts";

export function prepareRenameOf(
  document: OpenDocument,
  position: Position,
  session: Session,
): PrepareRenameResult | null {
  const { syntax } = document;
  const { positions } = session;
  const { aliases } = session.profileOf(document);
  const found = renameableAt(syntax, positions.offset(syntax, position), aliases);
  return found && { range: positions.range(syntax, found.span), placeholder: found.name };
}

/** The edit that renames, or an error that says why not: the client shows it to the user. */
export function renameOf(
  document: OpenDocument,
  position: Position,
  newName: string,
  session: Session,
): WorkspaceEdit | ResponseError<never> {
  const { syntax } = document;
  const { aliases } = session.profileOf(document);
  const result = renameAt(syntax, session.positions.offset(syntax, position), newName, aliases);
  return "refused" in result
    ? new ResponseError<never>(LSPErrorCodes.RequestFailed, result.refused[session.language])
    : documentEdit(document, chunkEdits(syntax, result.changes), session);
}
