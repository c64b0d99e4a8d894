import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { glob } from "tinyglobby";
import { FoundBelow } from "./inside.ts";

/** A document as it was read, or why it could not be. */
export interface ReadFile {
  /** As it was given, or found below what was given. */
  readonly path: string;
  readonly text: string | null;
  readonly problem: string | null;
}

const standardInput = "-";
const documents = "**/*.{referat,dagsorden}";

/**
 * Reads the files that the paths name: files, folders (with their subfolders, but not node_modules nor hidden ones),
 * glob patterns, and `-`. Each file once, in the order of the paths, and only when it is its turn: it can be forgotten before the
 * next is read, and is written before somebody else has long had time to. A path that names nothing is a problem of its own.
 */
export async function* eachFile(paths: readonly string[]): AsyncGenerator<ReadFile> {
  const seen = new Set<string>();
  for (const path of paths) {
    for (const found of await expand(path)) {
      if (seen.has(found.path)) continue;
      seen.add(found.path);
      yield found.problem === null ? readOne(found.path) : { ...found, text: null };
    }
  }
}

interface FoundPath {
  readonly path: string;
  readonly problem: string | null;
}

async function expand(path: string): Promise<FoundPath[]> {
  if (path === standardInput) return [{ path, problem: null }];
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    const below = await glob(documents, { cwd: path, ignore: ["**/node_modules/**"], dot: false });
    return insideOnly(
      below.sort().map((file) => join(path, file)),
      path,
    );
  }
  if (stats) return [{ path, problem: null }];
  if (!/[*?[\]{}]/.test(path)) return [{ path, problem: "filen findes ikke" }];
  const matched = await glob(path.replace(/\\/g, "/"), { ignore: ["**/node_modules/**"], dot: false });
  if (matched.length === 0) return [{ path, problem: "mønstret passer ikke på nogen fil" }];
  return insideOnly(
    matched.sort(),
    path.slice(0, path.search(/[*?[\]{}]/)).replace(/(?<![^/\\])[^/\\]+$/, "") || ".",
  );
}

/** What was found below a folder, without what only links lead to out of it. */
function insideOnly(paths: readonly string[], folder: string): FoundPath[] {
  const found = new FoundBelow(folder);
  return paths.map((path) => ({
    path,
    problem: found.has(path) ? null : "et link fører ud af mappen; nævn filen selv, hvis den skal med",
  }));
}

/** Reads one file as UTF-8, with its byte order mark. Bytes that are no UTF-8 are refused rather than bent. */
export function readOne(path: string): ReadFile {
  try {
    const bytes = readFileSync(path === standardInput ? 0 : path);
    return {
      path,
      text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
      problem: null,
    };
  } catch (error) {
    return { path, text: null, problem: problemOf(error) };
  }
}

function problemOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
      return "filen findes ikke";
    case "EACCES":
    case "EPERM":
      return "filen må ikke læses";
    case "EISDIR":
      return "det er en mappe";
    case "ERR_ENCODING_INVALID_ENCODED_DATA":
      return "filen er ikke UTF-8-tekst; gem den som UTF-8";
    case "ERR_FS_FILE_TOO_LARGE":
    case "ERR_STRING_TOO_LONG":
      return "filen er for stor";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** What the ending of the file says: it decides where a document has no title line. */
export function fileKindOf(path: string): "referat" | "dagsorden" {
  return /\.dagsorden$/i.test(path) ? "dagsorden" : "referat";
}
