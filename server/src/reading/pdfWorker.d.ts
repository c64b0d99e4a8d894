/** It has no types: it is loaded for what it leaves in the global object. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
