/** A stretch of a file that is read on its own: a page of a PDF, or all there is. */
export interface Passage {
  /** Counted from 1; null where the file has no pages. */
  readonly page: number | null;
  readonly text: string;
}

/** Why a file that could be read was not. */
export type Unread =
  /** It is larger than what is read, or unpacks to more. */
  | "tooLarge"
  /** It is not what its name says, or a part of it is lost. */
  | "damaged"
  /** It asks for a password. */
  | "encrypted"
  /** It has pages, and no words on any of them: they are pictures. */
  | "noText"
  /** It took too long, or too much memory. */
  | "gaveUp"
  /** It could not be opened, or nothing is there to read it with. */
  | "unavailable";

/** A file cannot be read, and why. */
export class UnreadError extends Error {
  override readonly name = "UnreadError";

  constructor(readonly why: Unread) {
    super(why);
  }
}

/** How files are read, by the endings of their names. */
export type ReadableKind = "plain" | "markup" | "rtf" | "packed" | "pdf";

const kinds: Readonly<Record<ReadableKind, string>> = {
  plain: "txt csv tsv md json log ics vcf",
  markup: "html htm xhtml xml svg fodt fods",
  rtf: "rtf",
  packed: "docx docm dotx xlsx xlsm pptx pptm odt ott ods odp",
  pdf: "pdf",
};
const byEnding: ReadonlyMap<string, ReadableKind> = new Map(
  (Object.keys(kinds) as ReadableKind[]).flatMap((kind) =>
    kinds[kind].split(" ").map((ending): [string, ReadableKind] => [ending, kind]),
  ),
);

/** Null for a file whose words are not read: a picture, an old format. */
export function readableKind(name: string): ReadableKind | null {
  return byEnding.get(/\.([a-z\d]{2,5})$/i.exec(name)?.[1]?.toLowerCase() ?? "") ?? null;
}

/** Files above this many bytes are not read. */
export const largestAttachment = 25_000_000;

/** What is unpacked of one file, in bytes. */
export const mostUnpacked = 64_000_000;
