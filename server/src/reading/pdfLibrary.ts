// What reads PDFs, as a bundle of its own (dist/pdf/pdfjs.js). Only words are asked of it: it draws nothing, and needs no page to
// draw on.
import "./noDrawing.ts";
// It is its own worker: the thread that it runs in waits for nothing else.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";

export { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
