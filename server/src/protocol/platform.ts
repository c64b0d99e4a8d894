import type { DocxOptions } from "../publishing/docx.ts";
import type { RenderDocument } from "../publishing/renderModel.ts";
import type { ArchiveFiles } from "./archive/archiveFiles.ts";
import type { RecordStore } from "./archive/recordStore.ts";
import type { StartThread } from "../engine/engine.ts";
import type { StartReader } from "../reading/reader.ts";
import type { ReadFile } from "./configurations.ts";
import type { ListFolder } from "./folders.ts";
import type { LiesIn } from "./liesIn.ts";
import type { ReadBytes } from "./publishing/press.ts";

/** Writes a document for Word. */
export type WriteWord = (document: RenderDocument, options: DocxOptions) => Promise<Uint8Array>;

/** What the platform that carries the server gives it. */
export interface Platform {
  readonly version: string;
  /** Reads a file of the workspace; a client that offers to read files is asked instead. */
  readonly readFile: ReadFile;
  readonly listFolder: ListFolder;
  readonly readBytes: ReadBytes;
  /** Asked of what a document or a referat.json names, before it is read. */
  readonly liesIn: LiesIn;
  /**
   * What starts the thread that lays out pages; null where there can be none. A client whose server cannot find its own files
   * says where they lie: the address of dist/, with a slash at its end.
   */
  readonly startEngine: (assets: string | null) => StartThread | null;
  /** The same for the thread that attachments are read in. */
  readonly startReader: (assets: string | null) => StartReader | null;
  /** Loads what writes Word documents; rejects where it is not there. */
  readonly wordWriter: (assets: string | null) => Promise<WriteWord>;
  /** The disk, where there is one. */
  readonly disk: ArchiveFiles | null;
  /** What can be stored in a folder, by its URI; null where the platform can store nothing there. */
  readonly storeIn: (folder: string, version: string) => RecordStore | null;
  /** Resolves when what has arrived until now has been read. */
  readonly turn: () => Promise<void>;
  /** Where the pages of the rules lie, as a URI that ends with a slash; null where they are not at hand. */
  readonly rulePages: string | null;
  /** Ends the server; what it has said still reaches the client. */
  readonly exit: (status: 0 | 1) => void;
}
