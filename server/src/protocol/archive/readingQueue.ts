import type { Configurations } from "../configurations.ts";
import type { ArchiveFiles, FileProblem, FileText, FoundFile } from "./archiveFiles.ts";
import { configHash } from "./configHash.ts";
import type { KnownFiles } from "./knownFiles.ts";
import type { Pace } from "./pace.ts";
import { readRecord } from "./readRecord.ts";

/** How many files are fetched ahead of the one that is worked on. */
const ahead = 4;

/** Reads the files that wait, one after the other. */
export class ReadingQueue {
  private readonly fetching = new Map<FoundFile, Promise<() => FileText>>();

  /** `skipped` is told of each file that could not be read. */
  constructor(
    private readonly known: KnownFiles,
    private readonly files: ArchiveFiles,
    private readonly configurations: Configurations,
    private readonly pace: Pace,
    private readonly skipped: (uri: string, problem: FileProblem) => void,
  ) {}

  /** Reads the next file, if there is one. */
  async readNext(): Promise<void> {
    const { waiting } = this.known;
    const [file] = waiting.values();
    if (!file) return;
    for (const next of waiting.values()) {
      if (this.fetching.size >= ahead) break;
      if (!this.fetching.has(next)) this.fetching.set(next, this.fetch(next));
    }
    const fetched = this.fetching.get(file) ?? this.fetch(file);
    // What was fetched in vain (a newer event has come) is let go.
    for (const each of this.fetching.keys()) {
      if (each === file || waiting.get(each.uri) !== each) this.fetching.delete(each);
    }
    const text = await fetched;
    await this.pace.step();
    const read = text();
    if ("problem" in read) this.skip(file, read.problem);
    else await this.take(file, read.text);
  }

  private fetch({ uri, stamp }: FoundFile): Promise<() => FileText> {
    return this.files.fetch(uri, stamp?.size ?? null);
  }

  private async take(file: FoundFile, text: string): Promise<void> {
    const { uri } = file;
    try {
      const config = await configHash(uri, this.configurations);
      const nearest = this.configurations.nearest(uri) ?? null;
      const record = await readRecord(uri, text, nearest, this.pace);
      // It changed while it was read: it waits again.
      if (this.known.waiting.get(uri) !== file) return;
      // Without a stamp nothing says how long it holds: another start reads it again.
      this.known.take(uri, { stamp: file.stamp ?? { size: -1, modified: -1 }, config, record });
    } catch {
      this.skip(file, "unreadable");
    }
  }

  private skip(file: FoundFile, problem: FileProblem): void {
    if (this.known.waiting.get(file.uri) !== file) return;
    this.skipped(file.uri, problem);
    // What cannot be read now may be on a drive that is away: what is known of it stays.
    if (problem === "unreadable") this.known.pass(file.uri);
    else this.known.forget(file.uri);
  }
}
