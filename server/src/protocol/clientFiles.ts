import type { Connection } from "vscode-languageserver";
import type { ReadFile } from "./configurations.ts";
import type { ListFolder } from "./folders.ts";
import { isList, isText } from "./unknown.ts";

/** The files of the workspace, read by a client that offers it. What it answers is looked at like all that it sends. */
export function clientFiles(connection: Connection): {
  readonly readFile: ReadFile;
  readonly listFolder: ListFolder;
} {
  return {
    async readFile(uri) {
      const text: unknown = await connection.sendRequest("referat/readFile", { uri });
      return isText(text) ? text : null;
    },
    async listFolder(uri) {
      const names: unknown = await connection.sendRequest("referat/listFolder", { uri });
      return isList(names, isText) ? names : null;
    },
  };
}
