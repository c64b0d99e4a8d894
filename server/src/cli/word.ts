import type { DocxOptions } from "../publishing/docx.ts";
import type { RenderDocument } from "../publishing/renderModel.ts";
import { complain } from "./terminal.ts";

/**
 * The document for Word; null where that failed, which is then said, under the document's path. What writes it is a bundle of
 * its own, which is read when it is first needed.
 */
export async function word(
  path: string,
  document: RenderDocument,
  options: DocxOptions,
): Promise<Uint8Array | null> {
  try {
    const { docx } = await import("../publishing/docx.ts");
    return await docx(document, options);
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n", 1);
    complain(`${path}: kunne ikke laves til Word (${reason ?? ""}); intet er skrevet`);
    return null;
  }
}
