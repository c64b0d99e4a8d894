import { FileChangeType } from "vscode-languageserver";
import { canonicalUri } from "../uris.ts";

/** Milliseconds in which events are gathered: a checkout or a copy brings thousands. */
const gathering = 150;
/** Milliseconds that must have passed since the last edit of a referat.json: what it says reaches all documents below it. */
const calm = 1000;

/** What happened to the files, gathered: of a file the last event counts. */
export class FileEvents {
  private events = new Map<string, FileChangeType>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readyAt = 0;

  /** `ready` is called when events have been gathered. */
  constructor(private readonly ready: () => void) {}

  /** Whether there are some that were gathered long enough. */
  get waiting(): boolean {
    return this.events.size > 0 && this.timer === undefined;
  }

  add(uri: string, type: FileChangeType): void {
    if (this.timer === undefined) this.readyAt = performance.now() + gathering;
    this.put(uri, type);
  }

  /** A file counts as it stands in the editor, where it is being written. */
  addTyped(uri: string): void {
    this.readyAt = performance.now() + calm;
    this.put(uri, FileChangeType.Changed);
  }

  /** All that wait, in their order; they wait no more. */
  take(): ReadonlyMap<string, FileChangeType> {
    const taken = this.events;
    this.events = new Map();
    return taken;
  }

  private put(uri: string, type: FileChangeType): void {
    const canonical = canonicalUri(uri);
    this.events.delete(canonical);
    this.events.set(canonical, type);
    this.timer ??= setTimeout(() => this.wake(), this.readyAt - performance.now());
  }

  private wake(): void {
    const left = this.readyAt - performance.now();
    this.timer = left > 1 ? setTimeout(() => this.wake(), left) : undefined;
    if (this.timer === undefined) this.ready();
  }
}
