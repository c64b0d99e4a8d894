import type { Archive } from "../../archive/archive.ts";
import { recordOf } from "../../archive/record.ts";
import type { Profile } from "../../model/profile.ts";
import { fileKindOf, type OpenDocument } from "../documents.ts";
import { canonicalUri } from "../uris.ts";

/** An open document, read with the words of its profile. */
export interface ReadDocument {
  readonly document: OpenDocument;
  readonly profile: Profile;
}

/** Other versions of a document, as a comparison shows them, are no documents of the archive. */
const versions =
  /^(?:git|gitlens|scm|vscode-scm|review|conflictResolution|chat|vscode-local-history|diff|output|vscode-userdata):/i;

/**
 * The open documents' part in the archive. They stand in it as they are in the editor, under the client's own form of their URI;
 * what an edit changed is read when somebody asks.
 */
export class OpenRecords {
  /** By the canonical form of their URIs. */
  private readonly open = new Map<string, string>();
  private readonly dirty = new Set<string>();

  /** `documentAt` waits for what lies around a document; it gives none for one that is open no more. */
  constructor(
    private readonly archive: Archive,
    private readonly documentAt: (uri: string) => Promise<ReadDocument | undefined>,
  ) {}

  get hasEdits(): boolean {
    return this.dirty.size > 0;
  }

  has(canonical: string): boolean {
    return this.open.has(canonical);
  }

  /** A document was opened or changed; whether it is one of the archive. */
  set(uri: string): boolean {
    if (this.dirty.has(uri)) return true;
    if (versions.test(uri)) return false;
    const canonical = canonicalUri(uri);
    if (canonical !== uri) this.archive.delete(canonical);
    this.open.set(canonical, uri);
    this.dirty.add(uri);
    return true;
  }

  /** A document was closed: it stands in the archive no more. */
  delete(uri: string): void {
    if (!this.open.delete(canonicalUri(uri))) return;
    this.dirty.delete(uri);
    this.archive.delete(uri);
  }

  /** All are read again the next time: the words have changed. */
  reread(): void {
    for (const uri of this.open.values()) this.dirty.add(uri);
  }

  /** Brings the archive up to what stands in the editors, but for one document. */
  async bringIn(except: string | null = null): Promise<void> {
    for (const uri of [...this.dirty]) {
      if (uri === except) continue;
      const read = await this.documentAt(uri);
      // Closed while it was waited for: then its file holds.
      if (!read || !this.dirty.has(uri)) continue;
      this.dirty.delete(uri);
      const { document, profile } = read;
      this.archive.set(uri, recordOf(document.syntax, fileKindOf(uri), profile));
    }
  }
}
