import type { FileEvent } from "vscode-languageserver";
import { FileChangeType } from "vscode-languageserver";
import { Archive } from "../../archive/archive.ts";
import { preparing } from "../../archive/preparing.ts";
import { type Configurations, isConfigUri } from "../configurations.ts";
import { asFolder, canonicalUri } from "../uris.ts";
import type { ArchiveFiles, FileProblem } from "./archiveFiles.ts";
import { type ArchiveSettings } from "./archiveSettings.ts";
import { FileEvents } from "./fileEvents.ts";
import { FileSearch, type Search } from "./fileSearch.ts";
import { type Keeper, KnownFiles } from "./knownFiles.ts";
import { OpenRecords, type ReadDocument } from "./openRecords.ts";
import type { Pace } from "./pace.ts";
import { ReadingQueue } from "./readingQueue.ts";
import { documentGlob, wantedBy } from "./wantedFiles.ts";
import { WorkspaceFolders } from "./workspaceFolders.ts";

/** Milliseconds after which a folder that could not be listed is tried again. */
const retry = 60_000;
/** Milliseconds after which files are looked for again, for a client that does not say what happens to them. */
const unwatched = 60_000;

/** What the archivist needs of the server. */
export interface ArchivistNeeds {
  readonly files: ArchiveFiles;
  /** The client itself says which files are there, by its own rules of what is ignored. */
  readonly clientFinds: boolean;
  /** The client says what happens to files. */
  readonly clientWatches: boolean;
  readonly keeper: Keeper | null;
  readonly configurations: Configurations;
  readonly pace: Pace;
  readonly documentAt: (uri: string) => Promise<ReadDocument | undefined>;
  /** Does work in the background; a failure is logged. */
  readonly attempt: (work: () => Promise<void>) => void;
  /** The server is not shut down. */
  readonly isRunning: () => boolean;
  readonly skipped: (uri: string, problem: FileProblem) => void;
  /** So many files wait to be read; none, at the end. */
  readonly progress: (waiting: number) => void;
  /** An open document holds something else than before. */
  readonly edited: () => void;
  /** The archive holds something else than before. */
  readonly changed: () => void;
  /** What was to be read is read. */
  readonly finished: () => void;
}

/**
 * Keeps the archive: finds the documents of the workspace, reads them in the background, and follows what happens to their
 * files and to the documents that are open.
 */
export class Archivist {
  readonly archive = new Archive();
  private readonly open: OpenRecords;
  private readonly known: KnownFiles;
  private readonly search: FileSearch;
  private readonly queue: ReadingQueue;
  private readonly events = new FileEvents(() => this.work());
  private readonly folders: WorkspaceFolders;
  private wanted: (path: string) => boolean;
  private toSearch: Search | null = "all";
  private isSearching = false;
  private searchedAt = 0;
  private isStarted = false;
  private isWorking = false;
  private preparation: Generator<undefined> | null = null;
  private preparedFor = -1;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly around: ArchivistNeeds,
    folders: readonly string[],
    public settings: ArchiveSettings,
  ) {
    const { files, clientFinds, configurations, pace, skipped } = around;
    this.folders = new WorkspaceFolders(folders);
    this.wanted = wantedBy(settings.include);
    this.open = new OpenRecords(this.archive, around.documentAt);
    this.known = new KnownFiles(this.archive, this.open, around.keeper);
    this.search = new FileSearch(this.known, files, clientFinds, this.folders, configurations, pace);
    this.queue = new ReadingQueue(this.known, files, configurations, pace, skipped);
  }

  /** Whether documents of the workspace may still be missing. */
  get indexing(): boolean {
    return this.isWorking && (this.isSearching || this.toSearch !== null || this.known.waiting.size > 0);
  }

  /** Whether an open document has changed since somebody last asked. */
  get hasEdits(): boolean {
    return this.open.hasEdits;
  }

  /** How the files of the archive are come by. */
  get files(): ArchiveFiles {
    return this.around.files;
  }

  /** The folder of the workspace that a folder lies in, or is; nothing for one that lies in none. */
  rootOf(folder: string): string | null {
    return this.folders.rootOf(asFolder(folder));
  }

  /** The globs of the files that can be documents. */
  watched(): string[] {
    return [documentGlob, ...this.settings.include];
  }

  /** The archive with the open documents as they stand now. It does not wait for the files that are still to be read. */
  async current(): Promise<Archive> {
    await this.open.bringIn();
    if (!this.around.clientWatches && performance.now() - this.searchedAt > unwatched) this.searchAgain();
    return this.archive;
  }

  /** What lies around an open document: the other open ones are in it as they stand now. It itself need not be. */
  async beside(uri: string): Promise<Archive> {
    await this.open.bringIn(uri);
    return this.archive;
  }

  /** Begins to read; before that, only open documents are known. */
  start(): void {
    this.isStarted = true;
    this.work();
  }

  /** Looks at all files anew. */
  searchAgain(): void {
    this.toSearch = "all";
    this.work();
  }

  /** What waits is not read, until `searchAgain`. */
  interrupt(): void {
    this.toSearch = null;
    this.known.stopReading();
  }

  /** A document was opened or changed, or was closed. */
  edited(uri: string, isOpen: boolean): void {
    this.around.pace.typed();
    if (isConfigUri(uri)) {
      this.open.reread();
      this.events.addTyped(uri);
    } else if (isOpen) {
      if (this.open.set(uri)) this.around.edited();
    } else {
      this.open.delete(uri);
      const canonical = canonicalUri(uri);
      // What is known of its file, until that has been looked at.
      this.known.show(canonical);
      this.events.add(canonical, FileChangeType.Changed);
      this.around.changed();
    }
  }

  /** What the client tells of files and folders, also of referat.json. */
  filesChanged(changes: readonly FileEvent[]): void {
    for (const { uri, type } of changes) {
      if (isConfigUri(uri)) this.open.reread();
      this.events.add(uri, type);
    }
  }

  /** Folders were added to the workspace, or taken from it. */
  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    this.folders.change(added, removed);
    this.searchAgain();
  }

  configure(settings: ArchiveSettings): void {
    if (JSON.stringify(settings) === JSON.stringify(this.settings)) return;
    this.settings = settings;
    this.wanted = wantedBy(settings.include);
    if (!settings.enabled) this.known.clear();
    this.around.changed();
    this.searchAgain();
  }

  private get goesOn(): boolean {
    return this.settings.enabled && this.around.isRunning();
  }

  private work(): void {
    if (this.isWorking || !this.isStarted || !this.goesOn) return;
    this.isWorking = true;
    this.around.attempt(async () => {
      try {
        do await this.around.pace.step();
        while (this.goesOn && (await this.doNext()));
      } finally {
        this.isWorking = false;
        this.around.progress(0);
        this.around.finished();
      }
    });
  }

  /** Does what is most urgent; whether there was anything. */
  private async doNext(): Promise<boolean> {
    const { keeper, progress, changed } = this.around;
    if (keeper?.mustLoad) await keeper.load();
    else if (this.events.waiting) {
      const search = await this.search.follow(this.events.take(), this.wanted);
      if (search !== null && this.toSearch !== "all") this.toSearch = search;
      changed();
    } else if (this.toSearch !== null) await this.searchFiles(this.toSearch);
    else if (keeper?.mustSave(this.known.waiting.size === 0)) await keeper.save();
    else if (this.known.waiting.size > 0) {
      progress(this.known.waiting.size);
      await this.queue.readNext();
      changed();
    } else return this.prepare();
    return true;
  }

  /** When all is read the first search is prepared; whether there is more to do for it. */
  private prepare(): boolean {
    if (this.preparedFor !== this.archive.version) {
      this.preparedFor = this.archive.version;
      this.preparation = preparing(this.archive);
      this.around.finished();
    }
    return this.preparation?.next().done === false;
  }

  private async searchFiles(search: Search): Promise<void> {
    clearTimeout(this.retryTimer);
    // What is asked for meanwhile is still to be done.
    this.toSearch = null;
    this.isSearching = true;
    try {
      await this.search.findAll(search, this.wanted, () => this.goesOn);
    } finally {
      this.isSearching = false;
    }
    this.searchedAt = performance.now();
    if (this.search.unlisted.size > 0) this.retryTimer = setTimeout(() => this.searchAgain(), retry);
    this.around.changed();
  }
}
