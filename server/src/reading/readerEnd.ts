import type { PdfLibrary } from "./pdfFile.ts";
import { type FileReading, readFile } from "./readFile.ts";

/** What is asked of a reader's thread, and what it answers. */
export interface ReaderRequest {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}
export interface ReaderResponse {
  readonly id: number;
  readonly reading: FileReading;
}

/** The thread's end: answers each request. `pdf` loads what reads PDFs, with the first of them. */
export function readerEnd(
  pdf: () => Promise<PdfLibrary>,
  reply: (response: ReaderResponse) => void,
): (request: ReaderRequest) => Promise<void> {
  return async ({ id, name, bytes }) => {
    reply({ id, reading: await readFile(name, bytes, pdf) });
  };
}
