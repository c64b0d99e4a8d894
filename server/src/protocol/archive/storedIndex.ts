import type { Keeper, KnownFile } from "./knownFiles.ts";
import type { Pace } from "./pace.ts";
import type { RecordStore } from "./recordStore.ts";
import { headerLine, isHeader, lineOf, linesOf, readLine } from "./storedLines.ts";

/** UTF-16 units that are gathered before they are written. */
const batch = 500_000;
/** Below so many lines nothing is gained by leaving out the stale ones. */
const fewLines = 200;

/**
 * What was read, kept beyond the server's life: it is read at the start, and written behind as documents change. It only saves
 * reading: where it is damaged, old or gone, the files are read again; where it cannot be written, the archive lives without.
 */
export class StoredIndex implements Keeper {
  /** The last line of each file that has one. */
  private readonly written = new Map<string, KnownFile>();
  private pending: string[] = [];
  private pendingLength = 0;
  /** All lines that are written, the stale ones too. */
  private lines = 0;
  private isLoaded = false;
  /** Its header is ours: what is put behind it will be read. */
  private isSound = false;
  private hasFailed = false;

  /** `failed` is told of the first thing that went wrong in writing. */
  constructor(
    private readonly store: RecordStore,
    private readonly serverVersion: string,
    private readonly pace: Pace,
    private readonly failed: (error: unknown) => void,
  ) {}

  get mustLoad(): boolean {
    return !this.isLoaded;
  }

  async load(): Promise<void> {
    this.isLoaded = true;
    try {
      for await (const line of linesOf(this.store.read())) {
        if (this.isSound) this.take(line);
        else if (isHeader(line, this.serverVersion)) this.isSound = true;
        else return;
        await this.pace.step();
      }
    } catch (error) {
      this.fail(error);
    }
  }

  recall(uri: string): KnownFile | null {
    return this.written.get(uri) ?? null;
  }

  keep(uri: string, file: KnownFile): void {
    this.written.set(uri, file);
    this.put(lineOf(uri, file));
  }

  drop(uri: string): void {
    if (this.written.delete(uri)) this.put(lineOf(uri, null));
  }

  uris(): Iterable<string> {
    return this.written.keys();
  }

  mustSave(atEnd: boolean): boolean {
    return !this.hasFailed && (this.pendingLength >= batch || (atEnd && this.pending.length > 0));
  }

  /** Writes what has changed; all anew, where most of what is written is stale. */
  async save(): Promise<void> {
    const { pending } = this;
    this.pending = [];
    this.pendingLength = 0;
    try {
      if (this.isSound && !this.isMostlyStale(pending.length)) {
        this.lines += pending.length;
        // A line that was cut off by the end of a server spoils none of these.
        await this.store.append(`\n${pending.join("\n")}\n`);
      } else {
        this.lines = this.written.size;
        await this.store.replace(this.all());
        this.isSound = true;
      }
    } catch (error) {
      this.fail(error);
    }
  }

  private take(line: Uint8Array): void {
    this.lines++;
    const read = readLine(line);
    if (read?.file) this.written.set(read.uri, read.file);
    else if (read) this.written.delete(read.uri);
  }

  private put(line: string): void {
    if (this.hasFailed) return;
    this.pending.push(line);
    this.pendingLength += line.length;
  }

  private isMostlyStale(more: number): boolean {
    const lines = this.lines + more;
    return lines > fewLines && lines > 2 * this.written.size;
  }

  private async *all(): AsyncGenerator<string> {
    let piece = `${headerLine(this.serverVersion)}\n`;
    for (const [uri, file] of this.written) {
      piece += `${lineOf(uri, file)}\n`;
      if (piece.length >= batch) {
        yield piece;
        piece = "";
      }
      await this.pace.step();
    }
    yield piece;
  }

  private fail(error: unknown): void {
    if (!this.hasFailed) this.failed(error);
    this.hasFailed = true;
    this.pending = [];
    this.pendingLength = 0;
  }
}
