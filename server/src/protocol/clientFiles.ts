import type { Connection } from "vscode-languageserver";
import type { ReadFile } from "./configurations.ts";
import type { ListFolder } from "./folders.ts";
import { bytesOf } from "./base64.ts";
import type { ReadBytes } from "./publishing/press.ts";
import { isList, isText } from "./unknown.ts";

/** The files of the workspace, read by a client that offers it. What it answers is looked at like all that it sends. */
export function clientFiles(connection: Connection): {
  readonly readFile: ReadFile;
  readonly listFolder: ListFolder;
  readonly readBytes: ReadBytes;
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
    async readBytes(uri) {
      const coded: unknown = await connection.sendRequest("referat/readBytes", { uri });
      return isText(coded) ? bytesOf(coded) : null;
    },
  };
}
