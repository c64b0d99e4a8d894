import { isUtf8 } from "node:buffer";
import type { Dirent } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type ArchiveFiles,
  type FileProblem,
  type FileStamp,
  type FileText,
  type Found,
  largestFile,
} from "../protocol/archive/archiveFiles.ts";
import { asFolder, canonicalUri, uriIn } from "../protocol/uris.ts";
import { isWithin } from "./isWithin.ts";

/** How many files are looked at together. */
const together = 64;
/** Whoever opens a whole disk as a workspace has no archive in it. */
const mostFolders = 100_000;

/** The files of the disk, for URIs of the scheme `file`. */
export const diskFiles: ArchiveFiles = {
  find: findOnDisk,
  stat: (uri) => {
    const path = pathOf(uri);
    return path === null ? Promise.resolve("unknown") : statOf(path);
  },
  read: async (uri, size) => (await fetchFromDisk(uri, size ?? null))(),
  fetch: fetchFromDisk,
};

async function* findOnDisk(
  folders: readonly string[],
  wanted: (path: string) => boolean,
): AsyncGenerator<Found> {
  const roots = folders.map((uri) => ({ uri, path: pathOf(uri) }));
  const walk = new Walk(
    roots.flatMap(({ path }) => path ?? []),
    wanted,
  );
  for (const { uri, path } of roots) {
    if (path === null) yield { unlisted: uri };
    else yield* walk.root(path);
  }
}

/** Goes through folders as searches do: not into hidden ones nor node_modules, and through each link once. */
class Walk {
  private readonly linked = new Set<string>();
  private folders = 0;

  constructor(
    private readonly roots: readonly string[],
    private readonly wanted: (path: string) => boolean,
  ) {}

  async *root(root: string): AsyncGenerator<Found> {
    const waiting = [root];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      if (this.folders++ >= mostFolders) {
        yield { unlisted: uriOf(folder) };
        continue;
      }
      let entries: Dirent[];
      try {
        entries = await readdir(folder, { withFileTypes: true });
      } catch (error) {
        // A folder of the workspace that is not there is a drive that is away.
        if (folder === root || !isGone(error)) yield { unlisted: uriOf(folder) };
        continue;
      }
      const files: string[] = [];
      const folderUri = asFolder(uriOf(folder));
      for (const entry of entries) {
        if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
        const path = join(folder, entry.name);
        if (entry.isDirectory()) waiting.push(path);
        else if (entry.isSymbolicLink() && (await this.leadsOn(path))) waiting.push(path);
        else if (this.wanted(relative(root, path).split(sep).join("/"))) files.push(entry.name);
      }
      for (let first = 0; first < files.length; first += together) {
        const some = files.slice(first, first + together);
        const all = await Promise.all(some.map((name) => found(join(folder, name), uriIn(folderUri, name))));
        yield* all.flat();
      }
    }
  }

  /** Whether a link leads to a folder that is not walked through anyway. */
  private async leadsOn(path: string): Promise<boolean> {
    try {
      if (!(await stat(path)).isDirectory()) return false;
      const target = await realpath(path);
      const walked = [...this.roots, ...this.linked];
      if (walked.some((each) => target === each || isWithin(target, each) || isWithin(each, target)))
        return false;
      this.linked.add(target);
      return true;
    } catch {
      // A link to nothing.
      return false;
    }
  }
}

async function found(path: string, uri: string): Promise<Found[]> {
  const stamp = await statOf(path);
  if (stamp === "gone" || stamp === "folder") return [];
  return [stamp === "unknown" ? { unlisted: uri } : { file: { uri, stamp } }];
}

async function statOf(path: string): Promise<FileStamp | "folder" | "gone" | "unknown"> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return "folder";
    // What is neither file nor folder (a pipe, say) is nothing that can be read to its end.
    return stats.isFile() ? { size: stats.size, modified: stats.mtimeMs } : "gone";
  } catch (error) {
    return isGone(error) ? "gone" : "unknown";
  }
}

async function fetchFromDisk(uri: string, known: number | null): Promise<() => FileText> {
  try {
    const path = fileURLToPath(uri);
    const size = known ?? (await stat(path)).size;
    if (size > largestFile) return () => ({ problem: "size" });
    const bytes = await readFile(path);
    return () => textOf(bytes);
  } catch (error) {
    return () => ({ problem: isGone(error) ? "gone" : "unreadable" });
  }
}

function textOf(bytes: Buffer): FileText {
  const problem = problemIn(bytes);
  return problem ? { problem } : { text: bytes.toString("utf8") };
}

function problemIn(bytes: Buffer): FileProblem | null {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return "encoding";
  if (bytes.includes(0)) return "binary";
  return isUtf8(bytes) ? null : "encoding";
}

function isGone(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOENT" || code === "ENOTDIR";
}

/** Null where this system has no such place: another machine's, say. */
function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}

function uriOf(path: string): string {
  return canonicalUri(pathToFileURL(path).href);
}
