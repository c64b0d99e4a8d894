import {
  type Disposable,
  FileSystemError,
  FileType,
  RelativePattern,
  Uri,
  window,
  workspace,
  type WorkspaceFolder,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { walk } from "./walk.ts";

/** How many files are looked at together. */
const together = 32;
/** Milliseconds away from VS Code after which the files are looked at again. */
const absence = 60_000;
const documents = "**/*.{referat,dagsorden}";

interface Stamp {
  readonly size: number;
  readonly modified: number;
}

/** Answers what the server asks of files: VS Code knows what is ignored, and reads also what is on no disk. */
export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest("referat/findDocuments", () => findDocuments()),
    client.onRequest("referat/readFile", ({ uri }: { uri: string }) => readFile(uri)),
    client.onRequest("referat/readBytes", ({ uri }: { uri: string }) => readBytes(uri)),
    client.onRequest("referat/listFolder", ({ uri }: { uri: string }) => listFolder(uri)),
    client.onRequest("referat/statFile", ({ uri }: { uri: string }) => statFile(Uri.parse(uri))),
    lookAgainOnReturn(client),
  ];
}

/** Whoever comes back has been at other programs, and of what they did on a network drive no watcher may have told. */
function lookAgainOnReturn(client: BaseLanguageClient): Disposable {
  // One clock can be set meanwhile, and the other can stand still while the machine sleeps.
  const clocks = (): number[] => [Date.now(), performance.now()];
  let left = clocks();
  return window.onDidChangeWindowState(({ focused }) => {
    if (!focused) left = clocks();
    else if (clocks().some((now, at) => Math.abs(now - (left[at] ?? 0)) > absence) && client.isRunning())
      void client.sendNotification("referat/lookAgain");
  });
}

/** The documents, and the other files that she takes for some; folders that cannot be listed now are named. */
async function findDocuments(): Promise<({ uri: string } | { unlisted: string })[]> {
  const found = new Map<string, Uri>();
  const globs = [
    documents,
    ...(workspace.getConfiguration("referat.archive").get<string[]>("include") ?? []),
  ];
  const unlisted: { unlisted: string }[] = [];
  const exclude = excluding(hiddenBy("search"));
  for (const folder of workspace.workspaceFolders ?? []) {
    if ((await statFile(folder.uri)) !== "folder") unlisted.push({ unlisted: folder.uri.toString() });
    else for (const uri of await filesIn(folder, globs, exclude)) found.set(uri.toString(), uri);
  }
  return [...(await withStamps([...found.values()])), ...unlisted];
}

/** A folder that VS Code has no search for (many virtual ones have none) is looked through by hand. */
async function filesIn(
  folder: WorkspaceFolder,
  globs: readonly string[],
  exclude: string | undefined,
): Promise<Uri[]> {
  if (!(await isSearched(folder, exclude))) {
    return walk(folder.uri, globs.flatMap(endingsOf), [...hiddenBy("search"), ...hiddenBy("files")]);
  }
  const found: Uri[] = [];
  for (const glob of globs) {
    for (const uri of await workspace.findFiles(new RelativePattern(folder, glob), exclude)) found.push(uri);
  }
  return found;
}

/** Where no file at all is found, there may be none, or no search. */
async function isSearched(folder: WorkspaceFolder, exclude: string | undefined): Promise<boolean> {
  try {
    return (await workspace.findFiles(new RelativePattern(folder, "**/*"), exclude, 1)).length > 0;
  } catch {
    return false;
  }
}

/** What searches leave out, besides `files.exclude`, which always holds for them. */
function excluding(globs: readonly string[]): string | undefined {
  return globs.length === 0 ? undefined : `{${globs.join(",")}}`;
}

function hiddenBy(section: "files" | "search"): string[] {
  const excluded = workspace.getConfiguration(section).get<Record<string, unknown>>("exclude") ?? {};
  return Object.keys(excluded).filter((glob) => excluded[glob] === true);
}

/** How the names end that a pattern means; the server looks into such files, and passes by what is no document. */
function endingsOf(glob: string): string[] {
  if (glob === documents) return [".referat", ".dagsorden"];
  const ending = /\*(\.[^*?{}[\]/]+)$/.exec(glob)?.[1];
  return ending === undefined ? [] : [ending.toLowerCase()];
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

/** A file's text; null where there is none. */
async function readFile(uri: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
  } catch {
    return null;
  }
}

/** A file's bytes in base64; null where there is none. */
async function readBytes(uri: string): Promise<string | null> {
  try {
    const bytes = await workspace.fs.readFile(Uri.parse(uri));
    let binary = "";
    for (let at = 0; at < bytes.length; at += 0x8000)
      binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(binary);
  } catch {
    return null;
  }
}

/** The names of the files in a folder; null where it cannot be listed. */
async function listFolder(uri: string): Promise<string[] | null> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.parse(uri));
    return entries.map(([name]) => name);
  } catch {
    return null;
  }
}
