/** What a file was when it was looked at: as long as it is the same, what was read in it holds. */
export interface FileStamp {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export interface FoundFile {
  readonly uri: string;
  /** Null where who found it does not know. */
  readonly stamp: FileStamp | null;
}

/** What a search comes upon: files, and folders that are there but cannot be listed now. What was known of these still holds. */
export type Found = { readonly file: FoundFile } | { readonly unlisted: string };

/** Why a file is skipped. */
export type FileProblem = "gone" | "unreadable" | "encoding" | "binary" | "size";

export type FileText = { readonly text: string } | { readonly problem: FileProblem };

/** Files above this many bytes are no minutes. */
export const largestFile = 20_000_000;

/** The files that the archive is made of. The platform says how they are come by; none of these throws. */
export interface ArchiveFiles {
  /** The wanted files below the folders, each once. `wanted` is asked with the path below the folder: `2026/marts.referat`. */
  readonly find: (folders: readonly string[], wanted: (path: string) => boolean) => AsyncIterable<Found>;
  /** "unknown" where it cannot be said now whether the file is there; a folder is no file. */
  readonly stat: (uri: string) => Promise<FileStamp | "folder" | "gone" | "unknown">;
  /** The text, with its byte order mark. `size` is what is known of it in bytes. */
  readonly read: (uri: string, size?: number | null) => Promise<FileText>;
  /**
   * Fetches a file that is to be read soon: until the text is asked for, it takes no room among what is computed with.
   */
  readonly fetch: (uri: string, size: number | null) => Promise<() => FileText>;
}
