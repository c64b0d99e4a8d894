import { type Disposable, FileSystemError, FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** How many files are looked at together. */
const together = 32;
const documents = "**/*.{referat,dagsorden}";

interface Stamp {
  readonly size: number;
  readonly modified: number;
}

/** Answers what the server asks of the workspace's files: VS Code knows what is ignored, and reads also what is on no disk. */
export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest("referat/findDocuments", () => findDocuments()),
    client.onRequest("referat/statFile", ({ uri }: { uri: string }) => statFile(Uri.parse(uri))),
  ];
}

/** The documents, and the other files that she takes for some; folders that cannot be listed now are named. */
async function findDocuments(): Promise<({ uri: string } | { unlisted: string })[]> {
  const found = new Map<string, Uri>();
  const globs = [
    documents,
    ...(workspace.getConfiguration("referat.archive").get<string[]>("include") ?? []),
  ];
  for (const glob of globs) {
    for (const uri of await workspace.findFiles(glob, ignored())) found.set(uri.toString(), uri);
  }
  const unlisted: { unlisted: string }[] = [];
  for (const { uri } of workspace.workspaceFolders ?? []) {
    if ((await statFile(uri)) !== "folder") unlisted.push({ unlisted: uri.toString() });
  }
  return [...(await withStamps([...found.values()])), ...unlisted];
}

/** What searches leave out, besides `files.exclude`, which always holds. */
function ignored(): string | undefined {
  const excluded = workspace.getConfiguration("search").get<Record<string, unknown>>("exclude") ?? {};
  const globs = Object.keys(excluded).filter((glob) => excluded[glob] === true);
  return globs.length === 0 ? undefined : `{${globs.join(",")}}`;
}

/** Files of the disk the server looks at itself, which takes it less time. */
async function withStamps(uris: readonly Uri[]): Promise<({ uri: string } & Partial<Stamp>)[]> {
  const files: ({ uri: string } & Partial<Stamp>)[] = [];
  for (let first = 0; first < uris.length; first += together) {
    const some = uris.slice(first, first + together).map(async (uri) => {
      const stamp = uri.scheme === "file" ? null : await statFile(uri);
      return { uri: uri.toString(), ...(typeof stamp === "object" ? stamp : {}) };
    });
    files.push(...(await Promise.all(some)));
  }
  return files;
}

/** Null where nobody can say now. */
async function statFile(uri: Uri): Promise<Stamp | "folder" | "gone" | null> {
  try {
    const { type, size, mtime } = await workspace.fs.stat(uri);
    return (type & FileType.Directory) !== 0 ? "folder" : { size, modified: mtime };
  } catch (error) {
    const isGone = error instanceof FileSystemError && error.code === "FileNotFound";
    return isGone ? "gone" : null;
  }
}
