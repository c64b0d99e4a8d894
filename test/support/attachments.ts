import { createRequire } from "node:module";
import { strToU8, zipSync } from "fflate";
import type { PdfLibrary } from "../../server/src/reading/pdfFile.ts";
import { type FileReading, readFile } from "../../server/src/reading/readFile.ts";

/** The bundle that reads PDFs, as the extension carries it. */
export function pdfLibrary(): Promise<PdfLibrary> {
  return Promise.resolve(createRequire(import.meta.url)("../../dist/pdf/pdfjs.js") as unknown as PdfLibrary);
}

/** What the reader's thread finds in a file, in this thread. */
export function reading(name: string, content: string | Uint8Array): Promise<FileReading> {
  return readFile(name, typeof content === "string" ? strToU8(content) : content, pdfLibrary);
}

/** An Office file with these parts, by their paths. */
export function packed(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

/** A Word document whose body is this. */
export function word(body: string): Uint8Array {
  return packed({ "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>` });
}

/** A PDF of one page, as a plain program writes it: a font of the reader's own, and this between BT and ET. */
export function plainPdf(content: string, trailer = ""): Uint8Array {
  const stream = `BT /F1 12 Tf 72 700 Td ${content} ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = text.length;
  const places = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places}`;
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${xref}\n%%EOF`;
  return strToU8(text, true);
}

/** A PDF that nobody opens without its password. */
export function lockedPdf(): Uint8Array {
  const key = "00".repeat(32);
  return plainPdf(
    "(010203-1234) Tj",
    `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>`,
  );
}
