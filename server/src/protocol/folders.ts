import { folderOf } from "./uris.ts";

/** Lists the names of the files in a folder by its URI; null where that cannot be known. The platform says how. */
export type ListFolder = (uri: string) => Promise<readonly string[] | null>;

const attachmentEndings = "pdf,doc,docx,xls,xlsx,ppt,pptx,odt,ods,rtf,txt,csv,jpg,jpeg,png,msg,zip";

/** The files that a document can list as attachments. */
export const attachmentGlob = `**/*.{${attachmentEndings}}`;

const attachment = new RegExp(`\\.(?:${attachmentEndings.replaceAll(",", "|")})$`, "i");

/** Whether a file is one that a document can list. */
export function isAttachmentUri(uri: string): boolean {
  return attachment.test(uri);
}

/** The names of the files beside the open documents: listed once, until the client says that one came or went. */
export class Folders {
  private readonly listing = new Map<string, Promise<readonly string[] | null>>();
  private readonly known = new Map<string, readonly string[] | null>();

  constructor(private readonly listFolder: ListFolder) {}

  /** The names beside a document; null where they are not known, or not yet. */
  beside(uri: string): readonly string[] | null {
    return this.known.get(folderOf(uri) ?? "") ?? null;
  }

  /** Whether `load` has come to an end, whatever it found. */
  knows(uri: string): boolean {
    const folder = folderOf(uri);
    return folder === null || this.known.has(folder);
  }

  async load(uri: string): Promise<void> {
    const folder = folderOf(uri);
    if (folder === null) return;
    let listing = this.listing.get(folder);
    if (!listing) {
      listing = this.listFolder(folder).catch(() => null);
      this.listing.set(folder, listing);
    }
    const names = await listing;
    if (this.listing.get(folder) === listing) this.known.set(folder, names);
  }

  /** The names beside a file in any folder, as they are now. */
  list(uri: string): Promise<readonly string[] | null> {
    const folder = folderOf(uri);
    return folder === null ? Promise.resolve(null) : this.listFolder(folder).catch(() => null);
  }

  /** A file in the same folder has come or gone. */
  forget(uri: string): void {
    const folder = folderOf(uri) ?? "";
    this.listing.delete(folder);
    this.known.delete(folder);
  }
}
