import type { PdfLibrary } from "../reading/pdfFile.ts";
import { type ReaderRequest, type ReaderResponse, readerEnd } from "../reading/readerEnd.ts";

// Started by startWebReader; its name is the address of what it needs.
const port = globalThis as unknown as {
  readonly name: string;
  onmessage: (event: { readonly data: ReaderRequest }) => void;
  postMessage(response: ReaderResponse): void;
};
declare function importScripts(address: string): void;

function pdf(): Promise<PdfLibrary> {
  const scope = globalThis as { referatPdf?: PdfLibrary };
  if (!scope.referatPdf) importScripts(`${port.name}pdf/pdfjs.js`);
  return scope.referatPdf ? Promise.resolve(scope.referatPdf) : Promise.reject(new Error("pdfjs.js"));
}

const answer = readerEnd(pdf, (response) => port.postMessage(response));
port.onmessage = ({ data }) => void answer(data);
