import type { InitializeParams } from "vscode-languageserver";
import { isList, isRecord, isText, recordIn } from "../unknown.ts";
import { asFolder } from "../uris.ts";

/** The folders of the workspace, as the beginnings of the URIs in them. One within another is no folder of its own. */
export class WorkspaceFolders {
  private given: readonly string[];
  roots: readonly string[];

  constructor(given: readonly string[]) {
    this.given = given.map(asFolder);
    this.roots = withoutNested(this.given);
  }

  change(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(asFolder));
    this.given = [...new Set([...this.given.filter((folder) => !gone.has(folder)), ...added.map(asFolder)])];
    this.roots = withoutNested(this.given);
  }

  /** The folder that a file lies in; null for one that lies in none. */
  rootOf(uri: string): string | null {
    return this.roots.find((root) => uri.startsWith(root)) ?? null;
  }

  /** The path of a file below its folder: `2026/marts.referat`. */
  pathOf(uri: string): string | null {
    const root = this.rootOf(uri);
    if (root === null) return null;
    try {
      return decodeURIComponent(uri.slice(root.length));
    } catch {
      return uri.slice(root.length);
    }
  }
}

/** The folders that a client opened, whichever way it says so. */
export function foldersIn(params: InitializeParams): string[] {
  const { workspaceFolders: given, rootUri, rootPath } = recordIn(params);
  if (isList(given, isFolder)) return given.map(({ uri }) => uri);
  if (isText(rootUri)) return [rootUri];
  return isText(rootPath) && rootPath !== "" ? [uriOfPath(rootPath)] : [];
}

/** The URI of a path as an operating system writes it: `/home/møder`, `C:\møder`, `\\server\møder`. */
function uriOfPath(path: string): string {
  const isWindows = /^(?:[a-z]:[\\/]|\\\\)/i.test(path);
  const parts = (isWindows ? path.replace(/\\/g, "/") : path).split("/").map(encodeURIComponent).join("/");
  if (parts.startsWith("//")) return `file:${parts}`;
  return parts.startsWith("/") ? `file://${parts}` : `file:///${parts}`;
}

function isFolder(value: unknown): value is { readonly uri: string } {
  return isRecord(value) && isText(value["uri"]);
}

/** The folders that lie in no other of them, each once. */
export function withoutNested(folders: readonly string[]): string[] {
  return folders.filter(
    (folder, index) =>
      !folders.some((other, at) => folder.startsWith(other) && (other !== folder || at < index)),
  );
}
