import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { startReaderThread } from "../main/nodeReader.ts";
import type { ListedFile } from "../model/listedFiles.ts";
import type { ReadAttachment } from "../publishing/gate.ts";
import { readAttachments } from "../publishing/readAttachments.ts";
import { Reader } from "../reading/reader.ts";
import { liesIn } from "./inside.ts";
import type { FileReading } from "../reading/readFile.ts";
import { largestAttachment } from "../reading/reading.ts";

/** Reads the files beside documents: the thread is started for the first and serves all. */
export class AttachmentReader {
  private readonly reader = new Reader(startReaderThread);
  private turn: Promise<unknown> = Promise.resolve();

  /** Those that lie beside the document at `path` and can be read. */
  read(path: string, files: readonly ListedFile[]): Promise<ReadAttachment[]> {
    return readAttachments(files, (name) => {
      // One after the other: many large ones never lie in memory together.
      const reading = this.turn.then(() => this.readingOf(path, name));
      this.turn = reading;
      return reading;
    });
  }

  /** `folderFor` gives the folder of the referat.json that a document follows: attachments may lie in it too, behind links. */
  constructor(private readonly folderFor: (path: string) => string | null) {}

  close(): void {
    this.reader.close();
  }

  private async readingOf(document: string, name: string): Promise<FileReading | null> {
    const folder = dirname(document);
    const path = join(folder, name);
    try {
      const stats = statSync(path, { throwIfNoEntry: false });
      if (!stats?.isFile()) return null;
      if (!liesIn(path, [folder, this.folderFor(document) ?? folder])) return { unread: "unavailable" };
      if (stats.size > largestAttachment) return { unread: "tooLarge" };
      return await this.reader.read(name, readFileSync(path));
    } catch {
      return { unread: "unavailable" };
    }
  }
}
