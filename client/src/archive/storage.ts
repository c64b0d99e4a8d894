import { type Disposable, type ExtensionContext, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

interface Stored {
  readonly read?: number;
  readonly append?: string;
  readonly dropBefore?: number;
}

/** What the server is told of the archive when it starts. */
export function archiveOptions({ storageUri }: ExtensionContext): object {
  const { enabled, include } =
    workspace.getConfiguration("referat").get<Record<string, unknown>>("archive") ?? {};
  const settings = { enabled, include: Array.isArray(include) ? [...(include as unknown[])] : [] };
  // Without a folder there is nothing to store.
  if (!storageUri) return { ...settings, findDocuments: true };
  const isOnDisk = storageUri.scheme === "file";
  return {
    ...settings,
    findDocuments: true,
    ...(isOnDisk ? { storage: storageUri.toString() } : { stored: true }),
  };
}

/** Keeps the server's index where the server has no disk: in parts, since no file can be appended to here. */
export function serveStorage(client: BaseLanguageClient, context: ExtensionContext): Disposable {
  const { version } = context.extension.packageJSON as { version: string };
  const parts = context.storageUri ? new Parts(context.storageUri, `arkiv-${version}-`) : null;
  return client.onRequest("referat/stored", async ({ read, append, dropBefore }: Stored) => {
    if (read !== undefined) return (await parts?.read(read)) ?? null;
    if (append !== undefined) return (await parts?.append(append)) ?? null;
    if (dropBefore !== undefined) await parts?.dropBefore(dropBefore);
    return null;
  });
}

/** The parts of the index: files with rising numbers in one folder. */
class Parts {
  constructor(
    private readonly folder: Uri,
    private readonly prefix: string,
  ) {}

  /** The text of the part at an index, the oldest first; null behind the last. */
  async read(index: number): Promise<string | null> {
    const number = (await this.numbers())[index];
    if (number === undefined) return null;
    return new TextDecoder().decode(await workspace.fs.readFile(this.at(number)));
  }

  /** The number of the part that was made. */
  async append(text: string): Promise<number> {
    const number = ((await this.numbers()).at(-1) ?? 0) + 1;
    await workspace.fs.createDirectory(this.folder);
    await workspace.fs.writeFile(this.at(number), new TextEncoder().encode(text));
    return number;
  }

  /** Drops the parts before one, and what other versions have left. */
  async dropBefore(first: number): Promise<void> {
    for (const name of await this.names()) {
      if (name.startsWith(this.prefix) && this.numberOf(name) >= first) continue;
      await workspace.fs.delete(Uri.joinPath(this.folder, name));
    }
  }

  private async numbers(): Promise<number[]> {
    const own = (await this.names()).filter((name) => name.startsWith(this.prefix));
    return own.map((name) => this.numberOf(name)).sort((a, b) => a - b);
  }

  private async names(): Promise<string[]> {
    try {
      const entries = await workspace.fs.readDirectory(this.folder);
      return entries.map(([name]) => name).filter((name) => /^arkiv-.+-\d+\.jsonl$/.test(name));
    } catch {
      // Nothing has been stored yet.
      return [];
    }
  }

  private numberOf(name: string): number {
    return Number(/-(\d+)\.jsonl$/.exec(name)?.[1]);
  }

  private at(number: number): Uri {
    return Uri.joinPath(this.folder, `${this.prefix}${number}.jsonl`);
  }
}
