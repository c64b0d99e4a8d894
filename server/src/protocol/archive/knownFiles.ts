import type { Archive } from "../../archive/archive.ts";
import type { DocumentRecord } from "../../archive/record.ts";
import type { FileStamp, FoundFile } from "./archiveFiles.ts";
import type { OpenRecords } from "./openRecords.ts";

/** What was read in a file, and when it holds. */
export interface KnownFile {
  readonly stamp: FileStamp;
  /** The hash of the referat.json that it was read with; empty where there is none. */
  readonly config: string;
  /** Null for a text that is no document. */
  readonly record: DocumentRecord | null;
}

/** Keeps what is known of the files beyond the server's life. */
export interface Keeper {
  readonly mustLoad: boolean;
  readonly load: () => Promise<void>;
  /** Whether there is enough to be saved; at the end anything is enough. */
  readonly mustSave: (atEnd: boolean) => boolean;
  readonly save: () => Promise<void>;
  /** What was kept of a file, for whoever sees that it still holds. */
  readonly recall: (uri: string) => KnownFile | null;
  readonly keep: (uri: string, file: KnownFile) => void;
  readonly drop: (uri: string) => void;
  /** The files of which something is kept. */
  readonly uris: () => Iterable<string>;
}

/**
 * What is known of the files, and which must be read. What holds stands in the archive, except for documents that are open. URIs
 * are canonical.
 */
export class KnownFiles {
  private readonly known = new Map<string, KnownFile>();
  private toRead = new Map<string, FoundFile>();

  constructor(
    private readonly archive: Archive,
    private readonly open: OpenRecords,
    private readonly keeper: Keeper | null,
  ) {}

  has(uri: string): boolean {
    return this.known.has(uri) || this.toRead.has(uri);
  }

  /** All files of which something is known, kept or to be found out. */
  uris(): Set<string> {
    return new Set([...this.known.keys(), ...this.toRead.keys(), ...(this.keeper?.uris() ?? [])]);
  }

  get(uri: string): KnownFile | undefined {
    return this.known.get(uri);
  }

  get waiting(): ReadonlyMap<string, FoundFile> {
    return this.toRead;
  }

  /** A file as it was found, and the hash of its referat.json: what is known of it holds, or it is to be read. */
  consider(file: FoundFile, config: string): void {
    const { uri, stamp } = file;
    const before = this.known.get(uri) ?? this.keeper?.recall(uri);
    if (before && stamp && isSameStamp(before.stamp, stamp) && before.config === config) {
      this.toRead.delete(uri);
      this.known.set(uri, before);
      this.show(uri);
      return;
    }
    this.toRead.set(uri, file);
  }

  /** A file is said to be another: it is read again, also where its size and its time are the same. */
  doubt(uri: string): void {
    const before = this.known.get(uri);
    if (before) this.known.set(uri, { ...before, stamp: { size: -1, modified: -1 } });
  }

  /** A file was read. */
  take(uri: string, file: KnownFile): void {
    this.toRead.delete(uri);
    this.known.set(uri, file);
    this.keeper?.keep(uri, file);
    this.show(uri);
  }

  /** A file cannot be read now; what is known of it stays. */
  pass(uri: string): void {
    this.toRead.delete(uri);
  }

  /** A file is gone, or is no document any more. */
  forget(uri: string): void {
    this.toRead.delete(uri);
    this.known.delete(uri);
    this.keeper?.drop(uri);
    this.show(uri);
  }

  /** What waits is read in this order: the last written first. */
  sort(): void {
    const modified = (file: FoundFile): number => file.stamp?.modified ?? 0;
    const files = [...this.toRead.values()].sort((a, b) => modified(b) - modified(a));
    this.toRead = new Map(files.map((file) => [file.uri, file]));
  }

  /** What waits is not read. */
  stopReading(): void {
    this.toRead.clear();
  }

  /** The archive knows the file no more, though it is there. */
  clear(): void {
    const uris = [...this.known.keys()];
    this.toRead.clear();
    this.known.clear();
    for (const uri of uris) this.show(uri);
  }

  /** Brings the archive up to what is known of a file; that of an open document is no matter. */
  show(uri: string): void {
    if (this.open.has(uri)) return;
    const record = this.known.get(uri)?.record;
    if (record) this.archive.set(uri, record);
    else this.archive.delete(uri);
  }
}

function isSameStamp(a: FileStamp, b: FileStamp): boolean {
  return a.size === b.size && a.modified === b.modified;
}
