import type { Connection } from "vscode-languageserver";
import type { Archivist } from "./archivist.ts";

/** Our own notification: the archive holds something else, or is read, or is read no more. */
const archiveChanged = "referat/archiveChanged";

/** Milliseconds between two notices: whoever shows the archive shows it anew. */
const interval = 500;

/** Tells the client that the archive has changed, not too often. */
export class ChangeNotice {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private told = "";

  /** `wanted` says whether the client shows the archive. */
  constructor(
    private readonly connection: Connection,
    private readonly archivist: () => Archivist,
    private readonly wanted: boolean,
  ) {}

  /** Something may have changed. */
  changed(): void {
    if (this.wanted) this.timer ??= this.wait();
  }

  /** Somebody types: he who is done is told of it. */
  edited(): void {
    if (!this.wanted) return;
    clearTimeout(this.timer);
    this.timer = this.wait();
  }

  /** All is read: that is told at once. */
  finished(): void {
    if (!this.wanted) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.tell();
  }

  private wait(): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      this.timer = undefined;
      this.tell();
    }, interval);
  }

  private tell(): void {
    const { archive, indexing, hasEdits } = this.archivist();
    const state = `${archive.version} ${indexing}`;
    if (state === this.told && !hasEdits) return;
    this.told = state;
    void this.connection
      .sendNotification(archiveChanged, { documents: archive.size, indexing })
      .catch(() => undefined);
  }
}
