import type {
  Connection,
  Position,
  RenameFilesParams,
  ServerCapabilities,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { addAttachments } from "../edits/addAttachments.ts";
import { isRefused } from "../edits/result.ts";
import { fileRenameEdits } from "../features/fileRename.ts";
import { followedOperations, followFileOperations } from "./archive/fileOperations.ts";
import { isConfigUri } from "./configurations.ts";
import { isPosition, type ParamsCheck, withDocument } from "./params.ts";
import type { Requests } from "./requests.ts";
import type { Session } from "./session.ts";
import { isList, isText, recordIn } from "./unknown.ts";
import { fileNameIn } from "../text/uri.ts";
import { folderOf } from "./uris.ts";
import { documentEdit, textEditsOf } from "./workspaceEdits.ts";

/** Our own request: the edits that list files as attachments of the item at a position. */
const attachmentsRequest = "referat/attachments";

interface AttachmentsParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
  readonly names: readonly string[];
}

/** What has to do with the files beside a document. */
export function answerFiles(connection: Connection, requests: Requests, session: Session): void {
  connection.onRequest(
    attachmentsRequest,
    requests.answer(attachmentsRequest, withNames, (params: AttachmentsParams) =>
      attachmentEdits(params, session),
    ),
  );
  connection.workspace.onWillRenameFiles(
    requests.answer("willRenameFiles", withFiles, (params: RenameFilesParams) => renameEdit(params, session)),
  );
  followFileOperations(connection, requests, session.archive);
}

export const fileOperations: NonNullable<ServerCapabilities["workspace"]> = {
  fileOperations: {
    willRename: { filters: [{ pattern: { glob: "**/*", matches: "file" } }] },
    ...followedOperations,
  },
};

const withNames: ParamsCheck = (params) =>
  withDocument(params) &&
  isPosition(recordIn(params)["position"]) &&
  isList(recordIn(params)["names"], isText);

const withFiles: ParamsCheck = (params) => isList(recordIn(params)["files"], isRenamed);

function isRenamed(value: unknown): value is { oldUri: string; newUri: string } {
  const { oldUri, newUri } = recordIn(value);
  return isText(oldUri) && isText(newUri);
}

async function attachmentEdits(
  { textDocument, position, names }: AttachmentsParams,
  session: Session,
): Promise<TextEdit[] | null> {
  const document = await session.document(textDocument.uri);
  if (!document || isConfigUri(document.uri)) return null;
  const { syntax } = document;
  const item = syntax.chunkIndexAt(session.positions.offset(syntax, position)) - syntax.firstItemIndex;
  const result = addAttachments(syntax, item, names, session.profileOf(document));
  return isRefused(result) ? null : textEditsOf(document, result.edits, session);
}

/** The open documents beside the files say their new names; a file that moves to another folder is another matter. */
function renameEdit({ files }: RenameFilesParams, session: Session): WorkspaceEdit | null {
  const changes: WorkspaceEdit[] = [];
  for (const document of session.documents.all()) {
    const folder = folderOf(document.uri);
    if (folder === null || isConfigUri(document.uri)) continue;
    const beside = files.filter(
      ({ oldUri, newUri }) => folderOf(oldUri) === folder && folderOf(newUri) === folder,
    );
    const edits = beside.flatMap(({ oldUri, newUri }) =>
      fileRenameEdits(document.syntax, fileNameIn(oldUri), fileNameIn(newUri)),
    );
    if (edits.length > 0) changes.push(documentEdit(document, edits, session));
  }
  if (changes.length === 0) return null;
  return session.support.versionedEdits
    ? { documentChanges: changes.flatMap(({ documentChanges }) => documentChanges ?? []) }
    : { changes: Object.fromEntries(changes.flatMap((change) => Object.entries(change.changes ?? {}))) };
}
