import { Config } from "../config/config.ts";
import type { ListFolder } from "./folders.ts";
import { folderOf } from "./uris.ts";

/** Reads a file by its URI; null where there is none or it cannot be read. The platform says how. */
export type ReadFile = (uri: string) => Promise<string | null>;

export const configFileName = "referat.json";

export function isConfigUri(uri: string): boolean {
  return uri.endsWith(`/${configFileName}`);
}

/** A referat.json, and where it lies. */
export interface ConfigAt {
  readonly uri: string;
  readonly text: string;
  readonly config: Config;
  /** Whether the text still stands there; else there is garbage by now, or nothing that can be read. */
  readonly stands: boolean;
}

/** More folders than this lie above no document that anybody has. */
const deepest = 40;

/**
 * The referat.json files around the open documents. Each is read once and kept until the client says that it changed; one
 * that is open in the editor counts as it stands there, saved or not. One that is garbage by now, or breaks off in the middle, or
 * whose whole folder is away, still counts as it was: else all documents would be held to what nobody meant.
 */
export class Configurations {
  private readonly open = new Map<string, ConfigAt>();
  private readonly read = new Map<string, Promise<ConfigAt | null>>();
  /** What `read` has come to: so that a keystroke waits for nothing. */
  private readonly known = new Map<string, ConfigAt | null>();
  /** As each was when it was whole. */
  private readonly sound = new Map<string, ConfigAt>();

  constructor(
    private readonly readFile: ReadFile,
    private readonly listFolder: ListFolder,
  ) {}

  /** The nearest referat.json of a document; null where there is none, and undefined where that is not known yet. */
  nearest(uri: string): ConfigAt | null | undefined {
    for (const candidate of candidatesFor(uri)) {
      const config = this.open.get(candidate) ?? this.known.get(candidate);
      if (config === undefined) return undefined;
      if (config !== null) return config;
    }
    return null;
  }

  /** Finds out what `nearest` needs. */
  async load(uri: string): Promise<void> {
    for (const candidate of candidatesFor(uri)) {
      if (this.open.has(candidate)) return;
      let reading = this.read.get(candidate);
      if (!reading) {
        reading = this.readConfig(candidate);
        this.read.set(candidate, reading);
      }
      const config = await reading;
      // A change while it was read has made it stale: the next load reads it again.
      if (this.read.get(candidate) === reading) this.known.set(candidate, config);
      if (config !== null) return;
    }
  }

  /** The editor's text of a referat.json, or null when it was closed. */
  setOpen(uri: string, text: string | null): void {
    this.forget(uri);
    if (text === null) this.open.delete(uri);
    else this.open.set(uri, this.soundAt(uri, text));
  }

  forget(uri: string): void {
    this.read.delete(uri);
    this.known.delete(uri);
  }

  private async readConfig(uri: string): Promise<ConfigAt | null> {
    try {
      const text = await this.readFile(uri);
      if (text !== null) return this.soundAt(uri, text);
      const before = this.sound.get(uri);
      if (before && (await this.listFolder(folderOf(uri) ?? "")) === null)
        return { ...before, stands: false };
      this.sound.delete(uri);
      return null;
    } catch {
      // What cannot be read, by the platform or by us, configures nothing.
      return null;
    }
  }

  private soundAt(uri: string, text: string): ConfigAt {
    const config = Config.read(text);
    const before = this.sound.get(uri);
    if (!config.isWhole && before) return { ...before, stands: false };
    const read = { uri, text, config, stands: true };
    if (config.isWhole) this.sound.set(uri, read);
    return read;
  }
}

/** referat.json in the document's folder and in each one above it, nearest first. */
function candidatesFor(uri: string): string[] {
  if (folderOf(uri) === null) return [];
  // A folder that is on no disk may have no authority: `memfs:/møder`.
  const match = /^([a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?)(\/[^?#]*)/i.exec(uri);
  const authority = match?.[1];
  if (authority === undefined) return [];
  const folders = (match?.[2] ?? "/").split("/").slice(0, -1);
  const candidates: string[] = [];
  for (let length = folders.length; length >= 1 && candidates.length < deepest; length--) {
    candidates.push(`${authority}${folders.slice(0, length).join("/")}/${configFileName}`);
  }
  return candidates;
}
