import { type Connection, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { type Left, leftWords, type Refusal, refusalWords } from "../edits/left.ts";
import { type Edited, type EditResult, isRefused } from "../edits/result.ts";
import type { OpenDocument } from "./documents.ts";
import { say } from "./say.ts";
import type { Session } from "./session.ts";
import { recordIn } from "./unknown.ts";
import { documentEdit } from "./workspaceEdits.ts";

/** The answer to a command whose arguments are not what they must be. */
export function invalid(command: string): ResponseError<never> {
  return new ResponseError<never>(ErrorCodes.InvalidParams, `${command}: invalid arguments`);
}

/** The answer to a command that was called for an earlier version of its document. */
export function outdated(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.ContentModified, "The document has changed since");
}

/**
 * Has the client make the edits that a command comes to, as one undo named `label`, and says what they left, or why there are
 * none. Gives the result where its edits are made; null where nothing was changed.
 */
export async function applied(
  result: EditResult,
  label: string,
  document: OpenDocument,
  connection: Connection,
  session: Session,
): Promise<Edited | null> {
  if (isRefused(result)) {
    await sayRefused(result.refused, connection, session);
    return null;
  }
  if (result.edits.length === 0) return null;
  const answer: unknown = await connection.workspace.applyEdit({
    label,
    edit: documentEdit(document, result.edits, session),
  });
  if (recordIn(answer)["applied"] !== true) return null;
  await sayLeft(result.left, connection, session);
  return result;
}

export async function sayRefused(
  refusal: Refusal,
  connection: Connection,
  { language }: Session,
): Promise<void> {
  await say(refusalWords[language](refusal), connection);
}

/** Names what a command left for a person to look at; nothing where there is nothing. */
export async function sayLeft(
  left: readonly Left[],
  connection: Connection,
  { language }: Session,
): Promise<void> {
  if (left.length > 0) await say(left.map((each) => leftWords[language](each)).join(" "), connection);
}
