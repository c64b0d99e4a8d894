import { type Disposable, EventEmitter, type Memento, Uri, window, workspace } from "vscode";
import type { Since } from "../protocol.ts";
import { type ChangeSource, isChangeSource } from "./changeSource.ts";
import { textAt } from "./git.ts";
import { nameOf } from "../../nameOf.ts";

const key = "referat.preview.changes";
/** Of so many documents it is remembered. */
const most = 20;

/** Which documents the preview shows with their changes, and since what. Kept over reloads; the earlier text is read anew. */
export class ShownChanges implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Fires when other changes are to be shown, or since another text. */
  readonly onDidChange = this.changed.event;
  private readonly disposables: readonly { dispose: () => unknown }[];
  /** The last that was asked for; its `since` is null until it is read, and where it cannot be. */
  private last: Shown | null = null;

  constructor(private readonly memory: Memento) {
    this.disposables = [
      this.changed,
      workspace.onDidChangeTextDocument(({ document: { uri } }) => this.written(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => this.written(uri)),
      // Other programs may have written it meanwhile.
      window.onDidChangeWindowState(({ focused }) => {
        const { last } = this;
        // What git has does not change; but it may not have been there to be asked.
        if (focused && last && (last.source.type !== "revision" || !last.since)) this.readAgain(last);
      }),
    ];
  }

  /** Since what a document is shown with its changes; null where it is shown as it is. */
  of(document: Uri): ChangeSource | null {
    return this.sources().find(([uri]) => uri === document.toString())?.[1] ?? null;
  }

  /** The earlier version, if it is at hand; else it is read, and `onDidChange` fires when it is there. */
  known(document: Uri): Since | null {
    const source = this.of(document);
    if (!source) return null;
    const { last } = this;
    if (last && isOf(last, document, source)) return last.since;
    const next = { document, source, since: null };
    this.last = next;
    this.readAgain(next);
    return null;
  }

  /** The earlier version as it is now; null where none is shown. Throws where it cannot be read. */
  async read(document: Uri): Promise<Since | null> {
    const source = this.of(document);
    return source && readSource(document, source);
  }

  /** Shows the changes since an earlier version. Throws where that cannot be read: then all stays as it is. */
  async show(document: Uri, source: ChangeSource): Promise<void> {
    const since = await readSource(document, source);
    await this.remember(document, source);
    this.last = { document, source, since };
    this.changed.fire();
  }

  async hide(document: Uri): Promise<void> {
    await this.remember(document, null);
    this.changed.fire();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private written(uri: Uri): void {
    const { last } = this;
    if (last && "uri" in last.source && last.source.uri === uri.toString()) this.readAgain(last);
  }

  /** What is shown stays until it is read. Where it cannot be, the document is shown as it is. */
  private readAgain(last: Shown): void {
    const read = readSource(last.document, last.source).catch(() => null);
    void read.then((since) => {
      if (!this.last || !isOf(this.last, last.document, last.source)) return;
      if (this.last.since?.text === since?.text) return;
      this.last = { ...last, since };
      this.changed.fire();
    });
  }

  private remember(document: Uri, source: ChangeSource | null): Thenable<void> {
    const others = this.sources().filter(([uri]) => uri !== document.toString());
    const own = source ? [[document.toString(), source] as const] : [];
    return this.memory.update(key, [...own, ...others].slice(0, most));
  }

  private sources(): (readonly [string, ChangeSource])[] {
    const kept: unknown = this.memory.get(key);
    return (Array.isArray(kept) ? (kept as unknown[]) : []).filter(isEntry);
  }
}

function isEntry(value: unknown): value is readonly [string, ChangeSource] {
  return Array.isArray(value) && typeof value[0] === "string" && isChangeSource(value[1]);
}

/** An earlier version that was asked for. */
interface Shown {
  readonly document: Uri;
  readonly source: ChangeSource;
  readonly since: Since | null;
}

function isOf(shown: Shown, document: Uri, source: ChangeSource): boolean {
  return (
    shown.document.toString() === document.toString() &&
    JSON.stringify(shown.source) === JSON.stringify(source)
  );
}

async function readSource(document: Uri, source: ChangeSource): Promise<Since> {
  if (source.type === "revision")
    return { text: await textAt(document, source.ref), name: nameOf(document), date: source.date };
  const uri = Uri.parse(source.uri);
  return { text: await textOf(uri), name: nameOf(uri) };
}

/** A file as it stands in its editor, or else on the disk. Throws where it cannot be read, or is no text. */
export async function textOf(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (open) return open.getText();
  const bytes = await workspace.fs.readFile(uri);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error("filen er ikke UTF-8-tekst");
  }
}
