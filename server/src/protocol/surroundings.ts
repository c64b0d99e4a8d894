import type { Configurations } from "./configurations.ts";
import type { Folders } from "./folders.ts";

/** Milliseconds that findings wait for what lies around their document. A disk needs few of them. */
const patience = 1000;

/**
 * What lies around a document, its configuration and the files beside it: found out before its first findings, so that none
 * is shown that is not meant. Where it does not come, the findings come without it, and anew when it has come after all.
 */
export class Surroundings {
  private readonly finding = new Map<string, Promise<void>>();
  private readonly overdue = new Set<string>();

  /** `arrived` is called for a document whose surroundings came too late to be waited for. */
  constructor(
    private readonly configurations: Configurations,
    private readonly folders: Folders,
    private readonly arrived: (uri: string) => void,
  ) {}

  /** Whether there is nothing to wait for, or no longer. */
  ready(uri: string): boolean {
    return (
      this.overdue.has(uri) || (this.configurations.nearest(uri) !== undefined && this.folders.knows(uri))
    );
  }

  /** Finds out; resolves when it is known, or has been waited for long enough. */
  async find(uri: string): Promise<void> {
    let finding = this.finding.get(uri);
    if (!finding) {
      finding = this.findInTime(uri).finally(() => this.finding.delete(uri));
      this.finding.set(uri, finding);
    }
    return finding;
  }

  forget(uri: string): void {
    this.overdue.delete(uri);
    this.folders.forget(uri);
  }

  private async findInTime(uri: string): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const found = Promise.all([this.configurations.load(uri), this.folders.load(uri)]).then(() => {
      clearTimeout(timer);
      if (this.overdue.delete(uri)) this.arrived(uri);
    });
    const waited = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        this.overdue.add(uri);
        resolve();
      }, patience);
    });
    await Promise.race([found, waited]);
  }
}
