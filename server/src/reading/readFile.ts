import { type FoundNumber, numbersIn } from "./foundNumbers.ts";
import { markupText } from "./markup.ts";
import { packedText } from "./packedFile.ts";
import { pdfPassages, type PdfLibrary } from "./pdfFile.ts";
import { plainText, rtfText } from "./plainFile.ts";
import { largestAttachment, type Passage, readableKind, type Unread, UnreadError } from "./reading.ts";

/** What was found in a file, or why it was not read. */
export type FileReading = { readonly numbers: readonly FoundNumber[] } | { readonly unread: Unread };

/** Looks for civil registration numbers in a file, which is what its name says. `pdf` loads what reads PDFs. */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  pdf: () => Promise<PdfLibrary>,
): Promise<FileReading> {
  try {
    return { numbers: numbersIn(await passagesOf(name, bytes, pdf)) };
  } catch (error) {
    return { unread: error instanceof UnreadError ? error.why : "damaged" };
  }
}

async function passagesOf(
  name: string,
  bytes: Uint8Array,
  pdf: () => Promise<PdfLibrary>,
): Promise<Passage[]> {
  if (bytes.length === 0) return [];
  if (bytes.length > largestAttachment) throw new UnreadError("tooLarge");
  const whole = (text: string): Passage[] => [{ page: null, text }];
  switch (readableKind(name)) {
    case "plain":
      return whole(plainText(bytes));
    case "markup":
      return whole(markupText(plainText(bytes)));
    case "rtf":
      return whole(rtfText(bytes));
    case "packed":
      return whole(packedText(bytes));
    case "pdf":
      return pdfPassages(bytes, await library(pdf));
    case null:
      throw new UnreadError("unavailable");
  }
}

async function library(load: () => Promise<PdfLibrary>): Promise<PdfLibrary> {
  try {
    return await load();
  } catch {
    throw new UnreadError("unavailable");
  }
}
