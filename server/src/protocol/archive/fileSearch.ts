import { FileChangeType } from "vscode-languageserver";
import { type Configurations, isConfigUri } from "../configurations.ts";
import { folderOf } from "../uris.ts";
import type { ArchiveFiles, FoundFile } from "./archiveFiles.ts";
import { configHash } from "./configHash.ts";
import type { KnownFiles } from "./knownFiles.ts";
import type { Pace } from "./pace.ts";
import type { WorkspaceFolders } from "./workspaceFolders.ts";

/** All files are looked at anew, or only those that are not known yet. */
export type Search = "all" | "new";

const looksLikeFile = /\.[^./]{1,8}$/;
const hidden = /(?:^|\/)(?:\.|node_modules\/)/;

/** Finds out which files there are: all of them, or those of which something was told. */
export class FileSearch {
  /** What could not be listed the last time. */
  unlisted: ReadonlySet<string> = new Set();

  constructor(
    private readonly known: KnownFiles,
    private readonly files: ArchiveFiles,
    private readonly clientFinds: boolean,
    private readonly folders: WorkspaceFolders,
    private readonly configurations: Configurations,
    private readonly pace: Pace,
  ) {}

  /** Looks through all folders; `goesOn` says whether it still should. */
  async findAll(search: Search, wanted: (path: string) => boolean, goesOn: () => boolean): Promise<void> {
    const seen = new Set<string>();
    const unlisted = new Set<string>();
    for await (const found of this.files.find(this.folders.roots, wanted)) {
      if (!goesOn()) return;
      if ("unlisted" in found) {
        unlisted.add(found.unlisted.replace(/\/$/, ""));
      } else {
        seen.add(found.file.uri);
        if (search === "all" || !this.known.has(found.file.uri)) await this.look(found.file);
      }
      await this.pace.step();
    }
    this.unlisted = unlisted;
    for (const uri of this.known.uris()) {
      // What cannot be listed now is not gone.
      if (!seen.has(uri) && !isIn(uri, unlisted)) this.known.forget(uri);
      await this.pace.step();
    }
    this.known.sort();
  }

  /** Looks at files of which something was told; which search it has led to, if any. */
  async follow(
    events: ReadonlyMap<string, FileChangeType>,
    wanted: (path: string) => boolean,
  ): Promise<Search | null> {
    let search: Search | null = null;
    const gone = new Set<string>();
    const configured = new Set<string>();
    for (const [uri, type] of events) {
      if (isConfigUri(uri)) configured.add((folderOf(uri) ?? "").replace(/\/$/, ""));
      else if (type === FileChangeType.Deleted) gone.add(uri.replace(/\/$/, ""));
      else search = (await this.followOne(uri, type, wanted)) ?? search;
      await this.pace.step();
    }
    if (gone.size > 0 || configured.size > 0) await this.lookAgain(gone, configured);
    return search;
  }

  private async followOne(
    uri: string,
    type: FileChangeType,
    wanted: (path: string) => boolean,
  ): Promise<Search | null> {
    if (this.known.has(uri)) {
      this.known.doubt(uri);
      await this.look({ uri, stamp: null });
      return null;
    }
    const path = this.folders.pathOf(uri);
    if (path === null) return null;
    if (wanted(path)) {
      // The client knows what it ignores.
      if (this.clientFinds) return "new";
      if (!hidden.test(path)) await this.look({ uri, stamp: null });
      return null;
    }
    // A folder that is moved here is told of, and what is in it not.
    const isFolder =
      type === FileChangeType.Created &&
      !looksLikeFile.test(path) &&
      !hidden.test(path) &&
      (await this.files.stat(uri)) === "folder";
    return isFolder ? (this.clientFinds ? "new" : "all") : null;
  }

  /** Looks at the known files that are, or lie in, what is said to be gone, or that a changed referat.json speaks of. */
  private async lookAgain(gone: ReadonlySet<string>, configured: ReadonlySet<string>): Promise<void> {
    const away = new Map<string, boolean>();
    for (const uri of this.known.uris()) {
      if (isIn(uri, gone)) {
        const root = this.folders.rootOf(uri);
        // Where the whole folder of the workspace is gone, it is a drive that is away.
        if (root !== null && !away.has(root)) away.set(root, (await this.files.stat(root)) !== "folder");
        if (root === null || !away.get(root)) await this.look({ uri, stamp: null });
      } else if (isIn(uri, configured)) {
        await this.look({ uri, stamp: this.known.get(uri)?.stamp ?? null });
      }
      await this.pace.step();
    }
  }

  private async look(file: FoundFile): Promise<void> {
    const { uri } = file;
    const stamp = file.stamp ?? (await this.files.stat(uri));
    if (stamp === "gone" || stamp === "folder") this.known.forget(uri);
    else {
      const config = await configHash(uri, this.configurations);
      this.known.consider({ uri, stamp: stamp === "unknown" ? null : stamp }, config);
    }
  }
}

/** Whether a URI is one of these, or lies in one of them. */
function isIn(uri: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  for (let end = uri.length; end > 0; end = uri.lastIndexOf("/", end - 1)) {
    if (folders.has(uri.slice(0, end))) return true;
  }
  return false;
}
