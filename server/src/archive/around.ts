import type { Archive } from "./archive.ts";

/** What lies around a document: the archive, and where the document itself stands in it. */
export interface Around {
  readonly archive: Archive;
  readonly uri: string;
}
