import type { PageLayout } from "../model/pageLayout.ts";
import { fontCoverage } from "./fontFile.ts";
import type { LayoutJob } from "./job.ts";
import type { PrintWarning } from "./warnings.ts";

/** The files that a layout names, as they were read. */
export interface LayoutFiles {
  /** Under the path that the source is to know it by. */
  readonly logo: LayoutJob["files"][number] | null;
  readonly fonts: readonly Uint8Array[];
  readonly warnings: readonly PrintWarning[];
}

/** Reads a file beside the referat.json; null where there is none. */
export type ReadBytes = (path: string) => Uint8Array | null;

/** Reads what a layout names. What is not there, or is no picture or font, is left out with a warning. */
export function layoutFiles(layout: PageLayout, read: ReadBytes): LayoutFiles {
  const warnings: PrintWarning[] = [];
  const fonts = layout.fontFiles.flatMap((path) => {
    const bytes = read(path);
    if (bytes !== null && fontCoverage(bytes) !== null) return [bytes];
    warnings.push({ type: bytes === null ? "fontMissing" : "fontUnreadable", path });
    return [];
  });
  if (layout.logo === null) return { logo: null, fonts, warnings };
  const bytes = read(layout.logo);
  const ending = bytes && pictureEnding(bytes);
  if (bytes && ending) return { logo: { path: `/logo.${ending}`, bytes }, fonts, warnings };
  warnings.push({ type: bytes === null ? "logoMissing" : "logoUnreadable", path: layout.logo });
  return { logo: null, fonts, warnings };
}

/** What sort of picture these bytes are, whatever their file is called; null for another. */
function pictureEnding(bytes: Uint8Array): "png" | "jpg" | "svg" | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return "png";
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "jpg";
  return /<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 4096))) ? "svg" : null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
