import type { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type Passage, UnreadError } from "./reading.ts";

/** What reads PDFs: it is large, and loaded with the first of them. */
export interface PdfLibrary {
  readonly getDocument: typeof getDocument;
}

/** The words of each page of a PDF, with those of its forms and notes. */
export async function pdfPassages(bytes: Uint8Array, { getDocument }: PdfLibrary): Promise<Passage[]> {
  const loading = getDocument({
    // The library takes the bytes over, and takes none of Node's own kind.
    data: new Uint8Array(bytes),
    disableFontFace: true,
    enableXfa: false,
    isEvalSupported: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    const passages: Passage[] = [];
    for (let page = 1; page <= document.numPages; page++)
      passages.push({ page, text: await pageText(document, page) });
    if (passages.every(({ text }) => text.trim() === "")) throw new UnreadError("noText");
    passages.push({ page: null, text: await factsOf(document) });
    return passages;
  } catch (error) {
    if (error instanceof UnreadError) throw error;
    throw new UnreadError(nameOf(error) === "PasswordException" ? "encrypted" : "damaged");
  } finally {
    await loading.destroy();
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>["promise"]>;

async function pageText(document: PdfDocument, number: number): Promise<string> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  let height = 0;
  const words = items.map((item) => {
    if (!("str" in item)) return "";
    height = item.height || height;
    // What stands far apart stands in columns.
    const isColumn = item.str === " " && item.width > height;
    return (isColumn ? "\t" : item.str) + (item.hasEOL ? "\n" : "");
  });
  const notes = (await page.getAnnotations()).flatMap((note: unknown) => wordsOfNote(note));
  page.cleanup();
  return [words.join(""), ...notes].join("\n");
}

function wordsOfNote(note: unknown): string[] {
  const { fieldValue, contentsObj } = note as {
    fieldValue?: unknown;
    contentsObj?: { readonly str?: unknown };
  };
  return [fieldValue, contentsObj?.str].flat().filter((each) => typeof each === "string");
}

/** The title and the like, which readers are shown too. */
async function factsOf(document: PdfDocument): Promise<string> {
  const { info } = await document.getMetadata();
  return Object.values(info)
    .filter((value) => typeof value === "string")
    .join("\n");
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}
