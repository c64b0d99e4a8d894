import {
  type CancellationToken,
  LSPErrorCodes,
  type Position,
  type PrepareRenameResult,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { chunkEdits } from "../edits/textChanges.ts";
import { sharedTargetAt } from "../features/elsewhere.ts";
import { renameableAt, renameAt } from "../features/rename.ts";
import { withOtherDocuments } from "./archive/renameElsewhere.ts";
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
export async function renameOf(
  document: OpenDocument,
  position: Position,
  newName: string,
  session: Session,
  token: CancellationToken,
): Promise<WorkspaceEdit | ResponseError<never>> {
  const { uri, syntax } = document;
  const { aliases } = session.profileOf(document);
  const offset = session.positions.offset(syntax, position);
  const result = renameAt(syntax, offset, newName, aliases);
  if ("refused" in result)
    return new ResponseError<never>(LSPErrorCodes.RequestFailed, result.refused[session.language]);
  const edit = documentEdit(document, chunkEdits(syntax, result.changes), session);
  const target = result.changes.length > 0 ? sharedTargetAt(syntax, offset, aliases) : null;
  return target ? withOtherDocuments(edit, target, newName, uri, session, token) : edit;
}
