import type { WriteWord } from "../protocol/platform.ts";

/** What a worker has of the web's interfaces, which Node's types do not know. */
declare function importScripts(address: string): void;

/** Loads what writes Word documents from beside the worker's own script. */
export function webWord(assets: string | null): Promise<WriteWord> {
  const scope = globalThis as { referatWord?: { readonly docx: WriteWord } };
  if (!scope.referatWord && assets !== null) importScripts(`${assets}docx.js`);
  return scope.referatWord
    ? Promise.resolve(scope.referatWord.docx)
    : Promise.reject(new Error("docx.js is not there"));
}
