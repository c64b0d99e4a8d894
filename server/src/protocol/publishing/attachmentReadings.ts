import type { FileReading } from "../../reading/readFile.ts";
import { Reader, type StartReader } from "../../reading/reader.ts";
import { largestAttachment } from "../../reading/reading.ts";
import { fileNameIn } from "../../text/uri.ts";
import type { ArchiveFiles } from "../archive/archiveFiles.ts";
import { hashOf } from "../archive/textHash.ts";
import { folderOf } from "../uris.ts";
import type { ReadBytes } from "./press.ts";

interface Known {
  /** What the file was when it was read. */
  readonly key: string;
  readonly reading: Promise<FileReading>;
}

/** So many files are remembered. */
const most = 1000;

/**
 * What was found in the files beside the documents. A file is read once, and again when it is another: whoever asks after each
 * keystroke costs a look at its time and size.
 */
export class AttachmentReadings {
  private readonly reader: Reader;
  private readonly known = new Map<string, Known>();
  /** Bytes are fetched one file after the other: many large ones never lie in memory together. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    start: StartReader,
    private readonly files: {
      readonly readBytes: ReadBytes;
      readonly stat: ArchiveFiles["stat"];
      /** Whether a file really lies in its folder, or in that of the workspace. */
      readonly liesIn: (uri: string, folder: string) => Promise<boolean>;
    },
  ) {
    this.reader = new Reader(start);
  }

  /** Null where there is no such file. Rejects never. */
  async of(uri: string): Promise<FileReading | null> {
    const stamp = await this.files.stat(uri);
    if (stamp === "gone" || stamp === "folder") {
      this.known.delete(uri);
      return null;
    }
    if (!(await this.files.liesIn(uri, folderOf(uri) ?? uri))) return { unread: "unavailable" };
    // Who cannot say when a file was written must hand it over each time.
    if (stamp === "unknown") return this.after(async () => this.ofBytes(uri, await this.bytes(uri)));
    if (stamp.size > largestAttachment) return { unread: "tooLarge" };
    return this.remembered(uri, `${stamp.size} ${stamp.modified}`, () =>
      this.after(async () => this.read(uri, await this.bytes(uri))),
    );
  }

  private ofBytes(uri: string, bytes: Uint8Array | null): Promise<FileReading> {
    const key = bytes ? hashOf(bytes) : "";
    return this.remembered(uri, key, () => this.read(uri, bytes));
  }

  private remembered(uri: string, key: string, read: () => Promise<FileReading>): Promise<FileReading> {
    const known = this.known.get(uri);
    if (known?.key === key) return known.reading;
    const reading = read();
    this.known.delete(uri);
    this.known.set(uri, { key, reading });
    const [oldest] = this.known.keys();
    if (this.known.size > most && oldest !== undefined) this.known.delete(oldest);
    void this.forgetGivenUp(uri, reading);
    return reading;
  }

  /** What was given up may go better another time. */
  private async forgetGivenUp(uri: string, reading: Promise<FileReading>): Promise<void> {
    const read = await reading;
    if ("unread" in read && read.unread === "unavailable" && this.known.get(uri)?.reading === reading)
      this.known.delete(uri);
  }

  private async read(uri: string, bytes: Uint8Array | null): Promise<FileReading> {
    return bytes === null ? { unread: "unavailable" } : this.reader.read(fileNameIn(uri), bytes);
  }

  private bytes(uri: string): Promise<Uint8Array | null> {
    return this.files.readBytes(uri).catch(() => null);
  }

  private after<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }
}
