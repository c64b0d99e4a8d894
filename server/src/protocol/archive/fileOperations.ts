import {
  type Connection,
  FileChangeType,
  type FileEvent,
  type FileOperationOptions,
} from "vscode-languageserver";
import type { ParamsCheck } from "../params.ts";
import type { Requests } from "../requests.ts";
import { isList, isRecord, isText, recordIn } from "../unknown.ts";
import type { Archivist } from "./archivist.ts";

/** Our own notification: the client has been elsewhere, and what happened to the files meanwhile nobody may have told. */
const lookAgainNotification = "referat/lookAgain";

const all = { filters: [{ pattern: { glob: "**/*" } }] };

/** What the user does to files in the editor is told of by it, whatever its watcher sees. */
export const followedOperations: FileOperationOptions = { didCreate: all, didRename: all, didDelete: all };

/** Lets the archive follow what the user does to files and folders in the editor. */
export function followFileOperations(connection: Connection, requests: Requests, archivist: Archivist): void {
  const told = (uris: readonly string[], type: FileChangeType): void =>
    archivist.filesChanged(uris.map((uri): FileEvent => ({ uri, type })));
  connection.workspace.onDidCreateFiles(
    requests.notice("didCreateFiles", withFiles, ({ files }) =>
      told(urisOf(files, "uri"), FileChangeType.Created),
    ),
  );
  connection.workspace.onDidDeleteFiles(
    requests.notice("didDeleteFiles", withFiles, ({ files }) =>
      told(urisOf(files, "uri"), FileChangeType.Deleted),
    ),
  );
  connection.workspace.onDidRenameFiles(
    requests.notice("didRenameFiles", withFiles, ({ files }) => {
      told(urisOf(files, "oldUri"), FileChangeType.Deleted);
      told(urisOf(files, "newUri"), FileChangeType.Created);
    }),
  );
  connection.onNotification(
    lookAgainNotification,
    requests.notice(
      lookAgainNotification,
      () => true,
      () => archivist.searchAgain(),
    ),
  );
}

const withFiles: ParamsCheck = (params) => isList(recordIn(params)["files"], isRecord);

function urisOf(files: readonly object[], key: string): string[] {
  return files.map((file) => recordIn(file)[key]).filter(isText);
}
